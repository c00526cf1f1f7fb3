//! Intake: from the bytes of an export to contacts, orders or subscriptions, and issues. In order: encoding, dialect,
//! records, source and mapping, rows. Each file knows its own step alone.

mod amount_column;
mod amounts;
mod billing_intervals;
mod corrections;
mod country_cell;
mod date_column;
mod date_format;
mod date_words;
mod dates;
mod detection;
mod dialect;
mod encoding;
mod encoding_guess;
mod error;
mod full_name;
mod guard;
mod html;
mod html_cells;
mod index;
mod items_cell;
mod mapping;
mod mojibake;
mod odd_record;
mod options;
mod order_record;
mod parse_date;
mod parse_money;
#[cfg(feature = "threads")]
mod parts;
#[cfg(test)]
#[cfg(feature = "threads")]
mod parts_tests;
mod payment_record;
mod payment_rows;
mod payment_steps;
mod phone;
mod phone_codes;
mod php;
mod place_cells;
mod places;
mod positions;
mod preamble;
mod reader;
mod readers;
mod recent;
mod record;
mod record_log;
mod records;
mod result;
mod row_dates;
mod row_reader;
mod row_zone;
mod rows;
mod set_aside;
mod settle;
mod sheet;
mod short;
mod spellings;
mod splitter;
mod steps;
mod subscription_record;
mod table;
mod tag_cell;
mod tag_reader;
mod unknown_words;
mod utf32;
mod write_csv;

pub use corrections::Correction;
pub use date_format::{DateFormat, DateFormatError};
pub use detection::{Detection, SourceGuess};
pub use dialect::{Dialect, LineEndName};
pub use encoding::{DetectedEncoding, EncodingEvidence};
pub use error::IntakeError;
pub use mapping::{ColumnMapping, ColumnUse, Mapping, MatchReason, match_columns};
pub use options::ReadOptions;
pub use parse_date::{DateOptions, ParsedDate, parse_date};
pub use parse_money::{MoneyOptions, ParsedMoney, parse_money};
pub use readers::{
    ContactReader, OrderReader, SheetReader, SubscriptionReader, detect, read_contacts, read_orders,
    read_subscriptions,
};
pub use records::{RecordReader, RelatedRecords, read_records};
pub use result::{Intake, IntakeStats, OrderIntake, PaymentStats, ReadProgress, SubscriptionIntake};
pub use set_aside::SetAsideRecord;
pub use sheet::{Sheet, SheetRow, read_sheet};
pub use table::{Table, TableOptions, read_table};
pub use write_csv::{CsvOptions, SecretField};
