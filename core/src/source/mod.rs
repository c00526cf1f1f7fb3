//! The systems whose exports are known, one file each, as data. To add one: write its profile, name it in
//! [`PROFILES`], and give it a golden vector. Knows nothing of bytes, files or readers.

mod accessally;
mod activecampaign;
mod aliases;
mod beehiiv;
mod drip;
mod field;
mod generic;
mod ghost;
mod keap;
mod kit;
mod mailchimp;
mod memberferry;
mod memberium;
mod memberpress;
mod ontraport;
mod paid_memberships_pro;
mod profile;
mod shape;
mod shapes;
mod stripe;
mod substack;
mod woocommerce;
mod wordpress;

pub use field::Field;
pub use profile::{Confidence, DayOrder, Header, Profile, TagCell, Use, Variant};

pub(crate) use aliases::{ALIASES, SENSITIVE_WORDS};
pub use shape::Shape;
pub use shapes::SHAPES;

pub(crate) use shape::{Meaning, RelatedKind, TagText, Tags};
pub(crate) use shapes::{LISTS, OUTER_LISTS, RELATED, RELATED_LISTS, SINGLES};

/// Every profile, by name; the generic one last.
pub const PROFILES: &[Profile] = &[
    accessally::PROFILE,
    activecampaign::PROFILE,
    beehiiv::PROFILE,
    drip::PROFILE,
    ghost::PROFILE,
    keap::PROFILE,
    kit::PROFILE,
    mailchimp::PROFILE,
    memberferry::PROFILE,
    memberium::PROFILE,
    memberpress::PROFILE,
    ontraport::PROFILE,
    paid_memberships_pro::PROFILE,
    stripe::PROFILE,
    substack::PROFILE,
    woocommerce::PROFILE,
    wordpress::PROFILE,
    generic::PROFILE,
];

/// The profile with a name.
pub(crate) fn profile(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}

/// The profile for a list that no other recognises.
pub(crate) const GENERIC: &Profile = &generic::PROFILE;
