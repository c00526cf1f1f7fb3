//! A place in an input: a row of a table, or a path in a document. Knows nothing of what is wrong there.

use std::fmt;

use serde::{Serialize, Serializer};

/// One step of a path in a document: `offerings` or `3`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// A key of an object.
    Key(Box<str>),
    /// An index of a list, 0-based.
    Index(usize),
}

/// A place in an input. Everything that is not known is absent.
///
/// `record` counts data records from 0 (the header is not one); `line` counts lines of the file from 1, so that an
/// editor's "go to line" finds it, quoted line breaks, a byte-order mark and skipped lines included; `column` counts
/// columns from 1. `path` is a place in a JSON document. Where several lists were put together, `input` says which of them
/// is meant, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Which of several inputs, 1-based; absent where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<u64>,
    /// The data record, 0-based.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
    /// The line the record (or the mistake, in a document) starts on, 1-based.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The column, 1-based.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// The column's header, or the field's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Box<str>>,
    /// The path in a document, from its root.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "path_as_text")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub path: Vec<PathSegment>,
}

impl Location {
    /// A place in a document.
    pub fn path(segments: impl IntoIterator<Item = PathSegment>) -> Self {
        Location { path: segments.into_iter().collect(), ..Location::default() }
    }

    /// The same place, at a data record (0-based).
    #[must_use]
    pub fn with_record(mut self, record: u64) -> Self {
        self.record = Some(record);
        self
    }

    /// The same place, in one of several inputs (1-based).
    #[must_use]
    pub fn with_input(mut self, input: u64) -> Self {
        self.input = Some(input);
        self
    }

    /// The same place, at a line (1-based).
    #[must_use]
    pub fn with_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    /// The same place, at a column (1-based).
    #[must_use]
    pub fn with_column(mut self, column: u64) -> Self {
        self.column = Some(column);
        self
    }

    /// The same place, at a named field.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<Box<str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same place, one key deeper in the document.
    #[must_use]
    pub fn key(mut self, key: impl Into<Box<str>>) -> Self {
        self.path.push(PathSegment::Key(key.into()));
        self
    }

    /// The same place, one list index deeper in the document.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.path.push(PathSegment::Index(index));
        self
    }

    /// Whether nothing at all is known of the place.
    pub fn is_unknown(&self) -> bool {
        *self == Location::default()
    }

    /// The path as text: `pages[2].rule.tags[0]`; empty where there is none.
    pub fn path_text(&self) -> String {
        let mut text = String::new();
        for segment in &self.path {
            match segment {
                PathSegment::Key(key) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(key);
                }
                PathSegment::Index(index) => text.push_str(&format!("[{index}]")),
            }
        }
        text
    }
}

fn path_as_text<S: Serializer>(path: &[PathSegment], serializer: S) -> Result<S::Ok, S::Error> {
    Location::path(path.iter().cloned()).path_text().serialize(serializer)
}

impl fmt::Display for Location {
    /// `line 7, column 3 (Email)`, `line 7 of input 2` or `pages[2].rule.tags[0]`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if !self.path.is_empty() {
            parts.push(self.path_text());
        }
        if let Some(line) = self.line {
            parts.push(format!("line {line}"));
        } else if let Some(record) = self.record {
            parts.push(format!("record {record}"));
        }
        if let Some(input) = self.input {
            match parts.last_mut() {
                Some(row) => row.push_str(&format!(" of input {input}")),
                None => parts.push(format!("input {input}")),
            }
        }
        if let Some(column) = self.column {
            parts.push(format!("column {column}"));
        }
        formatter.write_str(&parts.join(", "))?;
        match &self.field {
            Some(field) if parts.is_empty() => write!(formatter, "field {field}"),
            Some(field) => write!(formatter, " ({field})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_people_write_it() {
        let place = Location::default().key("pages").index(2).key("rule").key("tags").index(0);
        assert_eq!(place.to_string(), "pages[2].rule.tags[0]");
        assert_eq!(serde_json::to_value(&place).unwrap()["path"], "pages[2].rule.tags[0]");
    }

    #[test]
    fn a_document_place_with_a_line_says_both() {
        let place = Location::default().key("timezone").with_line(3).with_column(14);
        assert_eq!(place.to_string(), "timezone, line 3, column 14");
    }

    #[test]
    fn a_row_of_one_of_several_lists_says_which() {
        let place = Location::default().with_record(4).with_input(2).with_column(3).with_field("Email");
        assert_eq!(place.to_string(), "record 4 of input 2, column 3 (Email)");
        assert_eq!(serde_json::to_value(&place).unwrap()["input"], 2);
    }
}
