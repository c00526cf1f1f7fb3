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
    /// Bytes that no text has: a spreadsheet, an archive, a picture.
    #[error("the input is {kind}, not text")]
    Binary {
        /// What it looks like: `a ZIP archive or spreadsheet`, `a PDF document`, `binary data`.
        kind: &'static str,
    },
    /// The first record already holds an address.
    #[error("the first record holds the address `{0}` and no column names")]
    NoHeader(Excerpt),
    /// No column was recognised as the address.
    #[error("none of the columns {0} holds email addresses")]
    NoEmailColumn(String),
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
    },
    /// No column was recognised as what an order or a subscription needs: an id or an amount.
    #[error("none of the columns {columns} holds the ids or the amounts of {}", kind.name())]
    NoPaymentColumn {
        /// The columns, shortened.
        columns: String,
        /// The records that were to be read.
        kind: RecordKind,
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
    /// No encoding has this label.
    #[error("`{0}` is not a known encoding")]
    UnknownEncoding(Excerpt),
}

impl Refusal for IntakeError {
    fn code(&self) -> Code {
        match self {
            IntakeError::Empty => Code::InputEmpty,
            IntakeError::Binary { .. } => Code::InputBinary,
            IntakeError::NoHeader(_) => Code::HeaderMissing,
            IntakeError::NoEmailColumn(_) => Code::EmailColumnMissing,
            IntakeError::OtherRecords { .. } => Code::RecordsOfAnotherKind,
            IntakeError::NoPaymentColumn { .. } => Code::PaymentColumnsMissing,
            IntakeError::Limit { .. } => Code::LimitExceeded,
            IntakeError::Mapping(_) => Code::MappingInvalid,
            IntakeError::MappingVersion(_) => Code::MappingVersion,
            IntakeError::UnknownSource { .. }
            | IntakeError::UnknownEncoding(_)
            | IntakeError::NotAscii { .. } => Code::ArgumentInvalid,
        }
    }

    fn location(&self) -> Location {
        match self {
            IntakeError::NoHeader(_)
            | IntakeError::NoEmailColumn(_)
            | IntakeError::OtherRecords { .. }
            | IntakeError::NoPaymentColumn { .. } => Location::default().with_line(1),
            IntakeError::Limit { line, .. } => Location::default().with_line(*line),
            IntakeError::NotAscii { name, .. } => Location::default().with_field(*name),
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
            IntakeError::OtherRecords { other, .. } => format!("read it with `{}`", other.reader()),
            IntakeError::UnknownSource { kind, .. } => {
                let names: Vec<_> = profiles(*kind).iter().map(|profile| profile.id).collect();
                format!("use one of {}", names.join(", "))
            }
            IntakeError::UnknownEncoding(_) => {
                "use a label of the WHATWG Encoding Standard, such as `windows-1252`".to_owned()
            }
            _ => self.code().remedy().to_owned(),
        }
    }
}
