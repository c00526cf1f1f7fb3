//! Who is a member of what, told by tags: enrollments and the modules that are open. Does not know people's data, nor how an
//! enrollment is written.

use std::collections::BTreeSet;

use super::tags::{TagNumber, TagTranslation};
use super::{DripContinuity, PlanError, Reason, TargetEnrollment};
use crate::offering::{Offering, ReleaseState, ScheduleOptions, release_schedule};
use crate::{Instant, TagName, Zone};

/// An offering with its tags as numbers, and what was decided about its members so far.
pub struct Membership<'a> {
    pub offering: &'a Offering,
    access: Option<TagNumber>,
    instant: Option<TagNumber>,
    revoke: Option<TagNumber>,
    purchase: Option<TagNumber>,
    modules: Vec<Option<TagNumber>>,
    /// Members enrolled on a date that is a guess.
    pub guessed: u64,
    /// Those of them whose source gives no date at all.
    pub undated: u64,
    /// Members whose timers start again.
    pub restarted: u64,
}

/// What holds for every member alike.
pub struct Clock {
    pub now: Instant,
    pub zone: Zone,
    pub continuity: DripContinuity,
}

/// What one contact brings along.
pub struct Evidence<'a> {
    /// The site's tags, ascending.
    pub tags: &'a [TagNumber],
    /// The tags that the user of the target holds.
    pub held_on_target: Option<&'a BTreeSet<TagName>>,
    /// When the source first knew the person.
    pub created_at: Option<Instant>,
}

impl<'a> Membership<'a> {
    pub fn new(offering: &'a Offering, tags: &TagTranslation<'_>) -> Self {
        let number = |tag: &Option<TagName>| tag.as_ref().and_then(|tag| tags.number(tag));
        Membership {
            offering,
            access: number(&offering.access_tag),
            instant: number(&offering.instant_access_tag),
            revoke: number(&offering.revoke_tag),
            purchase: number(&offering.purchase_tag),
            modules: offering.modules.iter().map(|module| number(&module.access_tag)).collect(),
            guessed: 0,
            undated: 0,
            restarted: 0,
        }
    }

    /// Whether these tags make a member or buyer, whether or not access was taken away since.
    pub fn is_member_or_buyer(&self, tags: &[TagNumber]) -> bool {
        let own = [self.access, self.instant, self.purchase];
        own.iter().chain(&self.modules).any(|tag| holds(tags, *tag))
    }

    /// The enrollment that a contact shall have, with the reason; absent where there is none, or it is as it shall be already.
    ///
    /// Whoever holds the access tag, the instant-access tag or a module's tag is enrolled, unless the revoke tag is held too.
    /// Open are the base module, the modules whose tag is held, and what the drip continuity opens. An enrollment that is there
    /// already keeps its dates and only gets more modules; one whose access was taken away stays so.
    pub fn enrollment(
        &mut self,
        evidence: &Evidence<'_>,
        existing: Option<&TargetEnrollment>,
        clock: &Clock,
    ) -> Result<Option<(Reason, TargetEnrollment)>, PlanError> {
        let Some(reason) = self.reason(evidence) else { return Ok(None) };
        if existing.is_some_and(|existing| existing.revoked_at.is_some()) {
            return Ok(None);
        }
        let tags = evidence.tags;
        let modules = &self.offering.modules;
        let has_module_tag = self.modules.iter().any(|tag| holds(tags, *tag));
        let by_tag =
            modules.iter().zip(&self.modules).filter(|(_, tag)| holds(tags, **tag)).map(|(module, _)| module);
        let mut released: BTreeSet<_> =
            modules.first().into_iter().chain(by_tag).map(|module| module.id.clone()).collect();
        let mut enrolled_at = evidence.created_at.map_or(clock.now, |created| created.min(clock.now));
        let mut clock_from = None;
        let mut is_guess = true;
        match clock.continuity {
            DripContinuity::OpenAll => released.extend(modules.iter().map(|module| module.id.clone())),
            DripContinuity::KeepOriginalClock => {
                let so_far = existing.cloned().unwrap_or(TargetEnrollment {
                    enrolled_at,
                    released: released.clone(),
                    clock_from: None,
                    revoked_at: None,
                });
                let enrollment = so_far.to_enrollment(&self.offering.id);
                let schedule = release_schedule(
                    self.offering,
                    &enrollment,
                    &ScheduleOptions::new(clock.zone, clock.now),
                )
                .map_err(|cause| PlanError::Schedule { offering: self.offering.id.clone(), cause })?;
                let open = schedule.into_iter().filter(|release| release.state == ReleaseState::Open);
                released.extend(open.map(|release| release.module));
            }
            DripContinuity::Restart if !has_module_tag => {
                enrolled_at = clock.now;
                is_guess = false;
            }
            DripContinuity::Restart | DripContinuity::ContinueFromLastReleased => {
                clock_from = (released.len() < modules.len()).then_some(clock.now);
            }
        }
        let Some(existing) = existing else {
            self.count(is_guess, evidence.created_at);
            return Ok(Some((
                reason,
                TargetEnrollment { enrolled_at, released, clock_from, revoked_at: None },
            )));
        };
        if released.is_subset(&existing.released) {
            return Ok(None);
        }
        released.extend(existing.released.iter().cloned());
        Ok(Some((reason, TargetEnrollment { released, ..existing.clone() })))
    }

    fn reason(&self, evidence: &Evidence<'_>) -> Option<Reason> {
        let revoked_on_target = match (&self.offering.revoke_tag, evidence.held_on_target) {
            (Some(tag), Some(held)) => held.contains(tag),
            _ => false,
        };
        let tags = evidence.tags;
        if revoked_on_target || holds(tags, self.revoke) {
            None
        } else if holds(tags, self.access) {
            Some(Reason::AccessTagHeld)
        } else if holds(tags, self.instant) {
            Some(Reason::InstantAccessTagHeld)
        } else {
            self.modules.iter().any(|tag| holds(tags, *tag)).then_some(Reason::ModuleTagHeld)
        }
    }

    fn count(&mut self, is_guess: bool, created_at: Option<Instant>) {
        if is_guess {
            self.guessed += 1;
            self.undated += u64::from(created_at.is_none());
        } else {
            self.restarted += 1;
        }
    }
}

fn holds(tags: &[TagNumber], tag: Option<TagNumber>) -> bool {
    tag.is_some_and(|tag| tags.binary_search(&tag).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Contacts, Email, ModuleId, Site};

    const WEEKLY: &str = r#""release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}"#;

    /// Enrolls one contact with tags, created on 1 May, on 16 May: two weeks and a day later.
    fn enroll(
        tags: &[&str],
        continuity: DripContinuity,
        existing: Option<&str>,
    ) -> Option<(Reason, TargetEnrollment)> {
        let text = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [{{"id": "w", "name": "W",
            "accessTag": "W", "instantAccessTag": "W now", "revokeTag": "W off", "purchaseTag": "W bought", "modules": [
                {{"id": "a", "name": "A", "accessTag": "W a"}}, {{"id": "b", "name": "B", "accessTag": "W b", {WEEKLY}}},
                {{"id": "c", "name": "C", "accessTag": "W c", {WEEKLY}}}, {{"id": "d", "name": "D", {WEEKLY}}}]}}]}}"#
        );
        let site = Site::from_json(text.as_bytes()).unwrap();
        let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
        ada.tags = tags.iter().map(|name| TagName::new(name).unwrap()).collect();
        let contacts: Contacts = [ada].into_iter().collect();
        let mut translation = TagTranslation::new(&site, contacts.tag_book());
        let mut numbers = Vec::new();
        translation.translate(&contacts.get(0).unwrap(), &mut numbers);
        let clock = Clock { now: "2024-05-16T00:00:00Z".parse().unwrap(), zone: Zone::UTC, continuity };
        let evidence = Evidence {
            tags: &numbers,
            held_on_target: None,
            created_at: "2024-05-01T00:00:00Z".parse().ok(),
        };
        let existing: Option<TargetEnrollment> = existing.map(|text| serde_json::from_str(text).unwrap());
        Membership::new(&site.offerings()[0], &translation)
            .enrollment(&evidence, existing.as_ref(), &clock)
            .unwrap()
    }

    fn released(tags: &[&str], continuity: DripContinuity) -> (String, String, bool) {
        let (_, enrollment) = enroll(tags, continuity, None).unwrap();
        let modules: Vec<_> = enrollment.released.iter().map(ModuleId::as_str).collect();
        (modules.join(" "), enrollment.enrolled_at.to_string(), enrollment.clock_from.is_some())
    }

    #[test]
    fn each_continuity_opens_what_it_says() {
        use DripContinuity::{ContinueFromLastReleased, KeepOriginalClock, OpenAll, Restart};
        let (may_1, may_16) = ("2024-05-01T00:00:00Z".to_owned(), "2024-05-16T00:00:00Z".to_owned());
        let access = ["W"];
        assert_eq!(released(&access, ContinueFromLastReleased), ("a".into(), may_1.clone(), true));
        assert_eq!(released(&access, KeepOriginalClock), ("a b c".into(), may_1.clone(), false));
        assert_eq!(released(&access, OpenAll), ("a b c d".into(), may_1.clone(), false));
        assert_eq!(released(&access, Restart), ("a".into(), may_16, false));
        let half_way = ["W", "W b"];
        assert_eq!(released(&half_way, ContinueFromLastReleased), ("a b".into(), may_1.clone(), true));
        assert_eq!(released(&half_way, Restart), ("a b".into(), may_1, true));
    }

    #[test]
    fn any_tag_of_the_offering_enrolls_but_a_purchase_alone_and_a_revoked_one_do_not() {
        let reason = |tags: &[&str]| enroll(tags, DripContinuity::default(), None).map(|(reason, _)| reason);
        assert_eq!(reason(&["W"]), Some(Reason::AccessTagHeld));
        assert_eq!(reason(&["W now"]), Some(Reason::InstantAccessTagHeld));
        assert_eq!(reason(&["W c"]), Some(Reason::ModuleTagHeld));
        assert_eq!(reason(&["W bought"]), None);
        assert_eq!(reason(&["W", "W c", "W off"]), None);
    }

    #[test]
    fn an_enrollment_that_is_there_only_gets_more_modules() {
        let continuity = DripContinuity::Restart;
        let there = r#"{"enrolledAt":"2020-01-01T00:00:00Z","released":["a","d"],"clockFrom":"2021-01-01T00:00:00Z"}"#;
        let (_, enrollment) = enroll(&["W", "W b"], continuity, Some(there)).unwrap();
        assert_eq!(enrollment.released.iter().map(ModuleId::as_str).collect::<Vec<_>>(), ["a", "b", "d"]);
        assert_eq!(enrollment.enrolled_at.to_string(), "2020-01-01T00:00:00Z");
        assert_eq!(enroll(&["W"], continuity, Some(there)), None);
        let revoked = r#"{"enrolledAt":"2020-01-01T00:00:00Z","revokedAt":"2021-01-01T00:00:00Z"}"#;
        assert_eq!(enroll(&["W"], continuity, Some(revoked)), None);
    }
}
