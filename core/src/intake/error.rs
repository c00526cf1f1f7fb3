//! Why an input cannot be read at all. What can be read is read, with issues instead. Knows no host.

use crate::Excerpt;
use crate::error::Refusal;
use crate::issue::{Code, Location};

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
    /// No source profile has this name.
    #[error("`{0}` is not a known source")]
    UnknownSource(Excerpt),
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
            IntakeError::Binary { .. } => Code::InputBinary,
            IntakeError::NoHeader { .. } | IntakeError::NoSuchLine { .. } => Code::HeaderMissing,
            IntakeError::NoEmailColumn { .. } => Code::EmailColumnMissing,
            IntakeError::Limit { .. } => Code::LimitExceeded,
            IntakeError::Mapping(_) => Code::MappingInvalid,
            IntakeError::UnknownSource(_)
            | IntakeError::UnknownEncoding(_)
            | IntakeError::NotAscii { .. }
            | IntakeError::Unfit { .. } => Code::ArgumentInvalid,
        }
    }

    fn location(&self) -> Location {
        match self {
            IntakeError::NoHeader { line, .. }
            | IntakeError::NoEmailColumn { line, .. }
            | IntakeError::Limit { line, .. } => Location::default().with_line(*line),
            IntakeError::NoSuchLine { .. } => Location::default().with_field("headerLine"),
            IntakeError::NotAscii { name, .. } | IntakeError::Unfit { name, .. } => {
                Location::default().with_field(*name)
            }
            IntakeError::UnknownSource(_) => Location::default().with_field("profile"),
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
            IntakeError::UnknownSource(_) => {
                let names: Vec<_> = crate::source::PROFILES.iter().map(|profile| profile.id).collect();
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
