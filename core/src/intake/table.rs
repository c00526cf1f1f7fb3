//! The dialect layer alone: any delimited text as a header and rows of cells, nothing mapped and nothing checked. Knows no
//! contacts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::dialect::{self, DIALECT_BYTES, Dialect};
use super::encoding::{self, DetectedEncoding, Misfits, SAMPLE_BYTES, TextDecoder};
use super::error::IntakeError;
use super::preamble::Start;
use super::record::Record;
use super::splitter::Splitter;
use crate::issue::{Code, Issue, Issues, Location};
use crate::{Excerpt, Limits, text};

/// How to read a table. Everything may be left out: then it is found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TableOptions {
    /// The character between cells: one below U+0080.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The encoding, by a label of the WHATWG Encoding Standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The character around cells: one below U+0080.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<char>,
    /// The line of the column names, 1-based, where lines stand before it. Left out: found by the table's shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_line: Option<u64>,
    /// Bounds on the input.
    pub limits: Limits,
}

/// A delimited text taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The cells of the first record that is not blank, as written.
    pub header: Vec<String>,
    /// The cells of the other records, as written but for their quotes; blank lines left out.
    pub rows: Vec<Vec<String>>,
    /// The line each row starts on, 1-based.
    pub lines: Vec<u64>,
    /// The encoding.
    pub encoding: DetectedEncoding,
    /// How cells and lines are parted.
    pub dialect: Dialect,
    /// What is wrong with the shape: blank and repeated names, rows longer or shorter than the header, stray quotes.
    /// Past the limit on issues they are counted and no longer kept.
    pub issues: Issues,
}

/// Takes a delimited text apart.
///
/// # Errors
/// [`IntakeError`] where the input is empty or not text, or a limit was passed.
///
/// ```
/// use memberferry::{TableOptions, read_table};
/// let table = read_table(b"name;note\nAda;\"one; two\"\n", &TableOptions::default())?;
/// assert_eq!(table.dialect.delimiter, ';');
/// assert_eq!(table.rows, [["Ada", "one; two"]]);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_table(input: &[u8], options: &TableOptions) -> Result<Table, IntakeError> {
    dialect::check_named(options.delimiter, options.quote)?;
    if input.len() as u64 > options.limits.bytes {
        return Err(IntakeError::Limit { limit: "bytes", bound: options.limits.bytes, line: 1 });
    }
    if input.trim_ascii_start().is_empty() {
        return Err(IntakeError::Empty);
    }
    let sample = input.get(..SAMPLE_BYTES).unwrap_or(input);
    let (encoding, evidence) = encoding::detect(sample, options.encoding.as_deref())?;
    let (mut text, mut misfits) = (String::new(), Misfits::default());
    TextDecoder::new(encoding).decode(input, true, &mut text, 0, &mut misfits);
    let first_text = text.get(..text.floor_char_boundary(DIALECT_BYTES)).unwrap_or_default();
    let dialect = dialect::detect(first_text, options.delimiter, options.quote, options.header_line);
    let start = match options.header_line {
        Some(line) => Start::named(first_text, &dialect, line)?,
        None => Start::of_table(first_text, &dialect),
    };
    let mut splitter = Splitter::new(dialect.separators(), &options.limits);
    let body = text.get(start.bytes..).unwrap_or_default();
    splitter.skip(0, start.lines);
    let mut table = Table {
        header: Vec::new(),
        rows: Vec::new(),
        lines: Vec::new(),
        encoding: DetectedEncoding { name: encoding.name(), evidence },
        dialect,
        issues: Issues::with_bound(options.limits.issues as usize),
    };
    for (code, places) in
        [(Code::EncodingMixed, &misfits.foreign), (Code::EncodingReplaced, &misfits.replaced)]
    {
        if places.count() > 0 {
            let message = format!("{} ({} places)", code.meaning(), places.count());
            table.issues.push(Issue::new(code).with_message(message));
        }
    }
    if let Some(issue) = start.issue() {
        table.issues.push(issue);
    }
    if misfits.nul.count > 0 {
        table.issues.push(Issue::new(Code::NulRemoved).with_message(misfits.nul.message()));
    }
    let limit = options.limits.records;
    let mut sink = |record: &Record<'_>| {
        if table.rows.len() as u64 >= limit {
            return Err(IntakeError::Limit { limit: "records", bound: limit, line: record.line });
        }
        table.take(record);
        Ok(())
    };
    let mut rest = body;
    while !rest.is_empty() {
        let (slice, behind) = rest.split_at(rest.floor_char_boundary(SAMPLE_BYTES));
        splitter.buffer().push_str(slice);
        splitter.split(false, &mut sink)?;
        rest = behind;
    }
    splitter.split(true, &mut sink)?;
    if table.header.is_empty() { Err(IntakeError::Empty) } else { Ok(table) }
}

impl Table {
    fn take(&mut self, record: &Record<'_>) {
        if record.is_blank() {
            return;
        }
        let cells: Vec<String> = record.cells().map(std::borrow::Cow::into_owned).collect();
        if self.header.is_empty() {
            self.check_header(&cells, record.line);
            self.header = cells;
            return;
        }
        let place = Location::default().with_record(self.rows.len() as u64).with_line(record.line);
        let (width, columns) = (cells.len(), self.header.len());
        let counts = format!("the record has {width} cells and the header {columns} columns");
        if width > columns {
            self.issues.push(Issue::new(Code::RowRagged).with_message(counts).at(place.clone()));
        } else if width < columns {
            self.issues.push(Issue::new(Code::RowShort).with_message(counts).at(place.clone()));
        }
        if record.quality.unclosed {
            self.issues.push(Issue::new(Code::QuoteUnclosed).at(place));
        } else if record.quality.stray_quote {
            self.issues.push(Issue::new(Code::QuoteStray).at(place));
        }
        self.rows.push(cells);
        self.lines.push(record.line);
    }

    fn check_header(&mut self, names: &[String], line: u64) {
        let clean: Vec<_> = names.iter().map(|name| text::collapse(name)).collect();
        let mut seen = BTreeSet::new();
        for (column, name) in clean.iter().enumerate() {
            let place = Location::default().with_line(line).with_column(column as u64 + 1);
            if name.is_empty() {
                self.issues.push(Issue::new(Code::HeaderBlank).at(place));
            } else if !seen.insert(name) {
                let message = format!("the column `{}` stands twice", Excerpt::new(name));
                self.issues.push(Issue::new(Code::HeaderDuplicate).with_message(message).at(place));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_is_reported_with_its_lines() {
        let table = read_table(b"a,,a\n1,2,3\n\n\"x\ny\",2\n1,2,3,4\n", &TableOptions::default()).unwrap();
        assert_eq!(table.rows, [vec!["1", "2", "3"], vec!["x\ny", "2"], vec!["1", "2", "3", "4"]]);
        assert_eq!(table.lines, [2, 4, 6]);
        let seen: Vec<_> = table.issues.iter().map(|issue| (issue.code, issue.location.line)).collect();
        assert_eq!(
            seen,
            [
                (Code::HeaderBlank, Some(1)),
                (Code::HeaderDuplicate, Some(1)),
                (Code::RowShort, Some(4)),
                (Code::RowRagged, Some(6)),
            ]
        );
    }

    #[test]
    fn the_caller_can_name_delimiter_and_quote() {
        let options = TableOptions { delimiter: Some('|'), quote: Some('\''), ..TableOptions::default() };
        let table = read_table(b"a|b\n'1|2'|3\n", &options).unwrap();
        assert_eq!(table.rows, [["1|2", "3"]]);
        let options = TableOptions { delimiter: Some('€'), ..TableOptions::default() };
        assert!(matches!(read_table(b"a\n", &options), Err(IntakeError::NotAscii { name: "delimiter", .. })));
        for (delimiter, quote, name) in [('\n', '"', "delimiter"), (',', '\r', "quote"), (';', ';', "quote")]
        {
            let options =
                TableOptions { delimiter: Some(delimiter), quote: Some(quote), ..TableOptions::default() };
            let error = read_table(b"a\n", &options).unwrap_err();
            assert!(matches!(error, IntakeError::Unfit { name: found, .. } if found == name), "{error}");
        }
        let options = TableOptions { delimiter: Some('"'), ..TableOptions::default() };
        assert_eq!(read_table(b"a\"b\n1\"2\n", &options).unwrap().rows, [["1", "2"]]);
    }
}
