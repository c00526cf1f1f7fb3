//! Intake: from the bytes of an export to contacts, orders or subscriptions, and issues. In order: encoding, dialect,
//! records, source and mapping, rows. Each file knows its own step alone.

mod amount_column;
mod amounts;
mod billing_intervals;
mod date_column;
mod dates;
mod detection;
mod dialect;
mod encoding;
mod encoding_guess;
mod error;
mod guard;
mod index;
mod items_cell;
mod mapping;
mod mojibake;
mod odd_record;
mod options;
mod order_record;
mod parse_date;
mod parse_money;
mod payment_record;
mod payment_rows;
mod payment_steps;
mod php;
mod positions;
mod preamble;
mod reader;
mod readers;
mod record;
mod record_log;
mod result;
mod row_dates;
mod row_reader;
mod row_zone;
mod rows;
mod set_aside;
mod short;
mod spellings;
mod splitter;
mod steps;
mod subscription_record;
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
pub use parse_money::{MoneyOptions, ParsedMoney, parse_money};
pub use readers::{
    ContactReader, OrderReader, SubscriptionReader, detect, read_contacts, read_orders, read_subscriptions,
};
pub use result::{Intake, IntakeStats, OrderIntake, PaymentStats, ReadProgress, SubscriptionIntake};
pub use set_aside::SetAsideRecord;
pub use table::{Table, TableOptions, read_table};
