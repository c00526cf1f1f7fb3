//! The systems whose exports are known, one file each, as data. To add one: write its profile, name it in
//! [`PROFILES`], and give it a golden vector. Knows nothing of bytes, files or readers.

mod aliases;
mod field;
mod generic;
mod keap;
mod mailchimp;
mod memberpress;
mod profile;

pub use field::Field;
pub use profile::{Confidence, DayOrder, Header, Profile, TagCell, Use, Variant};

pub(crate) use aliases::{ALIASES, SENSITIVE_WORDS};

/// Every profile, by name; the generic one last.
pub const PROFILES: &[Profile] = &[keap::PROFILE, mailchimp::PROFILE, memberpress::PROFILE, generic::PROFILE];

/// The profile with a name.
pub(crate) fn profile(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}

/// The profile for a list that no other recognises.
pub(crate) const GENERIC: &Profile = &generic::PROFILE;
