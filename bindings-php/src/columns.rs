//! Columns as PHP's arrays: a list of values for each name, which costs a fraction of an array for each row. Does not know what the
//! columns mean.

use std::ops::Range;

use ext_php_rs::boxed::ZBox;
use ext_php_rs::convert::IntoZval;
use ext_php_rs::prelude::*;
use ext_php_rs::types::{ZendHashTable, ZendStr, Zval};
use memberferry::{Column, Frame, Values};

use crate::boundary::{Answer, HANDLE, internal, work};

/// An array of PHP.
pub type Array = ZBox<ZendHashTable>;

/// A table that is given as columns, some rows at a time.
pub trait Table {
    /// The names of all columns, in order.
    fn names(&self) -> Vec<String>;

    /// The next rows: the values of each column that is wanted, by its name, in the order of the columns. Absent after the last one.
    fn next(&mut self) -> Answer<Option<Array>>;
}

/// The columns of a table, some rows at a time.
#[php_class]
#[php(name = "Memberferry\\Native\\Columns", flags = HANDLE)]
pub struct Columns {
    table: Box<dyn Table>,
}

impl Columns {
    pub fn new(table: impl Table + 'static) -> Self {
        Columns { table: Box::new(table) }
    }

    /// Those of a table that the library gives as frames.
    pub fn of_frames(
        wanted: Vec<String>,
        size: usize,
        frame_at: impl Fn(usize) -> Option<Frame> + 'static,
    ) -> PhpResult<Self> {
        let frame = work(|| frame_at(0).ok_or_else(internal))?;
        let frame_at = Box::new(frame_at);
        Ok(Columns::new(Frames { frame_at, wanted, size: size.max(1), frame, first: 0, given: 0 }))
    }
}

#[php_impl]
impl Columns {
    /// The names of all columns, in order.
    pub fn names(&self) -> PhpResult<Vec<String>> {
        work(|| Ok(self.table.names()))
    }

    /// The next rows: the values of each column that is wanted, by its name. Absent after the last one.
    pub fn next(&mut self) -> PhpResult<Option<Array>> {
        work(|| self.table.next())
    }
}

/// A table of frames. The library makes many rows at once; PHP, whose memory is bounded, is given fewer.
struct Frames {
    /// The frame that begins with a row, by its place.
    frame_at: Box<dyn Fn(usize) -> Option<Frame>>,
    /// The columns that are wanted; all of them, where none is named.
    wanted: Vec<String>,
    /// How many rows are given at a time.
    size: usize,
    frame: Frame,
    /// The place of the frame's first row.
    first: usize,
    /// How many rows of the frame were given.
    given: usize,
}

impl Table for Frames {
    fn names(&self) -> Vec<String> {
        self.frame.columns.iter().map(|column| column.name.to_string()).collect()
    }

    fn next(&mut self) -> Answer<Option<Array>> {
        if self.given >= self.frame.rows {
            let next = self.first + self.frame.rows;
            match (self.frame_at)(next).filter(|frame| frame.rows > 0 && self.frame.rows > 0) {
                Some(frame) => (self.frame, self.first, self.given) = (frame, next, 0),
                None => return Ok(None),
            }
        }
        let rows = self.given..self.given.saturating_add(self.size).min(self.frame.rows);
        let mut array = ZendHashTable::new();
        for column in &self.frame.columns {
            if self.wanted.is_empty() || self.wanted.iter().any(|name| *name == column.name) {
                put(&mut array, &column.name, list(values(column, rows.clone())?.into_iter())?)?;
            }
        }
        self.given = rows.end;
        Ok(Some(array))
    }
}

/// The values of some rows of a column, `null` where a row has none.
fn values(column: &Column, rows: Range<usize>) -> Answer<Vec<Zval>> {
    let valid = column.valid.as_ref();
    let (begin, end) = (rows.start, rows.end);
    let each = |value: &mut dyn FnMut(usize) -> Answer<Zval>| {
        rows.map(|row| if valid.is_none_or(|valid| valid.get(row)) { value(row) } else { Ok(Zval::null()) })
            .collect()
    };
    match &column.values {
        Values::Text(texts) => {
            let mut known = KnownTexts::default();
            each(&mut |row| known.value(texts.get(row).unwrap_or_default()))
        }
        Values::Instants(numbers) | Values::Numbers(numbers) => {
            each(&mut |row| zval(numbers.get(row).copied().unwrap_or_default()))
        }
        Values::Flags(flags) => each(&mut |row| zval(flags.get(row))),
        Values::List { offsets, items } => {
            let mut items = values(items, at(offsets, begin)..at(offsets, end))?.into_iter();
            each(&mut |row| {
                let length = at(offsets, row + 1).saturating_sub(at(offsets, row));
                list(items.by_ref().take(length)).and_then(zval)
            })
        }
        Values::Map { offsets, keys, values } => each(&mut |row| {
            let mut map = ZendHashTable::new();
            for place in at(offsets, row)..at(offsets, row + 1) {
                let value = string(values.get(place).unwrap_or_default())?;
                put(&mut map, keys.get(place).unwrap_or_default(), value)?;
            }
            zval(map)
        }),
        Values::Record(fields) => {
            let fields = fields.iter().map(|field| Ok((&field.name, values(field, begin..end)?.into_iter())));
            let mut fields = fields.collect::<Answer<Vec<_>>>()?;
            each(&mut |_| {
                let mut record = ZendHashTable::new();
                for (name, values) in &mut fields {
                    put(&mut record, name, values.next().unwrap_or_else(Zval::null))?;
                }
                zval(record)
            })
        }
    }
}

/// Where a row's items begin.
fn at(offsets: &[i32], row: usize) -> usize {
    offsets.get(row).and_then(|offset| usize::try_from(*offset).ok()).unwrap_or_default()
}

/// Texts that were met just now. Names of tags and countries come again and again, and one string of PHP may stand in many places.
#[derive(Default)]
pub struct KnownTexts {
    slots: Vec<Option<(Box<str>, Zval)>>,
    found: usize,
    missed: usize,
}

/// How many texts are remembered, each in the place of its hash.
const KNOWN: usize = 512;

impl KnownTexts {
    /// The text as PHP has it.
    pub fn value(&mut self, text: &str) -> Answer<Zval> {
        // Addresses and names hardly ever come again: remembering them costs more than it saves.
        if self.missed > KNOWN && self.missed > self.found {
            return string(text);
        }
        if self.slots.is_empty() {
            self.slots.resize_with(KNOWN, || None);
        }
        let hash =
            text.bytes().fold(0_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
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

pub fn string(text: &str) -> Answer<Zval> {
    let mut value = Zval::new();
    value.set_zend_string(ZendStr::new(text, false));
    Ok(value)
}

fn list(values: impl ExactSizeIterator<Item = Zval>) -> Answer<Array> {
    let mut list = ZendHashTable::with_capacity(capacity(values.len()));
    for value in values {
        list.push(value).map_err(|_| internal())?;
    }
    Ok(list)
}

pub fn zval(value: impl IntoZval) -> Answer<Zval> {
    value.into_zval(false).map_err(|_| internal())
}

pub fn put(array: &mut Array, name: &str, value: impl IntoZval) -> Answer<()> {
    array.insert(name, value).map_err(|_| internal())
}

pub fn capacity(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default()
}
