//! Moves membership sites safely: read, check, plan, apply, prove.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod contact;
mod error;
mod id;
mod issue;
mod limits;
mod tag;
mod text;
mod time;

pub use contact::{
    Address, ConsentEvidence, Contact, ContactRef, Contacts, DuplicatesPolicy, Email, EmailCheck, EmailError, EmailKey,
    HashKind, Marketing, MarketingStatus, Merged, Password, Secret, check_email, merge_contacts,
};
pub use error::{Failure, Refusal};
pub use id::{IdError, ModuleId, OfferingId, PageId, UserId};
pub use issue::{Category, Code, Issue, Location, PathSegment, Severity};
pub use limits::Limits;
pub use tag::{TagBook, TagId, TagName, TagNameError};
pub use text::Excerpt;
pub use time::{Instant, TimeError, Zone};
