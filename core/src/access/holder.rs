//! The tags that somebody holds: their own, and those that come with the modules open to them; and what an offering's revoke tag
//! takes from them. Does not know rules.

use std::collections::BTreeMap;

use super::{Member, OpenWindow};
use crate::{Instant, Location, ModuleId, OfferingId, TagName};

/// What the tags of a site's offerings do by themselves.
#[derive(Clone, Debug, Default)]
pub struct TagEffects {
    givers: BTreeMap<TagName, Vec<(OfferingId, ModuleId)>>,
    revoking: BTreeMap<OfferingId, (TagName, Location)>,
}

impl TagEffects {
    /// No tag does anything.
    pub const NONE: &'static TagEffects = &TagEffects { givers: BTreeMap::new(), revoking: BTreeMap::new() };

    /// A module gives a tag for as long as it is open: when a module's timer fires, its tag is added to the member (AccessAlly, "release
    /// timers").
    pub fn give(&mut self, tag: &TagName, offering: &OfferingId, module: &ModuleId) {
        self.givers.entry(tag.clone()).or_default().push((offering.clone(), module.clone()));
    }

    /// A tag takes an offering away for as long as it is held (seed 002), as the place says.
    pub fn revoke(&mut self, offering: &OfferingId, tag: &TagName, place: Location) {
        self.revoking.insert(offering.clone(), (tag.clone(), place));
    }

    /// The modules that give a tag, in the order they came in.
    pub fn givers(&self, tag: &TagName) -> &[(OfferingId, ModuleId)] {
        self.givers.get(tag).map_or(&[], Vec::as_slice)
    }

    /// The tag that takes an offering away, with the place that says so.
    pub fn revoke_tag(&self, offering: &OfferingId) -> Option<(&TagName, &Location)> {
        self.revoking.get(offering).map(|(tag, place)| (tag, place))
    }
}

/// Somebody as the holder of tags.
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    pub member: &'a Member,
    pub effects: &'a TagEffects,
}

impl<'a> Holder<'a> {
    /// Whether a tag is held at an instant. Of somebody not logged in only their own tags are known.
    pub fn holds(self, tag: &TagName, at: Instant) -> bool {
        self.member.tags.contains(tag) || self.has_from_a_module(tag, at)
    }

    /// Whether a module that is open at an instant gives a tag: it cannot be lost as long as the module is open.
    pub fn has_from_a_module(self, tag: &TagName, at: Instant) -> bool {
        self.windows(tag).any(|window| window.holds(at))
    }

    /// The tag that takes an offering away at an instant, with the place that says so.
    pub fn revoked_by(self, offering: &OfferingId, at: Instant) -> Option<(&'a TagName, &'a Location)> {
        self.effects.revoke_tag(offering).filter(|(tag, _)| self.holds(tag, at))
    }

    /// Whether the member is enrolled in an offering at an instant, and no tag takes it away.
    pub fn is_enrolled(self, offering: &OfferingId, at: Instant) -> bool {
        self.member.is_enrolled(offering, at) && self.revoked_by(offering, at).is_none()
    }

    /// Whether a module is open to the member at an instant, and no tag takes its offering away.
    pub fn has_released(self, offering: &OfferingId, module: &ModuleId, at: Instant) -> bool {
        self.member.has_released(offering, module, at) && self.revoked_by(offering, at).is_none()
    }

    /// The times in which modules give a tag, in no order; they may overlap.
    pub fn windows(self, tag: &TagName) -> impl Iterator<Item = OpenWindow> + use<'a> {
        let givers = if self.member.logged_in { self.effects.givers(tag) } else { &[] };
        givers.iter().flat_map(move |(offering, module)| self.member.windows(offering, module))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_held_while_a_module_that_gives_it_is_open_to_a_member() {
        let (tag, offering, module) =
            (TagName::new("W b").unwrap(), OfferingId::new("w").unwrap(), ModuleId::new("b").unwrap());
        let mut effects = TagEffects::default();
        effects.give(&tag, &offering, &module);
        let member: Member = serde_json::from_str(
            r#"{"loggedIn": true, "enrollments": [{"offering": "w", "releases": [
                {"module": "b", "opensAt": "2024-05-08T00:00:00Z", "closesAt": "2024-06-01T00:00:00Z"}]}]}"#,
        )
        .unwrap();
        let holds =
            |member: &Member, at: &str| Holder { member, effects: &effects }.holds(&tag, at.parse().unwrap());
        assert!(!holds(&member, "2024-05-07T23:59:59Z"));
        assert!(holds(&member, "2024-05-08T00:00:00Z"));
        assert!(!holds(&member, "2024-06-01T00:00:00Z"));
        let visitor = Member { logged_in: false, ..member.clone() };
        assert!(!holds(&visitor, "2024-05-08T00:00:00Z"));
        let own = Member { tags: [tag.clone()].into(), ..visitor };
        assert!(holds(&own, "2024-05-01T00:00:00Z"));
    }
}
