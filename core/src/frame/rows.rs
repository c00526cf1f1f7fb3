//! Columns of a list of values, one column after the other. Does not know the values.

use std::borrow::Cow;

use super::builder::offset;
use super::{Column, FlagBuilder, Frame, InstantBuilder, MapBuilder, NumberBuilder, TextBuilder, Values};
use crate::Instant;

/// Makes a frame out of a list: each column by what it takes of a value.
pub(crate) struct Rows<'a, T> {
    rows: &'a [T],
    columns: Vec<Column>,
}

impl<'a, T> Rows<'a, T> {
    pub fn of(rows: &'a [T]) -> Self {
        Rows { rows, columns: Vec::new() }
    }

    pub fn finish(self) -> Frame {
        Frame { rows: self.rows.len(), columns: self.columns }
    }

    pub fn text(mut self, name: &'static str, of: impl Fn(&'a T) -> Option<&'a str>) -> Self {
        let mut column = TextBuilder::default();
        for (row, value) in self.rows.iter().enumerate() {
            if let Some(text) = of(value) {
                column.put(row, text);
            }
        }
        self.columns.push(column.finish(name, self.rows.len()));
        self
    }

    /// Text that is made for each row.
    pub fn written(mut self, name: &'static str, of: impl Fn(&'a T) -> Option<String>) -> Self {
        let mut column = TextBuilder::default();
        for (row, value) in self.rows.iter().enumerate() {
            if let Some(text) = of(value) {
                column.put(row, &text);
            }
        }
        self.columns.push(column.finish(name, self.rows.len()));
        self
    }

    pub fn instant(mut self, name: &'static str, of: impl Fn(&'a T) -> Option<Instant>) -> Self {
        let mut column = InstantBuilder::default();
        self.rows.iter().enumerate().for_each(|(row, value)| column.put(row, of(value)));
        self.columns.push(column.finish(name, self.rows.len()));
        self
    }

    pub fn number(mut self, name: &'static str, of: impl Fn(&'a T) -> Option<i64>) -> Self {
        let mut column = NumberBuilder::default();
        for (row, value) in self.rows.iter().enumerate() {
            if let Some(number) = of(value) {
                column.put(row, number);
            }
        }
        self.columns.push(column.finish(name, self.rows.len()));
        self
    }

    /// A count, which nobody has too many of.
    pub fn count(self, name: &'static str, of: impl Fn(&'a T) -> Option<u64>) -> Self {
        self.number(name, |value| of(value).and_then(|count| i64::try_from(count).ok()))
    }

    pub fn map(
        mut self,
        name: &'static str,
        of: impl Fn(&'a T) -> &'a indexmap::IndexMap<String, String>,
    ) -> Self {
        let mut column = MapBuilder::default();
        for (row, value) in self.rows.iter().enumerate() {
            of(value).iter().for_each(|(key, value)| column.put(row, key, value));
        }
        self.columns.push(column.finish(name, self.rows.len()));
        self
    }

    /// Several fields in each row, as columns of the same list; a row without them is one for which `has` says so.
    pub fn record(
        mut self,
        name: &'static str,
        has: impl Fn(&'a T) -> bool,
        fields: impl FnOnce(Self) -> Self,
    ) -> Self {
        let mut valid = FlagBuilder::default();
        for (row, value) in self.rows.iter().enumerate() {
            if has(value) {
                valid.set(row);
            }
        }
        let values = Values::Record(fields(Rows::of(self.rows)).columns);
        self.columns.push(Column { name: Cow::Borrowed(name), valid: valid.valid(self.rows.len()), values });
        self
    }

    /// Several values in each row, each of several fields.
    pub fn records<Item>(
        mut self,
        name: &'static str,
        of: impl Fn(&'a T) -> &'a [Item],
        fields: impl FnOnce(Rows<'_, Item>) -> Frame,
    ) -> Self
    where
        Item: Clone + 'a,
    {
        let mut offsets = vec![0];
        let mut items = Vec::new();
        for value in self.rows {
            items.extend_from_slice(of(value));
            offsets.push(offset(items.len()));
        }
        let fields = Values::Record(fields(Rows::of(&items)).columns);
        let items = Box::new(Column { name: Cow::Borrowed("item"), valid: None, values: fields });
        self.columns.push(Column {
            name: Cow::Borrowed(name),
            valid: None,
            values: Values::List { offsets, items },
        });
        self
    }
}
