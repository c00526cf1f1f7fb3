//! The site: its document as written, and the checked site that answers questions. Does not know contacts, plans or runs.
//!
//! - [`SiteDocument`]: exactly what the JSON says ([`Page`], [`TagMapEntry`], [`Environment`] and the offerings).
//! - [`Site`]: a document that has been checked, with every reference resolved.
//! - [`SiteError`]: every issue of a document that cannot be used.
//! - [`Site::propose_tag_map`]: how another system's tags may become the site's.
//! - [`TagReference`]: one place that names a tag.

mod check;
mod check_automations;
mod check_offerings;
mod checked;
mod document;
mod error;
mod ids;
mod known_tags;
mod load;
mod opened;
mod pages;
mod products;
mod references;
mod waits;
mod wrap_up;

#[cfg(test)]
mod check_release_tests;
#[cfg(test)]
mod check_tests;
#[cfg(test)]
mod checked_tests;

pub(crate) use check_automations::unknown_references;
pub use checked::Site;
pub use document::{Environment, EnvironmentKind, Inherit, Page, Redirect, SiteDocument, TagMapEntry};
pub use error::{SiteError, SiteQuestionError};
pub use references::TagReference;

pub(crate) use known_tags::{KnownTags, Nearness};
pub(crate) use products::ProductOfferings;
