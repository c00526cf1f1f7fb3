//! Columns as PHP's arrays: a list of values for each name, which costs a fraction of an array for each row. Does not know what the
//! columns mean.

use ext_php_rs::boxed::ZBox;
use ext_php_rs::convert::IntoZval;
use ext_php_rs::types::{ZendHashTable, ZendStr, Zval};
use memberferry::{Column, Frame, Texts, Values};

use crate::boundary::{Answer, internal};

/// An array of PHP.
pub type Array = ZBox<ZendHashTable>;

/// The columns of a frame that are asked for, all of them where none is, by their names.
pub fn columns(frame: &Frame, names: &[String]) -> Answer<Array> {
    let mut array = ZendHashTable::new();
    for column in &frame.columns {
        if names.is_empty() || names.iter().any(|name| *name == column.name) {
            put(&mut array, &column.name, listed(&values(column, frame.rows)?)?)?;
        }
    }
    Ok(array)
}

/// The values of so many rows of a column, `null` where a row has none.
fn values(column: &Column, rows: usize) -> Answer<Vec<Zval>> {
    let mut values = all_values(&column.values, rows)?;
    if let Some(valid) = &column.valid {
        for (row, value) in values.iter_mut().enumerate() {
            if !valid.get(row) {
                *value = Zval::null();
            }
        }
    }
    Ok(values)
}

fn all_values(values: &Values, rows: usize) -> Answer<Vec<Zval>> {
    let mut known = KnownTexts::default();
    match values {
        Values::Text(texts) => (0..rows).map(|row| known.value(texts, row)).collect(),
        Values::Instants(numbers) | Values::Numbers(numbers) => {
            numbers.iter().take(rows).map(|number| zval(*number)).collect()
        }
        Values::Flags(flags) => (0..rows).map(|row| zval(flags.get(row))).collect(),
        Values::List { offsets, items } => {
            let count = offsets.last().map_or(0, |end| place(*end));
            let mut items = self::values(items, count)?.into_iter();
            each_row(offsets, rows, |row| {
                let mut list = ZendHashTable::with_capacity(capacity(row.len()));
                for value in items.by_ref().take(row.len()) {
                    push(&mut list, value)?;
                }
                Ok(list)
            })
        }
        Values::Map { offsets, keys, values } => each_row(offsets, rows, |row| {
            let mut map = ZendHashTable::with_capacity(capacity(row.len()));
            for place in row {
                put(&mut map, keys.get(place).unwrap_or_default(), known.value(values, place)?)?;
            }
            Ok(map)
        }),
        Values::Record(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|field| Ok((&field.name, self::values(field, rows)?)))
                .collect::<Answer<_>>()?;
            let record = |row: usize| {
                let mut record = ZendHashTable::with_capacity(capacity(fields.len()));
                for (name, values) in &fields {
                    put(&mut record, name, values.get(row).map_or_else(Zval::null, Zval::shallow_clone))?;
                }
                zval(record)
            };
            (0..rows).map(record).collect()
        }
    }
}

/// An array for each row, of the items between two offsets.
fn each_row(
    offsets: &[i32],
    rows: usize,
    mut array: impl FnMut(std::ops::Range<usize>) -> Answer<Array>,
) -> Answer<Vec<Zval>> {
    let ends = offsets.iter().zip(offsets.iter().skip(1)).take(rows);
    ends.map(|(begin, end)| zval(array(place(*begin)..place(*end))?)).collect()
}

/// Texts that were met just now. Names of tags and countries come again and again, and one string of PHP may stand in many places.
#[derive(Default)]
struct KnownTexts {
    slots: Vec<Option<(Box<str>, Zval)>>,
}

/// How many texts are remembered, each in the place of its hash. Longer ones than so many bytes rarely come again.
const KNOWN: usize = 256;
const SHORT: usize = 32;

impl KnownTexts {
    fn value(&mut self, texts: &Texts, row: usize) -> Answer<Zval> {
        let text = texts.get(row).unwrap_or_default();
        if text.len() > SHORT {
            return string(text);
        }
        if self.slots.is_empty() {
            self.slots.resize_with(KNOWN, || None);
        }
        let hash =
            text.bytes().fold(0_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
        let Some(slot) = self.slots.get_mut(hash % KNOWN) else { return string(text) };
        match slot {
            Some((known, value)) if **known == *text => Ok(value.shallow_clone()),
            _ => {
                let value = string(text)?;
                *slot = Some((text.into(), value.shallow_clone()));
                Ok(value)
            }
        }
    }
}

fn string(text: &str) -> Answer<Zval> {
    let mut value = Zval::new();
    value.set_zend_string(ZendStr::new(text, false));
    Ok(value)
}

fn listed(values: &[Zval]) -> Answer<Array> {
    let mut list = ZendHashTable::with_capacity(capacity(values.len()));
    for value in values {
        push(&mut list, value.shallow_clone())?;
    }
    Ok(list)
}

fn zval(value: impl IntoZval) -> Answer<Zval> {
    value.into_zval(false).map_err(|_| internal())
}

fn push(array: &mut Array, value: impl IntoZval) -> Answer<()> {
    array.push(value).map_err(|_| internal())
}

fn put(array: &mut Array, name: &str, value: impl IntoZval) -> Answer<()> {
    array.insert(name, value).map_err(|_| internal())
}

fn place(offset: i32) -> usize {
    usize::try_from(offset).unwrap_or_default()
}

fn capacity(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default()
}
