//! Columns read back, cell by cell, each as what it should be. Does not know any table.

use std::ops::Range;

use super::FrameError;
use crate::frame::{Column, Flags, Texts, Values};
use crate::{Excerpt, Instant};

/// The cells of one column, found to be of its kind.
pub(crate) struct Cells<'a> {
    column: &'a Column,
}

impl<'a> Cells<'a> {
    pub fn texts(column: &'a Column, rows: usize) -> Result<TextCells<'a>, FrameError> {
        match &column.values {
            Values::Text(texts) => {
                Cells { column }.fits(is_sound(texts, rows), rows)?;
                Ok(TextCells { texts, places: None, valid: column.valid.as_ref() })
            }
            Values::Dictionary { places, texts } => {
                let count = texts.offsets.len().saturating_sub(1);
                let sound = is_sound(texts, count) && are_places(places, count) && places.len() == rows;
                Cells { column }.fits(sound, rows)?;
                Ok(TextCells { texts, places: Some(places), valid: column.valid.as_ref() })
            }
            _ => Err(Cells { column }.is_not("text")),
        }
    }

    pub fn instants(column: &'a Column, rows: usize) -> Result<InstantCells<'a>, FrameError> {
        match &column.values {
            Values::Instants(instants) => {
                Cells { column }.fits(instants.len() == rows, rows)?;
                Ok(InstantCells { instants, valid: column.valid.as_ref() })
            }
            _ => Err(Cells { column }.is_not("an instant")),
        }
    }

    pub fn lists(column: &'a Column, rows: usize) -> Result<ListCells<'a>, FrameError> {
        let Values::List { offsets, items } = &column.values else {
            return Err(Cells { column }.is_not("a list of texts"));
        };
        let count = match &items.values {
            Values::Text(texts) => texts.offsets.len().saturating_sub(1),
            Values::Dictionary { places, .. } => places.len(),
            _ => return Err(Cells { column }.is_not("a list of texts")),
        };
        Cells { column }.fits(are_sound(offsets, rows, count), rows)?;
        let damaged = |_| FrameError::Damaged { name: Excerpt::new(&column.name) };
        let items = Cells::texts(items, count).map_err(damaged)?;
        Ok(ListCells { offsets, items, valid: column.valid.as_ref() })
    }

    pub fn maps(column: &'a Column, rows: usize) -> Result<MapCells<'a>, FrameError> {
        let Values::Map { offsets, keys, values } = &column.values else {
            return Err(Cells { column }.is_not("a map of texts"));
        };
        let count = keys.offsets.len().saturating_sub(1);
        let sound = are_sound(offsets, rows, count) && is_sound(keys, count) && is_sound(values, count);
        Cells { column }.fits(sound, rows)?;
        Ok(MapCells { offsets, keys, values, valid: column.valid.as_ref() })
    }

    fn name(&self) -> Excerpt {
        Excerpt::new(&self.column.name)
    }

    fn fits(&self, sound: bool, rows: usize) -> Result<(), FrameError> {
        let as_many = self.column.valid.as_ref().is_none_or(|valid| valid.rows == rows);
        if sound && as_many { Ok(()) } else { Err(FrameError::Damaged { name: self.name() }) }
    }

    fn is_not(&self, expected: &'static str) -> FrameError {
        let found = match self.column.values {
            Values::Text(_) | Values::Dictionary { .. } => "text",
            Values::Instants(_) => "an instant",
            Values::Numbers(_) => "a number",
            Values::Flags(_) => "yes or no",
            Values::List { .. } => "a list",
            Values::Map { .. } => "a map",
            Values::Record(_) => "a record",
        };
        FrameError::Kind { name: self.name(), found, expected }
    }
}

/// Whether offsets ascend from 0 or more, one more than there are rows, and none lies beyond the end.
fn are_sound(offsets: &[i32], rows: usize, end: usize) -> bool {
    let first = offsets.first().is_some_and(|first| *first >= 0);
    let last = offsets.last().and_then(|last| usize::try_from(*last).ok()).is_some_and(|last| last <= end);
    first && last && offsets.len() == rows + 1 && offsets.is_sorted()
}

fn is_sound(texts: &Texts, rows: usize) -> bool {
    are_sound(&texts.offsets, rows, texts.bytes.len())
}

/// Whether places are of some that are there.
fn are_places(places: &[i32], count: usize) -> bool {
    places.iter().all(|place| usize::try_from(*place).is_ok_and(|place| place < count))
}

fn span(offsets: &[i32], row: usize) -> Range<usize> {
    let at = |place: usize| offsets.get(place).and_then(|offset| usize::try_from(*offset).ok());
    at(row).unwrap_or_default()..at(row + 1).unwrap_or_default()
}

/// Texts; one that is blank is as one that is not there.
pub(crate) struct TextCells<'a> {
    texts: &'a Texts,
    /// Of a dictionary, which text is that of a row.
    places: Option<&'a [i32]>,
    valid: Option<&'a Flags>,
}

impl<'a> TextCells<'a> {
    pub fn get(&self, row: usize) -> Option<&'a str> {
        let valid = self.valid.is_none_or(|valid| valid.get(row));
        let place = match self.places {
            None => row,
            Some(places) => usize::try_from(*places.get(row)?).ok()?,
        };
        self.texts.get(place).filter(|text| valid && !text.is_empty())
    }
}

pub(crate) struct InstantCells<'a> {
    instants: &'a [i64],
    valid: Option<&'a Flags>,
}

impl InstantCells<'_> {
    pub fn get(&self, row: usize) -> Option<Instant> {
        let valid = self.valid.is_none_or(|valid| valid.get(row));
        self.instants.get(row).filter(|_| valid).copied().and_then(Instant::from_microseconds)
    }
}

pub(crate) struct ListCells<'a> {
    offsets: &'a [i32],
    items: TextCells<'a>,
    valid: Option<&'a Flags>,
}

impl<'a> ListCells<'a> {
    pub fn get(&self, row: usize) -> impl Iterator<Item = &'a str> {
        let valid = self.valid.is_none_or(|valid| valid.get(row));
        let places = if valid { span(self.offsets, row) } else { 0..0 };
        places.filter_map(|place| self.items.get(place))
    }
}

pub(crate) struct MapCells<'a> {
    offsets: &'a [i32],
    keys: &'a Texts,
    values: &'a Texts,
    valid: Option<&'a Flags>,
}

impl<'a> MapCells<'a> {
    pub fn get(&self, row: usize) -> impl Iterator<Item = (&'a str, &'a str)> {
        let valid = self.valid.is_none_or(|valid| valid.get(row));
        let places = if valid { span(self.offsets, row) } else { 0..0 };
        let entry = |place| Some((self.keys.get(place)?, self.values.get(place)?));
        places.filter_map(entry).filter(|(_, value)| !value.is_empty())
    }
}
