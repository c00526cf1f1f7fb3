//! Contacts: one person as a value, many as a table, and the three rules that hold everywhere: what an address is, what
//! may be mailed, and how two records of one person become one.
//!
//! Knows neither files nor sites.

mod address_book;
mod cells;
mod columns;
mod consent;
mod country;
mod country_names;
mod email;
mod email_characters;
mod email_scripts;
mod email_suggestion;
mod email_syntax;
mod frame;
mod frame_error;
mod from_frame;
mod join;
mod lines;
mod merge;
mod model;
mod open_run;
mod password;
mod slot;
mod table;
mod tag_dates;
mod view;

pub use columns::ContactColumns;
pub(crate) use consent::last_stop;
pub use consent::{ConsentEvidence, Marketing, MarketingStatus};
pub use country::{CountryCode, CountryCodeError};
pub use email::{Email, EmailCheck, EmailError, EmailKey, check_email};
pub use frame_error::FrameError;
pub use join::{JoinOptions, join_contacts};
pub use lines::ContactLineError;
pub use merge::{DuplicatesPolicy, Merged, merge_contacts};
pub use model::{Address, Contact};
pub use password::{HashKind, Password, Secret};
pub use slot::TagIds;
pub use table::Contacts;
pub use tag_dates::TagDates;
pub use view::ContactRef;

pub(crate) use address_book::AddressBook;
pub(crate) use email_scripts::Stranger;
pub(crate) use email_suggestion::{TypoFilter, suggest_for_invalid};
pub(crate) use email_syntax::{
    CheckedAddress, check as check_address, hash_of_plain as hash_of_plain_address,
};
pub(crate) use merge::{AscendingIds, find_id_conflicts, merge_in_place};
pub(crate) use slot::{SEPARATOR, SHORT, Slot, split_values};
pub(crate) use table::{Origin, RowFacts};
