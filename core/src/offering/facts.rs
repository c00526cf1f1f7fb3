//! What a schedule may count from besides the enrollment: facts about the member. Does not know where they come from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Offering;
use crate::{Instant, ModuleId, OfferingId, Zone};

/// What a schedule may know of a member besides the enrollment. By default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    default,
    expecting = "an object of facts about a member"
)]
pub struct MemberFacts {
    /// When they joined the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<Instant>,
    /// Their own zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<Zone>,
    /// When they first bought each offering.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub purchases: BTreeMap<OfferingId, Instant>,
    /// When they last bought each offering that they bought more than once. MemberPress ends access by the last purchase; every other timer
    /// counts from the first.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub last_purchases: BTreeMap<OfferingId, Instant>,
    /// When they completed the whole of each offering.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub completions: BTreeMap<OfferingId, Instant>,
    /// When they completed modules of other offerings than the one enrolled in, whose own are in
    /// [`Enrollment::completed`](super::Enrollment::completed).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub completed_modules: BTreeMap<OfferingId, BTreeMap<ModuleId, Instant>>,
}

impl MemberFacts {
    /// Nothing known.
    pub const NONE: &'static MemberFacts = &MemberFacts {
        registered_at: None,
        timezone: None,
        purchases: BTreeMap::new(),
        last_purchases: BTreeMap::new(),
        completions: BTreeMap::new(),
        completed_modules: BTreeMap::new(),
    };

    /// Takes what a member's own enrollments say of what they completed, in the place of what was known of it. The whole of an offering is
    /// completed with the last of its modules; `offering` says which modules one has.
    pub(crate) fn take_completions<'a>(
        &mut self,
        enrollments: impl Iterator<Item = (&'a OfferingId, &'a BTreeMap<ModuleId, Instant>)>,
        offering: impl Fn(&OfferingId) -> Option<&'a Offering>,
    ) {
        self.completions.clear();
        self.completed_modules.clear();
        for (id, completed) in enrollments.filter(|(_, completed)| !completed.is_empty()) {
            let modules = offering(id).map(|offering| offering.modules.as_slice()).unwrap_or_default();
            let times: Option<Vec<Instant>> =
                modules.iter().map(|module| completed.get(&module.id).copied()).collect();
            if let Some(last) = times.and_then(|times| times.into_iter().max()) {
                self.completions.insert(id.clone(), last);
            }
            self.completed_modules.insert(id.clone(), completed.clone());
        }
    }
}
