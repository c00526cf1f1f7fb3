//! The contacts of a site as its members: who each of them is to its rules. Does not decide access, nor know a target.

use std::collections::BTreeSet;

use super::bulk::Bulk;
use super::carry::{AtSource, Carrier};
use super::error::MembershipError;
use super::infer::Inferred;
use super::offering_tags::OfferingTags;
use super::options::{MembershipOptions, Stage};
use super::person::Person;
use super::tags::TagTranslation;
use crate::access::{AccessTable, CompiledAccess, Member, MemberEnrollment, MemberTable};
use crate::contact::Contacts;
use crate::offering::{
    EnrolledMember, Enrollment, EnrollmentSchedule, Module, Offering, Release, ReleaseState, Why,
};
use crate::site::{Site, TagMapEntry};
use crate::{ContactRef, Instant};

/// The contacts of a site as its members, before the move or after it.
///
/// Everybody is taken to be logged in. What is said holds for the instant of the [options](MembershipOptions) and, as far as the clock
/// alone moves it, for those after it; a module that is open by then counts as always open.
///
/// Before the move a contact has the source's tags and roles. A module is open where its tag is held, and where the source's clock, if it
/// has one, has opened it since the enrollment. After the move a contact has the tags that the tag map makes, the role that new users get, and the
/// enrollments that the policy makes. A module's tag is held while the module is open: it comes with the module and, where an expiry
/// closes that, goes with it.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, MembershipOptions, Roster, Site, TagName};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "tagMap": [{"kind": "rename", "from": "WC", "to": "Watercolour"}],
///     "offerings": [{"id": "w", "name": "Watercolour", "accessTag": "Watercolour", "modules": [{"id": "a", "name": "A"}]}],
///     "pages": [{"id": "home", "title": "Home", "offering": "w"}]}"#)?;
/// let mut ada = Contact::new(Email::new("ada@example.com")?);
/// ada.tags = vec![TagName::new("WC")?];
/// let contacts: Contacts = [ada].into_iter().collect();
/// let now = "2024-05-01T00:00:00Z".parse()?;
/// let roster = Roster::new(&site, &contacts, MembershipOptions::new(now));
/// let member = roster.member(0)?.unwrap();
/// assert!(member.logged_in && member.tags.contains("Watercolour"));
/// assert_eq!(member.enrollments[0].offering.as_str(), "w");
/// assert!(roster.decide_all(now)?.allows(0, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Roster<'a> {
    pub(super) site: &'a Site,
    pub(super) contacts: &'a Contacts,
    pub(super) options: MembershipOptions<'a>,
    pub(super) tags: TagTranslation<'a>,
    /// In the order of the site.
    pub(super) offerings: Vec<OfferingTags<'a>>,
}

impl<'a> Roster<'a> {
    /// The contacts of a site, taken as the options say.
    pub fn new(site: &'a Site, contacts: &'a Contacts, options: MembershipOptions<'a>) -> Self {
        let holds = |entry: &&TagMapEntry| match options.stage {
            Stage::Before => false,
            Stage::BeforeRenamed => !matches!(entry, TagMapEntry::Drop { .. }),
            Stage::After(_) => true,
        };
        let tags = TagTranslation::new(site.tag_map().iter().filter(holds), contacts.tag_book());
        let offerings = site.offerings().iter().map(|offering| OfferingTags::new(offering, &tags)).collect();
        Roster { site, contacts, options, tags, offerings }
    }

    /// The site.
    pub fn site(&self) -> &'a Site {
        self.site
    }

    /// The contacts, in their order.
    pub fn contacts(&self) -> &'a Contacts {
        self.contacts
    }

    /// Who a contact is to the site's rules, by the contact's place; absent where there is none.
    ///
    /// # Errors
    /// [`MembershipError`] where a release rule leads out of the calendar.
    pub fn member(&self, row: usize) -> Result<Option<Member>, MembershipError> {
        let Some(contact) = self.contacts.get(row) else { return Ok(None) };
        let mut person = Person::default();
        self.take(&mut person, &contact);
        let roles = match self.options.stage {
            Stage::Before | Stage::BeforeRenamed => contact.roles().map(str::to_owned).collect(),
            Stage::After(_) => [self.options.role.to_owned()].into(),
        };
        let mut member = Member {
            logged_in: true,
            roles,
            tags: BTreeSet::new(),
            enrollments: Vec::new(),
            registered_at: person.facts().registered_at,
            timezone: person.facts().timezone,
        };
        let (mut scratch, mut ending) = (Vec::new(), BTreeSet::new());
        for offering in &self.offerings {
            if let Some(inferred) = offering.infer(&person, self.options.now, &mut scratch) {
                let (enrollment, schedule) = self.stands(offering, inferred, &person)?;
                let modules = OfferingTags::ending(&schedule.releases);
                ending.extend(modules.filter_map(|module| offering.modules.get(module).copied().flatten()));
                member.enrollments.push(MemberEnrollment::of_schedule(&enrollment, schedule));
            }
        }
        let lasting = person.tags().iter().filter(|tag| !ending.contains(*tag));
        member.tags = lasting.filter_map(|tag| self.tags.name(*tag)).cloned().collect();
        Ok(Some(member))
    }

    /// What a contact is enrolled in, by the contact's place, and what else schedules may count from; absent where there is none.
    ///
    /// # Errors
    /// As [`member`](Self::member).
    pub fn enrolled(&self, row: usize) -> Result<Option<EnrolledMember>, MembershipError> {
        let Some(contact) = self.contacts.get(row) else { return Ok(None) };
        let mut person = Person::default();
        self.take(&mut person, &contact);
        let (mut enrollments, mut scratch) = (Vec::new(), Vec::new());
        for offering in &self.offerings {
            if let Some(inferred) = offering.infer(&person, self.options.now, &mut scratch) {
                enrollments.push(self.stands(offering, inferred, &person)?.0);
            }
        }
        Ok(Some(EnrolledMember { enrollments, facts: person.facts().clone() }))
    }

    /// All contacts as rules ask about them, in columns and in their order: what [`member`](Self::member) gives of each, at once.
    ///
    /// # Errors
    /// As [`member`](Self::member).
    pub fn table(&self, rules: &CompiledAccess) -> Result<MemberTable, MembershipError> {
        let mut bulk = Bulk::new(self, rules);
        let mut table = rules.members();
        for contact in self.contacts.iter() {
            bulk.add(&contact, &mut table)?;
        }
        Ok(table)
    }

    /// Who gets to see which page at an instant: contacts by their places, pages by theirs in the site.
    ///
    /// # Errors
    /// As [`member`](Self::member).
    pub fn decide_all(&self, at: Instant) -> Result<AccessTable, MembershipError> {
        let rules = self.site.compile();
        Ok(rules.decide_all(&self.table(&rules)?, at))
    }

    pub(super) fn take(&self, person: &mut Person, contact: &ContactRef<'_>) {
        person.take(contact, &self.tags, self.site.offerings(), self.options.evidence);
    }

    /// The enrollment that a person has at this stage, and every module as it stands for it.
    pub(super) fn stands(
        &self,
        offering: &OfferingTags<'_>,
        inferred: Inferred<'_>,
        person: &Person,
    ) -> Result<(Enrollment, EnrollmentSchedule), MembershipError> {
        let MembershipOptions { now, stage, source_clock, .. } = self.options;
        let carrier = Carrier { site: self.site, now, source_clock };
        let (offering, facts) = (offering.offering, person.facts());
        let source = carrier.at_source(offering, inferred, facts)?;
        match stage {
            Stage::Before | Stage::BeforeRenamed => {
                let AtSource { enrollment, schedule } = source;
                let schedule = schedule.unwrap_or_else(|| by_tags(offering, &enrollment));
                Ok((enrollment, schedule))
            }
            Stage::After(policy) => {
                let carried = carrier.carry(offering, inferred, source.enrollment, None, policy, facts)?;
                let schedule = carrier.schedule(offering, &carried.enrollment, facts)?;
                Ok((carried.enrollment, schedule))
            }
        }
    }
}

/// The modules that are open where tags alone tell.
fn by_tags(offering: &Offering, enrollment: &Enrollment) -> EnrollmentSchedule {
    let release = |module: &Module| {
        let since = enrollment.released.get(&module.id);
        let (state, why) = match since {
            Some(_) => (ReleaseState::Open, Why::Released),
            None => (ReleaseState::Manual, Why::Manual),
        };
        let opens_at = since.copied().flatten();
        Release { module: module.id.clone(), state, opens_at, closes_at: None, shown_at: None, why }
    };
    EnrollmentSchedule {
        releases: offering.modules.iter().map(release).collect(),
        ends_at: enrollment.revoked_at,
    }
}

impl Site {
    /// Who a contact is to this site's rules; see [`Roster`], which is for many. `options` says at which instant, and whether before the
    /// move or after it.
    ///
    /// # Errors
    /// [`MembershipError`] where a release rule leads out of the calendar.
    pub fn member(
        &self,
        contacts: &Contacts,
        row: usize,
        options: MembershipOptions<'_>,
    ) -> Result<Option<Member>, MembershipError> {
        Roster::new(self, contacts, options).member(row)
    }

    /// Which contacts get to see which pages at an instant, once they have been moved then as the default options have it: tags
    /// through the tag map, release timers going on from the last module released. A [`Roster`] decides under others.
    ///
    /// # Errors
    /// [`MembershipError`] where a release rule leads out of the calendar.
    pub fn decide_all(&self, contacts: &Contacts, at: Instant) -> Result<AccessTable, MembershipError> {
        Roster::new(self, contacts, MembershipOptions::new(at)).decide_all(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::DripContinuity;
    use crate::{Contact, Email, TagName};

    fn site() -> Site {
        Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
            "tagMap": [{"kind": "rename", "from": "W", "to": "Watercolour"}],
            "offerings": [{"id": "w", "name": "W", "accessTag": "Watercolour", "modules": [{"id": "a", "name": "A"},
                {"id": "b", "name": "B", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]},
                {"id": "old", "name": "Old", "accessTag": "W"}],
            "pages": [{"id": "b", "title": "B", "offering": "w", "module": "b"}]}"#,
        )
        .unwrap()
    }

    fn contacts() -> Contacts {
        let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
        ada.tags = vec![TagName::new("W").unwrap()];
        ada.created_at = "2024-05-01T00:00:00Z".parse().ok();
        ada.roles = vec!["administrator".to_owned()];
        ada.time_zone = Some("America/Chicago".to_owned());
        [ada].into_iter().collect()
    }

    fn member(stage: Stage) -> Member {
        let options =
            MembershipOptions { stage, ..MembershipOptions::new("2024-05-05T00:00:00Z".parse().unwrap()) };
        site().member(&contacts(), 0, options).unwrap().unwrap()
    }

    #[test]
    fn before_the_move_a_member_has_the_sources_tags_and_roles_and_after_it_those_of_the_site() {
        let offerings = |member: &Member| {
            let ids = member.enrollments.iter().map(|enrollment| enrollment.offering.as_str().to_owned());
            ids.collect::<Vec<_>>()
        };
        let before = member(Stage::Before);
        assert!(before.tags.contains("W") && before.is_administrator());
        assert_eq!(offerings(&before), ["old"]);
        let renamed = member(Stage::BeforeRenamed);
        assert!(renamed.tags.contains("Watercolour") && renamed.is_administrator());
        assert_eq!(offerings(&renamed), ["w"]);
        let after = member(Stage::After(DripContinuity::default()));
        assert!(after.tags.contains("Watercolour") && !after.is_administrator());
        assert_eq!(offerings(&after), ["w"]);
        assert_eq!(after.timezone.map(|zone| zone.to_string()).as_deref(), Some("America/Chicago"));
    }

    #[test]
    fn after_the_move_modules_open_as_the_policy_has_it() {
        let opens = |policy| {
            let member = member(Stage::After(policy));
            let release = member.enrollments[0].releases.first();
            release.map_or("open".to_owned(), |release| release.opens_at.to_string())
        };
        assert_eq!(opens(DripContinuity::KeepOriginalClock), "2024-05-08T00:00:00Z");
        assert_eq!(opens(DripContinuity::ContinueFromLastReleased), "2024-05-12T00:00:00Z");
        assert_eq!(opens(DripContinuity::Restart), "2024-05-12T00:00:00Z");
        assert_eq!(opens(DripContinuity::OpenAll), "open");
    }

    #[test]
    fn a_row_that_is_not_there_is_nobody() {
        let options = MembershipOptions::new("2024-05-05T00:00:00Z".parse().unwrap());
        assert_eq!(site().member(&contacts(), 1, options).unwrap(), None);
    }

    #[test]
    fn all_are_decided_at_once_at_any_instant_after_the_move() {
        let (site, contacts) = (site(), contacts());
        let now = "2024-05-05T00:00:00Z".parse().unwrap();
        let roster = Roster::new(&site, &contacts, MembershipOptions::new(now));
        let allows = |at: &str| roster.decide_all(at.parse().unwrap()).unwrap().allows(0, 0);
        assert!(!allows("2024-05-11T23:59:59Z") && allows("2024-05-12T00:00:00Z"));
        assert!(!site.decide_all(&contacts, now).unwrap().allows(0, 0));
    }

    #[test]
    fn a_course_starts_again_for_one_and_goes_on_for_another_of_the_same_date() {
        let site = Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [{"id": "w", "name": "W", "accessTag": "W",
                "modules": [{"id": "a", "name": "A", "accessTag": "W a"}, {"id": "b", "name": "B", "release": {"kind": "timer",
                    "anchor": {"kind": "enrollment"}, "offset": {"amount": 7, "unit": "days"}}}]}],
            "pages": [{"id": "b", "title": "B", "offering": "w", "module": "b"}]}"#,
        )
        .unwrap();
        let contact = |name: &str, tag: &str| {
            let mut contact = Contact::new(Email::new(&format!("{name}@example.com")).unwrap());
            contact.tags = vec![TagName::new(tag).unwrap()];
            contact.created_at = "2024-05-01T00:00:00Z".parse().ok();
            contact
        };
        let now = "2024-05-20T00:00:00Z".parse().unwrap();
        let stage = Stage::After(DripContinuity::Restart);
        for order in [["W", "W a"], ["W a", "W"]] {
            let contacts: Contacts =
                order.into_iter().zip(["ada", "grace"]).map(|(tag, name)| contact(name, tag)).collect();
            let roster =
                Roster::new(&site, &contacts, MembershipOptions { stage, ..MembershipOptions::new(now) });
            let table = roster.decide_all(now).unwrap();
            for row in 0..2 {
                let member = roster.member(row).unwrap().unwrap();
                let alone = site.decide(&member, &site.pages()[0].id, now).unwrap().allowed;
                assert_eq!(table.allows(row, 0), alone, "{order:?} {row}");
                assert_eq!(alone, order[row] == "W a", "{order:?} {row}");
            }
        }
    }
}
