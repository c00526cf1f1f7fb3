//! Which ids a document has, and issues for those that stand twice or are not there. Does not know what they identify.

use std::collections::{BTreeMap, BTreeSet};

use super::SiteDocument;
use crate::{Code, Issue, Location, ModuleId, OfferingId};

/// The ids of one kind that were seen.
pub(super) struct Ids<'a> {
    kind: &'static str,
    seen: BTreeMap<&'a str, Location>,
}

impl<'a> Ids<'a> {
    pub fn new(kind: &'static str) -> Self {
        Ids { kind, seen: BTreeMap::new() }
    }

    /// Takes the id of the thing at a place; an issue if another has it.
    pub fn take(&mut self, id: &'a str, place: Location) -> Option<Issue> {
        let Some(first) = self.seen.get(id) else {
            self.seen.insert(id, place);
            return None;
        };
        let message = format!("the {} at `{first}` has the same id", self.kind);
        Some(Issue::new(Code::IdDuplicate).with_message(message).at(place.key("id")).with_value(id))
    }
}

/// The offerings and modules that there are.
pub(super) struct Known<'a>(BTreeMap<&'a OfferingId, BTreeSet<&'a ModuleId>>);

impl<'a> Known<'a> {
    pub fn new(document: &'a SiteDocument) -> Self {
        let modules = document.offerings.iter();
        let modules = modules.map(|offering| {
            (&offering.id, crate::order::set(offering.modules.iter().map(|module| &module.id)))
        });
        Known(crate::order::map(modules))
    }

    /// An issue where the offering, or the module of it, that something names is not there.
    pub fn missing(
        &self,
        offering: &OfferingId,
        module: Option<&ModuleId>,
        place: &Location,
    ) -> Option<Issue> {
        match (self.0.get(offering), module) {
            (None, _) => Some(unknown("offering", offering.as_str(), place.clone().key("offering"))),
            (Some(modules), Some(module)) if !modules.contains(module) => {
                Some(unknown("module", module.as_str(), place.clone().key("module")))
            }
            _ => None,
        }
    }
}

pub(super) fn unknown(kind: &str, id: &str, place: Location) -> Issue {
    let message = format!("the site has no {kind} of this id");
    Issue::new(Code::ReferenceUnknown).with_message(message).at(place).with_value(id)
}
