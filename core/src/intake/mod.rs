//! Intake: from the bytes of an export to contacts and issues. In order: encoding, dialect, records, source and mapping,
//! rows. Each file knows its own step alone.

mod date_column;
mod dates;
mod detection;
mod dialect;
mod encoding;
mod encoding_guess;
mod error;
mod guard;
mod mapping;
mod mojibake;
mod options;
mod parse_date;
mod positions;
mod preamble;
mod reader;
mod record;
mod result;
mod row_dates;
mod rows;
mod set_aside;
mod spellings;
mod splitter;
mod steps;
mod table;
mod tag_cell;
mod tag_reader;

pub use detection::{Detection, SourceGuess};
pub use dialect::{Dialect, LineEndName};
pub use encoding::{DetectedEncoding, EncodingEvidence};
pub use error::IntakeError;
pub use mapping::{ColumnMapping, ColumnUse, Mapping, MatchReason, match_columns};
pub use options::ReadOptions;
pub use parse_date::{DateOptions, ParsedDate, parse_date};
pub use reader::{ContactReader, detect, read_contacts};
pub use result::{Intake, IntakeStats, ReadProgress};
pub use set_aside::SetAsideRecord;
pub use table::{Table, TableOptions, read_table};
