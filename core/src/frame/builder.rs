//! Columns made row by row. A row for which nothing is put has no value. Does not know any table.

use std::borrow::Cow;

use super::{Column, Flags, Texts, Values};
use crate::Instant;

/// An offset into so many bytes or items. [`FRAME_BYTES`](super::FRAME_BYTES) keeps them far below the largest.
pub(super) fn offset(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// Closes the rows before one: they end where the rows so far do.
fn skip_to(offsets: &mut Vec<i32>, row: usize) {
    let end = offsets.last().copied().unwrap_or_default();
    offsets.resize(row + 1, end);
}

/// Which rows are set. As long as all of them are, from the first one on, they are only counted.
#[derive(Debug, Default)]
pub(crate) struct FlagBuilder {
    first: usize,
    bytes: Vec<u8>,
}

impl FlagBuilder {
    /// Sets a row; rows are set in order.
    #[inline]
    pub fn set(&mut self, row: usize) {
        if row == self.first && self.bytes.is_empty() {
            self.first += 1;
        } else {
            self.set_bit(row);
        }
    }

    fn set_bit(&mut self, row: usize) {
        if self.bytes.is_empty() {
            self.bytes = ones(self.first);
        }
        if self.bytes.len() <= row / 8 {
            self.bytes.resize(row / 8 + 1, 0);
        }
        if let Some(byte) = self.bytes.get_mut(row / 8) {
            *byte |= 1 << (row % 8);
        }
    }

    pub fn finish(self, rows: usize) -> Flags {
        let mut bytes = if self.bytes.is_empty() { ones(self.first) } else { self.bytes };
        bytes.resize(rows.div_ceil(8), 0);
        Flags { rows, bytes }
    }

    /// As what says which rows have values.
    pub fn valid(self, rows: usize) -> Option<Flags> {
        if self.bytes.is_empty() && self.first == rows {
            return None;
        }
        let flags = self.finish(rows);
        let set: usize = flags.bytes.iter().map(|byte| byte.count_ones() as usize).sum();
        (set < rows).then_some(flags)
    }

    /// As a column of yes and no.
    pub fn column(self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        Column { name: name.into(), valid: None, values: Values::Flags(self.finish(rows)) }
    }
}

/// So many rows that are all set.
fn ones(rows: usize) -> Vec<u8> {
    let mut bytes = vec![u8::MAX; rows / 8];
    if !rows.is_multiple_of(8) {
        bytes.push((1 << (rows % 8)) - 1);
    }
    bytes
}

#[derive(Debug, Default)]
pub(crate) struct TextBuilder {
    offsets: Vec<i32>,
    bytes: Vec<u8>,
    valid: FlagBuilder,
}

impl TextBuilder {
    /// Puts a row's text; rows are put in order, each once.
    #[inline]
    pub fn put(&mut self, row: usize, text: &str) {
        self.put_utf8(row, text.as_bytes());
    }

    /// The same for text that is known to be UTF-8, and need not be looked at again.
    #[inline]
    pub fn put_utf8(&mut self, row: usize, text: &[u8]) {
        skip_to(&mut self.offsets, row);
        self.bytes.extend_from_slice(text);
        self.offsets.push(offset(self.bytes.len()));
        self.valid.set(row);
    }

    /// The number of rows up to the last one that was put.
    fn rows(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    fn push(&mut self, text: &[u8]) {
        self.put_utf8(self.rows(), text);
    }

    pub fn texts(mut self, rows: usize) -> (Texts, Option<Flags>) {
        skip_to(&mut self.offsets, rows);
        (Texts { offsets: self.offsets, bytes: self.bytes }, self.valid.valid(rows))
    }

    pub fn finish(self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        let (texts, valid) = self.texts(rows);
        Column { name: name.into(), valid, values: Values::Text(texts) }
    }
}

#[derive(Debug, Default)]
pub(crate) struct NumberBuilder {
    numbers: Vec<i64>,
    valid: FlagBuilder,
}

impl NumberBuilder {
    pub fn put(&mut self, row: usize, number: i64) {
        self.numbers.resize(row, 0);
        self.numbers.push(number);
        self.valid.set(row);
    }

    pub fn finish(mut self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        self.numbers.resize(rows, 0);
        Column { name: name.into(), valid: self.valid.valid(rows), values: Values::Numbers(self.numbers) }
    }
}

#[derive(Debug, Default)]
pub(crate) struct InstantBuilder(NumberBuilder);

impl InstantBuilder {
    pub fn put(&mut self, row: usize, instant: Option<Instant>) {
        if let Some(instant) = instant {
            self.0.put(row, instant.microseconds());
        }
    }

    pub fn finish(self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        let mut column = self.0.finish(name, rows);
        if let Values::Numbers(numbers) = column.values {
            column.values = Values::Instants(numbers);
        }
        column
    }
}

/// Several texts in each row; a row for which none is put has an empty list.
#[derive(Debug, Default)]
pub(crate) struct ListBuilder {
    offsets: Vec<i32>,
    items: TextBuilder,
}

impl ListBuilder {
    /// Puts a row's texts, which are known to be UTF-8; rows are put in order.
    #[inline]
    pub fn put_utf8<'a>(&mut self, row: usize, texts: impl Iterator<Item = &'a [u8]>) {
        skip_to(&mut self.offsets, row);
        texts.for_each(|text| self.items.push(text));
        self.offsets.push(offset(self.items.rows()));
    }

    pub fn finish(mut self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        skip_to(&mut self.offsets, rows);
        let items = self.items.rows();
        let items = Box::new(self.items.finish("item", items));
        Column { name: name.into(), valid: None, values: Values::List { offsets: self.offsets, items } }
    }
}

/// Texts of which few are different, each written once. Whoever puts one says by a number which it is.
#[derive(Debug, Default)]
pub(crate) struct DictionaryBuilder {
    /// By number, the place of its text, counted from 1; 0 where it was not put yet.
    known: Vec<i32>,
    places: Vec<i32>,
    texts: TextBuilder,
}

impl DictionaryBuilder {
    /// Puts the next text.
    #[inline]
    pub fn push<'a>(&mut self, number: usize, text: impl FnOnce() -> &'a str) {
        if self.known.len() <= number {
            self.known.resize(number + 1, 0);
        }
        let Some(known) = self.known.get_mut(number) else { return };
        if *known == 0 {
            self.texts.push(text().as_bytes());
            *known = offset(self.texts.rows());
        }
        self.places.push(*known - 1);
    }

    /// As a column in which every row has a value.
    pub fn finish(self, name: impl Into<Cow<'static, str>>) -> Column {
        let count = self.texts.rows();
        let (texts, _) = self.texts.texts(count);
        Column { name: name.into(), valid: None, values: Values::Dictionary { places: self.places, texts } }
    }
}

/// Several texts in each row, of which few are different; a row for which none is put has an empty list.
#[derive(Debug, Default)]
pub(crate) struct DictionaryListBuilder {
    offsets: Vec<i32>,
    items: DictionaryBuilder,
}

impl DictionaryListBuilder {
    /// Puts a row's texts, each with its number; rows are put in order.
    #[inline]
    pub fn put<'a, T: FnOnce() -> &'a str>(&mut self, row: usize, texts: impl Iterator<Item = (usize, T)>) {
        skip_to(&mut self.offsets, row);
        texts.for_each(|(number, text)| self.items.push(number, text));
        self.offsets.push(offset(self.items.places.len()));
    }

    pub fn finish(mut self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        skip_to(&mut self.offsets, rows);
        let items = Box::new(self.items.finish("item"));
        Column { name: name.into(), valid: None, values: Values::List { offsets: self.offsets, items } }
    }
}

/// Names with values in each row; a row for which none is put has none.
#[derive(Debug, Default)]
pub(crate) struct MapBuilder {
    offsets: Vec<i32>,
    keys: TextBuilder,
    values: TextBuilder,
}

impl MapBuilder {
    /// Puts one more name with its value into a row; rows are put in order.
    #[inline]
    pub fn put(&mut self, row: usize, key: &str, value: &str) {
        self.put_utf8(row, key, value.as_bytes());
    }

    /// The same for a value that is known to be UTF-8.
    #[inline]
    pub fn put_utf8(&mut self, row: usize, key: &str, value: &[u8]) {
        if self.offsets.len() == row + 2 {
            self.offsets.pop();
        }
        skip_to(&mut self.offsets, row);
        self.keys.push(key.as_bytes());
        self.values.push(value);
        self.offsets.push(offset(self.keys.rows()));
    }

    pub fn finish(mut self, name: impl Into<Cow<'static, str>>, rows: usize) -> Column {
        skip_to(&mut self.offsets, rows);
        let entries = self.keys.rows();
        let (keys, values) = (self.keys.texts(entries).0, self.values.texts(entries).0);
        Column { name: name.into(), valid: None, values: Values::Map { offsets: self.offsets, keys, values } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_for_which_nothing_is_put_have_no_value() {
        let mut texts = TextBuilder::default();
        texts.put(1, "a");
        texts.put(3, "bc");
        let column = texts.finish("text", 5);
        let valid = column.valid.unwrap();
        assert_eq!(
            (0..6).map(|row| valid.get(row)).collect::<Vec<_>>(),
            [false, true, false, true, false, false]
        );
        assert_eq!(
            column.values,
            Values::Text(Texts { offsets: vec![0, 0, 1, 1, 3, 3], bytes: b"abc".to_vec() })
        );
        let mut numbers = NumberBuilder::default();
        numbers.put(0, 7);
        numbers.put(1, 8);
        assert_eq!(numbers.finish("number", 2).valid, None);
    }

    #[test]
    fn an_empty_column_has_its_first_offset() {
        let Values::Text(texts) = TextBuilder::default().finish("text", 0).values else { panic!() };
        assert_eq!(texts.offsets, [0]);
    }

    #[test]
    fn a_text_that_comes_again_stands_in_a_dictionary_once() {
        let mut column = DictionaryListBuilder::default();
        let tag = |number: usize| (number, move || ["VIP", "Member", "Ended"][number]);
        column.put(0, [tag(2), tag(0)].into_iter());
        column.put(2, [tag(2)].into_iter());
        let Values::List { offsets, items } = column.finish("tags", 3).values else { panic!() };
        assert_eq!(offsets, [0, 2, 2, 3]);
        let Values::Dictionary { places, texts } = items.values else { panic!() };
        assert_eq!(places, [0, 1, 0]);
        assert_eq!((texts.get(0), texts.get(1), texts.get(2)), (Some("Ended"), Some("VIP"), None));
        let spelled = texts.spelled(&places);
        assert_eq!((spelled.get(0), spelled.get(2), spelled.get(3)), (Some("Ended"), Some("Ended"), None));
    }

    #[test]
    fn lists_and_maps_end_where_the_next_begins() {
        let mut lists = ListBuilder::default();
        lists.put_utf8(1, [b"a", b"b"].into_iter().map(<[u8; 1]>::as_slice));
        lists.put_utf8(2, [].into_iter());
        let Values::List { offsets, items } = lists.finish("list", 4).values else { panic!() };
        assert_eq!(offsets, [0, 0, 2, 2, 2]);
        let Values::Text(items) = items.values else { panic!() };
        assert_eq!((items.get(1), items.get(2)), (Some("b"), None));
        let mut maps = MapBuilder::default();
        maps.put(1, "Hat", "yes");
        maps.put(1, "Shoe", "42");
        maps.put(2, "Hat", "no");
        let Values::Map { offsets, keys, values } = maps.finish("map", 3).values else { panic!() };
        assert_eq!(offsets, [0, 0, 2, 3]);
        assert_eq!((keys.get(1), values.get(2)), (Some("Shoe"), Some("no")));
    }
}
