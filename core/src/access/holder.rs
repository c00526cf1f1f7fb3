//! The tags that somebody holds: their own, and those that come with the modules open to them. Does not know rules.

use std::collections::BTreeMap;

use super::{Member, OpenWindow};
use crate::{Instant, ModuleId, OfferingId, TagName};

/// Which modules give which tag for as long as they are open: when a module's timer fires, its tag is added to the member
/// (AccessAlly, "release timers").
#[derive(Clone, Debug, Default)]
pub struct ModuleTags(BTreeMap<TagName, Vec<(OfferingId, ModuleId)>>);

impl ModuleTags {
    /// No module gives a tag.
    pub const NONE: &'static ModuleTags = &ModuleTags(BTreeMap::new());

    /// The modules that give a tag, in the order they came in.
    pub fn givers(&self, tag: &TagName) -> &[(OfferingId, ModuleId)] {
        self.0.get(tag).map_or(&[], Vec::as_slice)
    }
}

impl<'a> FromIterator<(&'a TagName, (&'a OfferingId, &'a ModuleId))> for ModuleTags {
    fn from_iter<I: IntoIterator<Item = (&'a TagName, (&'a OfferingId, &'a ModuleId))>>(pairs: I) -> Self {
        let mut tags = ModuleTags::default();
        for (tag, (offering, module)) in pairs {
            tags.0.entry(tag.clone()).or_default().push((offering.clone(), module.clone()));
        }
        tags
    }
}

/// Somebody as the holder of tags.
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    pub member: &'a Member,
    pub given: &'a ModuleTags,
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

    /// The times in which modules give a tag, in no order; they may overlap.
    pub fn windows(self, tag: &TagName) -> impl Iterator<Item = OpenWindow> + use<'a> {
        let givers = if self.member.logged_in { self.given.givers(tag) } else { &[] };
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
        let given: ModuleTags = [(&tag, (&offering, &module))].into_iter().collect();
        let member: Member = serde_json::from_str(
            r#"{"loggedIn": true, "enrollments": [{"offering": "w", "releases": [
                {"module": "b", "opensAt": "2024-05-08T00:00:00Z", "closesAt": "2024-06-01T00:00:00Z"}]}]}"#,
        )
        .unwrap();
        let holds =
            |member: &Member, at: &str| Holder { member, given: &given }.holds(&tag, at.parse().unwrap());
        assert!(!holds(&member, "2024-05-07T23:59:59Z"));
        assert!(holds(&member, "2024-05-08T00:00:00Z"));
        assert!(!holds(&member, "2024-06-01T00:00:00Z"));
        let visitor = Member { logged_in: false, ..member.clone() };
        assert!(!holds(&visitor, "2024-05-08T00:00:00Z"));
        let own = Member { tags: [tag.clone()].into(), ..visitor };
        assert!(holds(&own, "2024-05-01T00:00:00Z"));
    }
}
