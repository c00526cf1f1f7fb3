//! Columns in one piece of memory: what typed arrays lie over without a copy, and a worker hands to its page without one. Does not know
//! what the columns mean.
//!
//! The piece consists of parts, each of which begins at a multiple of 8 bytes; then a JSON text, which says where everything is; and at its very
//! end the length of that text (32 bits, the lowest byte first). Offsets into texts count UTF-16 code units, as strings of JavaScript do,
//! so that a column's text is decoded once and cut where it is read.

use memberferry::{Column, Flags, Frame, Texts, Values};
use serde::Serialize;

/// How everything is aligned.
const ALIGNMENT: usize = 8;

#[derive(Serialize)]
struct Table<'a> {
    rows: usize,
    columns: Vec<Laid<'a>>,
}

/// Where a column is. Places are in bytes.
#[derive(Serialize)]
struct Laid<'a> {
    name: &'a str,
    /// Of a bit for each row that has a value; absent where all have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid: Option<usize>,
    #[serde(flatten)]
    values: LaidValues<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum LaidValues<'a> {
    /// No row has a value.
    None,
    Text(LaidTexts),
    /// For each row the place of its text among those that are different, as a 32-bit number.
    Dictionary {
        places: usize,
        count: usize,
        texts: LaidTexts,
    },
    /// Microseconds since 1970, as 64-bit floating point numbers, which hold them exactly for the next two centuries and more.
    Instants {
        at: usize,
    },
    Numbers {
        at: usize,
    },
    Flags {
        at: usize,
    },
    List {
        offsets: usize,
        item: Box<Laid<'a>>,
    },
    Map {
        offsets: usize,
        keys: LaidTexts,
        values: LaidTexts,
    },
    Record {
        fields: Vec<Laid<'a>>,
    },
}

#[derive(Serialize)]
struct LaidTexts {
    /// Of one more 32-bit offset than there are texts.
    offsets: usize,
    /// Of all texts, in UTF-8.
    at: usize,
    /// How long they are, in bytes.
    length: usize,
}

/// A frame as one piece.
pub fn packed(frame: &Frame) -> Vec<u8> {
    let mut parts = Parts(Vec::new());
    let columns = frame.columns.iter().map(|column| parts.column(column)).collect();
    let header = serde_json::to_vec(&Table { rows: frame.rows, columns }).unwrap_or_default();
    let Parts(mut piece) = parts;
    piece.extend_from_slice(&header);
    piece.extend_from_slice(&u32::try_from(header.len()).unwrap_or_default().to_le_bytes());
    piece
}

fn align(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
}

struct Parts(Vec<u8>);

impl Parts {
    /// Where the next part begins.
    fn next(&mut self) -> usize {
        align(&mut self.0);
        self.0.len()
    }

    fn column<'a>(&mut self, column: &'a Column) -> Laid<'a> {
        let is_empty = column.valid.as_ref().is_some_and(|valid| valid.bytes.iter().all(|byte| *byte == 0));
        if is_empty {
            return Laid { name: &column.name, valid: None, values: LaidValues::None };
        }
        let valid = column.valid.as_ref().map(|valid| self.flags(valid));
        Laid { name: &column.name, valid, values: self.values(&column.values) }
    }

    fn values<'a>(&mut self, values: &'a Values) -> LaidValues<'a> {
        match values {
            Values::Text(texts) => LaidValues::Text(self.texts(texts)),
            Values::Dictionary { places, texts } => LaidValues::Dictionary {
                places: self.offsets(places.iter().copied()),
                count: texts.offsets.len().saturating_sub(1),
                texts: self.texts(texts),
            },
            Values::Instants(instants) => LaidValues::Instants { at: self.numbers(instants) },
            Values::Numbers(numbers) => LaidValues::Numbers { at: self.numbers(numbers) },
            Values::Flags(flags) => LaidValues::Flags { at: self.flags(flags) },
            Values::List { offsets, .. } | Values::Map { offsets, .. }
                if offsets.last().is_none_or(|last| *last == 0) =>
            {
                LaidValues::None
            }
            Values::List { offsets, items } => LaidValues::List {
                offsets: self.offsets(offsets.iter().copied()),
                item: Box::new(self.column(items)),
            },
            Values::Map { offsets, keys, values } => LaidValues::Map {
                offsets: self.offsets(offsets.iter().copied()),
                keys: self.texts(keys),
                values: self.texts(values),
            },
            Values::Record(fields) => {
                LaidValues::Record { fields: fields.iter().map(|field| self.column(field)).collect() }
            }
        }
    }

    fn flags(&mut self, flags: &Flags) -> usize {
        let at = self.next();
        self.0.extend_from_slice(&flags.bytes);
        at
    }

    #[expect(clippy::cast_precision_loss, reason = "what crosses a boundary is within ±(2^53 − 1)")]
    fn numbers(&mut self, numbers: &[i64]) -> usize {
        let at = self.next();
        self.0.extend(numbers.iter().flat_map(|number| (*number as f64).to_le_bytes()));
        at
    }

    fn offsets(&mut self, offsets: impl Iterator<Item = i32>) -> usize {
        let at = self.next();
        self.0.extend(offsets.flat_map(i32::to_le_bytes));
        at
    }

    fn texts(&mut self, texts: &Texts) -> LaidTexts {
        let offsets = if texts.bytes.is_ascii() {
            self.offsets(texts.offsets.iter().copied())
        } else {
            self.offsets(in_code_units(texts).into_iter())
        };
        let at = self.next();
        self.0.extend_from_slice(&texts.bytes);
        LaidTexts { offsets, at, length: texts.bytes.len() }
    }
}

/// Offsets in UTF-16 code units.
fn in_code_units(texts: &Texts) -> Vec<i32> {
    let mut units = 0_i32;
    let mut bytes = texts.bytes.iter();
    let mut before = 0;
    let to_units = |offset: &i32| {
        let length = usize::try_from(offset.saturating_sub(before)).unwrap_or_default();
        before = *offset;
        units += bytes.by_ref().take(length).map(|byte| code_units(*byte)).sum::<i32>();
        units
    };
    texts.offsets.iter().map(to_units).collect()
}

/// How many code units a character is that begins with a byte; none where the byte begins no character.
fn code_units(byte: u8) -> i32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(of: &[&str]) -> Texts {
        let mut texts = Texts { offsets: vec![0], bytes: Vec::new() };
        for text in of {
            texts.bytes.extend_from_slice(text.as_bytes());
            texts.offsets.push(i32::try_from(texts.bytes.len()).unwrap());
        }
        texts
    }

    #[test]
    fn offsets_into_texts_count_as_strings_of_javascript_do() {
        let of = ["a", "é", "", "€b", "😀", "z"];
        let lengths: Vec<_> = of.iter().map(|text| text.encode_utf16().count()).collect();
        let offsets = in_code_units(&texts(&of));
        let found: Vec<_> =
            offsets.windows(2).map(|pair| usize::try_from(pair[1] - pair[0]).unwrap()).collect();
        assert_eq!(found, lengths);
    }

    #[test]
    fn every_part_is_where_the_text_says_and_aligned() {
        let columns = vec![
            Column { name: "name".into(), valid: None, values: Values::Text(texts(&["Ada", "José"])) },
            Column { name: "at".into(), valid: None, values: Values::Instants(vec![1, 2]) },
            Column {
                name: "status".into(),
                valid: None,
                values: Values::Dictionary { places: vec![0, 0], texts: texts(&["unknown"]) },
            },
        ];
        let piece = packed(&Frame { rows: 2, columns });
        let (rest, length) = piece.split_last_chunk().unwrap();
        let length = u32::from_le_bytes(*length) as usize;
        let header: serde_json::Value = serde_json::from_slice(&rest[rest.len() - length..]).unwrap();
        assert_eq!(
            header,
            serde_json::json!({"rows": 2, "columns": [
                {"name": "name", "kind": "text", "offsets": 0, "at": 16, "length": 8},
                {"name": "at", "kind": "instants", "at": 24},
                {"name": "status", "kind": "dictionary", "places": 40, "count": 1, "texts": {"offsets": 48, "at": 56, "length": 7}},
            ]})
        );
        assert_eq!(&piece[16..24], "AdaJosé".as_bytes());
        assert_eq!(piece[24..32], 1.0_f64.to_le_bytes());
        assert_eq!(&piece[56..63], b"unknown");
    }

    #[test]
    fn a_column_without_values_takes_no_room() {
        let valid = Some(Flags { rows: 2, bytes: vec![0] });
        let column = Column { name: "none".into(), valid, values: Values::Numbers(vec![0, 0]) };
        let mut parts = Parts(Vec::new());
        assert!(matches!(parts.column(&column).values, LaidValues::None));
        assert!(parts.0.is_empty());
    }
}
