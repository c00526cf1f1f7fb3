//! Why an input cannot be read at all. What can be read is read, with issues instead. Knows no host.

use crate::Excerpt;
use crate::error::Refusal;
use crate::issue::{Code, Location};
use crate::source::{RecordKind, profiles};

/// Columns as an error shows them: the first twelve, each shortened.
pub(super) fn shown_columns(headers: &[String]) -> String {
    let names: Vec<String> =
        headers.iter().take(12).map(|header| format!("`{}`", Excerpt::new(header))).collect();
    names.join(", ") + if headers.len() > 12 { ", …" } else { "" }
}

/// Why an input cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// No bytes, or nothing but blank lines.
    #[error("the input holds no text")]
    Empty,
    /// Neither an object nor a list of them.
    #[error("the input is not JSON: it begins with `{0}`, not with a list or an object")]
    NotJson(Excerpt),
    /// The JSON of an API where a table is read.
    #[error("the input is JSON, not a table")]
    Json,
    /// Related records that are not JSON objects.
    #[error("the related records cannot be read from line {line} on: no whole JSON object stands there")]
    Related {
        /// The line, 1-based.
        line: u64,
    },
    /// Bytes that no text has: a spreadsheet, an archive, a picture.
    #[error("the input is {kind}, not text")]
    Binary {
        /// What it looks like: `a ZIP archive or spreadsheet`, `a PDF document`, `binary data`.
        kind: &'static str,
    },
    /// The first record already holds an address.
    #[error("the first record holds the address `{address}` and no column names")]
    NoHeader {
        /// The address.
        address: Excerpt,
        /// The line of the record, 1-based.
        line: u64,
    },
    /// The caller named a line for the header that the input does not have.
    #[error("there are no column names on line {line}")]
    NoSuchLine {
        /// The line named, 1-based.
        line: u64,
    },
    /// No column was recognised as the address.
    #[error("none of the columns {columns} holds email addresses")]
    NoEmailColumn {
        /// The columns' names, in back-ticks, parted by commas; of many the first dozen.
        columns: String,
        /// The line of the header, 1-based.
        line: u64,
    },
    /// The columns are those of an export of other records, and not enough of them is of the records asked for.
    #[error("the columns {columns} hold no {}; they are those of {} of {source_name}", kind.name(), other.name())]
    OtherRecords {
        /// The columns, shortened.
        columns: String,
        /// The records that were to be read.
        kind: RecordKind,
        /// The records that the export holds.
        other: RecordKind,
        /// The system whose export it is.
        source_name: &'static str,
        /// The line of the header, 1-based.
        line: u64,
    },
    /// No column was recognised as what an order or a subscription needs: an id or an amount.
    #[error("none of the columns {columns} holds the ids or the amounts of {}", kind.name())]
    NoPaymentColumn {
        /// The columns, shortened.
        columns: String,
        /// The records that were to be read.
        kind: RecordKind,
        /// The line of the header, 1-based.
        line: u64,
    },
    /// A bound was passed; nothing more was read.
    #[error("the limit `{limit}` of {bound} was passed")]
    Limit {
        /// The limit's name, as in [`Limits`](crate::Limits).
        limit: &'static str,
        /// Its value.
        bound: u64,
        /// The line of the record, 1-based.
        line: u64,
    },
    /// A mapping that was given does not fit the file.
    #[error("{0}")]
    Mapping(String),
    /// A mapping was saved by another version of the library.
    #[error("the mapping was saved in format {0}, and this version reads format {known}", known = super::Mapping::FORMAT)]
    MappingVersion(u64),
    /// No source profile has this name.
    #[error("`{name}` is not a known source")]
    UnknownSource {
        /// The name given.
        name: Excerpt,
        /// The kind of records that were to be read.
        kind: RecordKind,
    },
    /// A delimiter or a quote must be one byte.
    #[error("the {name} `{character}` is not an ASCII character")]
    NotAscii {
        /// The option: `delimiter` or `quote`.
        name: &'static str,
        /// The character given.
        character: char,
    },
    /// A delimiter or a quote that also means something else: a line end, or the two the same.
    #[error("the {name} `{}` means something else already", .character.escape_default())]
    Unfit {
        /// The option: `delimiter` or `quote`.
        name: &'static str,
        /// The character given.
        character: char,
    },
    /// No encoding has this label.
    #[error("`{0}` is not a known encoding")]
    UnknownEncoding(Excerpt),
}

impl Refusal for IntakeError {
    fn code(&self) -> Code {
        match self {
            IntakeError::Empty => Code::InputEmpty,
            IntakeError::NotJson(_) | IntakeError::Related { .. } => Code::InputNotJson,
            IntakeError::Binary { .. } => Code::InputBinary,
            IntakeError::NoHeader { .. } | IntakeError::NoSuchLine { .. } => Code::HeaderMissing,
            IntakeError::NoEmailColumn { .. } => Code::EmailColumnMissing,
            IntakeError::OtherRecords { .. } | IntakeError::Json => Code::RecordsOfAnotherKind,
            IntakeError::NoPaymentColumn { .. } => Code::PaymentColumnsMissing,
            IntakeError::Limit { .. } => Code::LimitExceeded,
            IntakeError::Mapping(_) => Code::MappingInvalid,
            IntakeError::MappingVersion(_) => Code::MappingVersion,
            IntakeError::UnknownSource { .. }
            | IntakeError::UnknownEncoding(_)
            | IntakeError::NotAscii { .. }
            | IntakeError::Unfit { .. } => Code::ArgumentInvalid,
        }
    }

    fn location(&self) -> Location {
        match self {
            IntakeError::NoHeader { line, .. }
            | IntakeError::NoEmailColumn { line, .. }
            | IntakeError::OtherRecords { line, .. }
            | IntakeError::NoPaymentColumn { line, .. }
            | IntakeError::Related { line }
            | IntakeError::Limit { line, .. } => Location::default().with_line(*line),
            IntakeError::NoSuchLine { .. } => Location::default().with_field("headerLine"),
            IntakeError::NotAscii { name, .. } | IntakeError::Unfit { name, .. } => {
                Location::default().with_field(*name)
            }
            IntakeError::UnknownSource { .. } => Location::default().with_field("profile"),
            IntakeError::UnknownEncoding(_) => Location::default().with_field("encoding"),
            _ => Location::default(),
        }
    }

    fn help(&self) -> String {
        match self {
            IntakeError::Limit { limit, .. } => {
                format!(
                    "look for an unclosed quote on the line named; if the input is right, raise `{limit}`"
                )
            }
            IntakeError::Json => "read contacts with `read_records`; export anything else as CSV".to_owned(),
            IntakeError::OtherRecords { other, .. } => format!("read it with `{}`", other.reader()),
            IntakeError::UnknownSource { kind, .. } => {
                let names: Vec<_> = profiles(*kind).iter().map(|profile| profile.id).collect();
                format!("use one of {}", names.join(", "))
            }
            IntakeError::UnknownEncoding(_) => {
                "use a label of the WHATWG Encoding Standard, such as `windows-1252`".to_owned()
            }
            IntakeError::NoSuchLine { .. } => {
                "name a line of the first 256 KiB of text, counted from 1 as an editor does".to_owned()
            }
            _ => self.code().remedy().to_owned(),
        }
    }
}
