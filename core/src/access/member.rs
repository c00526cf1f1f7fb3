//! The facts about the person who asks for access. Does not know where they come from: a contact, a target's user, a test.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::OpenWindow;
use crate::{Instant, ModuleId, OfferingId, TagName, Zone};

/// The person who asks for access, as far as rules can ask about them. The default is a visitor who is not logged in.
///
/// ```
/// use memberferry::Member;
/// let member: Member = serde_json::from_str(r#"{"loggedIn": true, "tags": ["Gold"]}"#)?;
/// assert!(member.logged_in && member.roles.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a member object")]
pub struct Member {
    /// Whether the person is logged in. Where not, nothing else is taken as known of them but forbidden tags.
    pub logged_in: bool,
    /// Their roles on the target, such as `subscriber`; `administrator` opens everything.
    pub roles: BTreeSet<String>,
    /// The tags they hold.
    pub tags: BTreeSet<TagName>,
    /// What they are enrolled in; one whose access was taken away is left out.
    pub enrollments: Vec<MemberEnrollment>,
    /// When they joined the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<Instant>,
    /// Their own time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<Zone>,
}

/// What a member has of one offering.
///
/// A module of `released` has been open for as long as anybody asks; one that has `releases` too closes when those do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `offering`")]
pub struct MemberEnrollment {
    /// The offering.
    pub offering: OfferingId,
    /// The modules that have opened already.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub released: BTreeSet<ModuleId>,
    /// When modules open and close, as far as known: an opening in the past counts as open. Of several for one module each
    /// is a time in which it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<ModuleOpening>,
    /// The first instant at which the member is no longer enrolled, and nothing of it is open any more: access expires or is taken away.
    /// Where absent, no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
}

/// When one module opens for one member, and when it closes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `module` and `opensAt`")]
pub struct ModuleOpening {
    /// The module.
    pub module: ModuleId,
    /// When it opens; for a module that has been released already, this is past or passed over.
    pub opens_at: Instant,
    /// The first instant at which it is closed again; stays open, where absent. One that is not after `opens_at` means that it never
    /// opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Instant>,
}

impl Member {
    /// The role that opens everything.
    pub const ADMINISTRATOR: &'static str = "administrator";

    /// Whether this is a logged-in administrator.
    pub fn is_administrator(&self) -> bool {
        self.logged_in && self.roles.contains(Self::ADMINISTRATOR)
    }

    /// Whether the member is enrolled in an offering at an instant.
    pub fn is_enrolled(&self, offering: &OfferingId, at: Instant) -> bool {
        self.enrolled_until(offering).is_some_and(|until| until.is_none_or(|until| at < until))
    }

    /// Until when the member is enrolled in an offering, if ever: until an instant, or with no end known of.
    pub(crate) fn enrolled_until(&self, offering: &OfferingId) -> Option<Option<Instant>> {
        let ends = self.of(offering).map(|enrollment| enrollment.closes_at);
        ends.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)))
    }

    /// Whether a module is open to the member at an instant.
    pub fn has_released(&self, offering: &OfferingId, module: &ModuleId, at: Instant) -> bool {
        self.windows(offering, module).iter().any(|window| window.holds(at))
    }

    /// The times in which a module is open to the member, as far as known: in order, none touching the next.
    pub fn windows(&self, offering: &OfferingId, module: &ModuleId) -> Vec<OpenWindow> {
        OpenWindow::united(self.of(offering).flat_map(|enrollment| enrollment.windows(module)))
    }

    fn of(&self, offering: &OfferingId) -> impl Iterator<Item = &MemberEnrollment> {
        self.enrollments.iter().filter(move |enrollment| enrollment.offering == *offering)
    }
}

impl MemberEnrollment {
    fn windows(&self, module: &ModuleId) -> impl Iterator<Item = OpenWindow> {
        let ended = move |at: Option<Instant>| at.into_iter().chain(self.closes_at).min();
        let has_opened = self.released.contains(module);
        let given = self.releases.iter().filter(move |release| release.module == *module);
        let bare = has_opened && given.clone().next().is_none();
        let given = given.map(move |release| {
            OpenWindow::new((!has_opened).then_some(release.opens_at), ended(release.closes_at))
        });
        given.chain(bare.then(|| OpenWindow::new(None, ended(None))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_in_the_past_counts_as_open() {
        let member: Member = serde_json::from_str(
            r#"{"enrollments": [{"offering": "o", "released": ["a"],
                "releases": [{"module": "b", "opensAt": "2024-05-01T00:00:00Z"}]}]}"#,
        )
        .unwrap();
        let offering = OfferingId::new("o").unwrap();
        let open = |module: &str, at: &str| {
            member.has_released(&offering, &ModuleId::new(module).unwrap(), at.parse().unwrap())
        };
        assert!(open("a", "2020-01-01T00:00:00Z"));
        assert!(!open("b", "2024-04-30T23:59:59Z"));
        assert!(open("b", "2024-05-01T00:00:00Z"));
        assert!(!open("c", "2030-01-01T00:00:00Z"));
    }

    #[test]
    fn a_module_is_open_from_its_opening_until_its_closing() {
        let member: Member = serde_json::from_str(
            r#"{"enrollments": [{"offering": "o", "released": ["a", "b"], "releases": [
                {"module": "a", "opensAt": "2024-01-01T00:00:00Z", "closesAt": "2024-06-01T00:00:00Z"},
                {"module": "c", "opensAt": "2024-05-01T00:00:00Z", "closesAt": "2024-06-01T00:00:00Z"}]},
               {"offering": "o", "releases": [{"module": "c", "opensAt": "2024-07-01T00:00:00Z"}]}]}"#,
        )
        .unwrap();
        let offering = OfferingId::new("o").unwrap();
        let open = |module: &str, at: &str| {
            member.has_released(&offering, &ModuleId::new(module).unwrap(), at.parse().unwrap())
        };
        assert!(open("a", "2020-01-01T00:00:00Z") && open("a", "2024-05-31T23:59:59Z"));
        assert!(!open("a", "2024-06-01T00:00:00Z") && open("b", "2024-06-01T00:00:00Z"));
        assert!(open("c", "2024-05-01T00:00:00Z") && !open("c", "2024-06-15T00:00:00Z"));
        assert!(open("c", "2024-07-01T00:00:00Z") && open("c", "2034-07-01T00:00:00Z"));
    }

    #[test]
    fn an_administrator_who_is_not_logged_in_is_a_visitor() {
        let member = Member { roles: [Member::ADMINISTRATOR.to_owned()].into(), ..Member::default() };
        assert!(!member.is_administrator());
        assert!(Member { logged_in: true, ..member }.is_administrator());
    }
}
