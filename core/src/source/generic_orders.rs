//! Any list of orders that no other profile recognises: columns are found by their names alone.

use super::RecordKind;
use super::profile::{BLANK, Profile, Variant};

/// What holds for a list of orders of unknown origin.
pub const PROFILE: Profile = Profile {
    id: "generic",
    kind: RecordKind::Orders,
    name: "a list of orders of unknown origin",
    not_evidenced: &["everything: the columns are found by their names alone"],
    variants: &[Variant::named("orders")],
    ..BLANK
};
