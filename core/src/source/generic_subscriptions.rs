//! Any list of subscriptions that no other profile recognises: columns are found by their names alone.

use super::RecordKind;
use super::profile::{BLANK, Profile, Variant};

/// What holds for a list of subscriptions of unknown origin.
pub const PROFILE: Profile = Profile {
    id: "generic",
    kind: RecordKind::Subscriptions,
    name: "a list of subscriptions of unknown origin",
    not_evidenced: &["everything: the columns are found by their names alone"],
    variants: &[Variant::named("subscriptions")],
    ..BLANK
};
