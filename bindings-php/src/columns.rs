//! Columns as PHP's arrays: a list of values for each name, which costs a fraction of an array for each row. Does not know what the
//! columns mean.

use ext_php_rs::boxed::ZBox;
use ext_php_rs::convert::IntoZval;
use ext_php_rs::prelude::*;
use ext_php_rs::types::{ZendHashTable, ZendStr, Zval};
use memberferry::{Column, Flags, Frame, Texts, Values};

use crate::boundary::{Answer, HANDLE, internal, work};

/// An array of PHP.
pub type Array = ZBox<ZendHashTable>;

/// The columns of a table, some rows at a time. The library makes many rows at once; PHP, whose memory is bounded, is given fewer.
#[php_class]
#[php(name = "Memberferry\\Native\\Columns", flags = HANDLE)]
pub struct Columns {
    /// The frame that begins with a row, by its place.
    frame_at: Box<dyn Fn(usize) -> Option<Frame>>,
    /// How many rows are given at a time.
    size: usize,
    frame: Frame,
    /// The strings that were made of each column.
    made: Vec<Made>,
    /// The place of the frame's first row.
    first: usize,
    /// How many rows of the frame were given.
    given: usize,
}

impl Columns {
    /// Those of a table that the library gives as frames.
    pub fn of_frames(size: usize, frame_at: impl Fn(usize) -> Option<Frame> + 'static) -> Answer<Self> {
        let frame = frame_at(0).ok_or_else(internal)?;
        let (frame_at, made) = (Box::new(frame_at), Vec::new());
        Ok(Columns { frame_at, size: size.max(1), frame, made, first: 0, given: 0 })
    }

    fn part(&mut self) -> Answer<Option<Array>> {
        if self.given >= self.frame.rows {
            let next = self.first + self.frame.rows;
            match (self.frame_at)(next).filter(|frame| frame.rows > 0 && self.frame.rows > 0) {
                Some(frame) => (self.frame, self.first, self.given) = (frame, next, 0),
                None => return Ok(None),
            }
            self.made.iter_mut().for_each(Made::forget_dictionaries);
        }
        let rows = self.given..self.given.saturating_add(self.size).min(self.frame.rows);
        self.made.resize_with(self.frame.columns.len(), Made::default);
        let mut array = ZendHashTable::with_capacity(capacity(self.frame.columns.len()));
        for (column, made) in self.frame.columns.iter().zip(&mut self.made) {
            let mut cells = Cells::of(column, made);
            put(&mut array, &column.name, list(rows.len(), rows.clone().map(|row| cells.value(row)))?)?;
        }
        self.given = rows.end;
        Ok(Some(array))
    }
}

#[php_impl]
impl Columns {
    /// The next rows: the values of each column, by its name. Absent after the last one.
    pub fn next(&mut self) -> PhpResult<Option<Array>> {
        work(|| self.part())
    }
}

/// What was made of a column and may stand in many places.
#[derive(Default)]
struct Made {
    texts: KnownTexts,
    /// By the place in the frame's dictionary.
    dictionary: Vec<Option<Zval>>,
    /// Of a list's items.
    items: Option<Box<Made>>,
    /// Of a record's fields.
    fields: Vec<Made>,
}

impl Made {
    /// Another frame has another dictionary.
    fn forget_dictionaries(&mut self) {
        self.dictionary.clear();
        self.items.iter_mut().for_each(|items| items.forget_dictionaries());
        self.fields.iter_mut().for_each(Made::forget_dictionaries);
    }
}

/// The values of one column, each made where it is wanted.
struct Cells<'a> {
    /// Which rows have a value.
    valid: Option<&'a Flags>,
    values: CellValues<'a>,
}

enum CellValues<'a> {
    Text(&'a Texts, &'a mut KnownTexts),
    Dictionary(&'a [i32], &'a Texts, &'a mut Vec<Option<Zval>>),
    Numbers(&'a [i64]),
    Flags(&'a Flags),
    List(&'a [i32], Box<Cells<'a>>),
    Map(&'a [i32], &'a Texts, &'a Texts),
    Record(Vec<(&'a str, Cells<'a>)>),
}

impl<'a> Cells<'a> {
    fn of(column: &'a Column, made: &'a mut Made) -> Self {
        let values = match &column.values {
            Values::Text(texts) => CellValues::Text(texts, &mut made.texts),
            Values::Dictionary { places, texts } => {
                made.dictionary.resize_with(texts.offsets.len(), || None);
                CellValues::Dictionary(places, texts, &mut made.dictionary)
            }
            Values::Instants(numbers) | Values::Numbers(numbers) => CellValues::Numbers(numbers),
            Values::Flags(flags) => CellValues::Flags(flags),
            Values::List { offsets, items } => {
                CellValues::List(offsets, Box::new(Cells::of(items, made.items.get_or_insert_default())))
            }
            Values::Map { offsets, keys, values } => CellValues::Map(offsets, keys, values),
            Values::Record(fields) => {
                made.fields.resize_with(fields.len(), Made::default);
                let fields = fields.iter().zip(&mut made.fields);
                CellValues::Record(
                    fields.map(|(field, made)| (&*field.name, Cells::of(field, made))).collect(),
                )
            }
        };
        Cells { valid: column.valid.as_ref(), values }
    }

    /// The value of a row, `null` where it has none.
    #[inline]
    fn value(&mut self, row: usize) -> Answer<Zval> {
        if self.valid.is_some_and(|valid| !valid.get(row)) {
            return Ok(Zval::null());
        }
        match &mut self.values {
            CellValues::Text(texts, known) => known.value(bytes(texts, row)),
            CellValues::Dictionary(places, texts, made) => {
                let place = number(places, row);
                let Some(made) = made.get_mut(place) else { return string(&[]) };
                match made {
                    Some(value) => Ok(value.shallow_clone()),
                    None => {
                        let value = string(bytes(texts, place))?;
                        Ok(made.insert(value).shallow_clone())
                    }
                }
            }
            CellValues::Numbers(numbers) => zval(numbers.get(row).copied().unwrap_or_default()),
            CellValues::Flags(flags) => zval(flags.get(row)),
            CellValues::List(offsets, items) => {
                let places = number(offsets, row)..number(offsets, row + 1);
                zval(list(places.len(), places.map(|place| items.value(place)))?)
            }
            CellValues::Map(offsets, keys, values) => {
                let mut map = ZendHashTable::new();
                for place in number(offsets, row)..number(offsets, row + 1) {
                    put(&mut map, keys.get(place).unwrap_or_default(), string(bytes(values, place))?)?;
                }
                zval(map)
            }
            CellValues::Record(fields) => {
                let mut record = ZendHashTable::with_capacity(capacity(fields.len()));
                for (name, cells) in fields {
                    put(&mut record, name, cells.value(row)?)?;
                }
                zval(record)
            }
        }
    }
}

/// An offset or a place.
#[inline]
fn number(numbers: &[i32], row: usize) -> usize {
    numbers.get(row).and_then(|number| usize::try_from(*number).ok()).unwrap_or_default()
}

/// A text. PHP's strings are bytes: that it is UTF-8 need not be found out again.
#[inline]
fn bytes(texts: &Texts, row: usize) -> &[u8] {
    texts.bytes.get(number(&texts.offsets, row)..number(&texts.offsets, row + 1)).unwrap_or_default()
}

/// Texts that were met just now. Names of countries come again and again, and one string of PHP may stand in many places.
#[derive(Default)]
struct KnownTexts {
    slots: Vec<Option<(Box<[u8]>, Zval)>>,
    found: usize,
    missed: usize,
}

/// How many texts are remembered, each in the place of its hash.
const KNOWN: usize = 512;

impl KnownTexts {
    /// The text as PHP has it.
    #[inline]
    fn value(&mut self, text: &[u8]) -> Answer<Zval> {
        // Addresses and names hardly ever come again: remembering them costs more than it saves.
        if self.missed > KNOWN && self.missed > self.found {
            return string(text);
        }
        if self.slots.is_empty() {
            self.slots.resize_with(KNOWN, || None);
        }
        let hash =
            text.iter().fold(0_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(*byte)));
        let Some(slot) = self.slots.get_mut(hash % KNOWN) else { return string(text) };
        match slot {
            Some((known, value)) if **known == *text => {
                self.found += 1;
                Ok(value.shallow_clone())
            }
            _ => {
                self.missed += 1;
                let value = string(text)?;
                *slot = Some((text.into(), value.shallow_clone()));
                Ok(value)
            }
        }
    }
}

fn string(text: &[u8]) -> Answer<Zval> {
    let mut value = Zval::new();
    value.set_zend_string(ZendStr::new(text, false));
    Ok(value)
}

fn list(length: usize, values: impl Iterator<Item = Answer<Zval>>) -> Answer<Array> {
    let mut list = ZendHashTable::with_capacity(capacity(length));
    for value in values {
        list.push(value?).map_err(|_| internal())?;
    }
    Ok(list)
}

fn zval(value: impl IntoZval) -> Answer<Zval> {
    value.into_zval(false).map_err(|_| internal())
}

fn put(array: &mut Array, name: &str, value: impl IntoZval) -> Answer<()> {
    array.insert(name, value).map_err(|_| internal())
}

fn capacity(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default()
}
