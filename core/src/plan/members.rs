//! What a plan makes of a member: the enrollment they shall have on the target, told what they have there already. Does not know
//! how an enrollment is inferred, nor how it is written.

use std::collections::BTreeSet;

use super::{PlanError, Reason, TargetEnrollment};
use crate::TagName;
use crate::membership::{
    Carried, Carrier, Dated, DripContinuity, EnrolledBy, ModuleTag, OfferingTags, Person, mark_announced,
};

/// An offering, and what was decided about its members so far.
pub struct Membership<'a> {
    pub tags: OfferingTags<'a>,
    /// Members enrolled on a date that is a guess.
    pub guessed: u64,
    /// Those of them whose source gives no date at all.
    pub undated: u64,
    /// Members whose timers start again.
    pub restarted: u64,
    /// Reused from contact to contact.
    modules: Vec<ModuleTag>,
}

/// What the target has of one user.
#[derive(Clone, Copy, Default)]
pub struct OnTarget<'a> {
    /// The tags that the user holds.
    pub held: Option<&'a BTreeSet<TagName>>,
    /// The enrollment that is there.
    pub enrollment: Option<&'a TargetEnrollment>,
}

impl<'a> Membership<'a> {
    pub fn new(tags: OfferingTags<'a>) -> Self {
        Membership { tags, guessed: 0, undated: 0, restarted: 0, modules: Vec::new() }
    }

    /// The enrollment that a contact shall have, with the reason; absent where there is none, or it is as it shall be already.
    ///
    /// What is open at the move counts as announced. An enrollment that is there already keeps its dates and only gets more modules; one whose access was taken away stays so,
    /// and whoever holds the revoke tag on the target is not enrolled.
    pub fn enrollment(
        &mut self,
        person: &Person,
        target: OnTarget<'_>,
        carrier: &Carrier<'_>,
        policy: DripContinuity,
    ) -> Result<Option<(Reason, TargetEnrollment)>, PlanError> {
        let offering = self.tags.offering;
        let revoked = match (&offering.revoke_tag, target.held) {
            (Some(tag), Some(held)) => held.contains(tag),
            _ => false,
        };
        let inferred = if revoked { None } else { self.tags.infer(person, carrier.now, &mut self.modules) };
        let Some(inferred) = inferred else { return Ok(None) };
        let reason = match inferred.by {
            EnrolledBy::AccessTag => Reason::AccessTagHeld,
            EnrolledBy::InstantAccessTag => Reason::InstantAccessTagHeld,
            EnrolledBy::ModuleTag => Reason::ModuleTagHeld,
        };
        let existing = target.enrollment;
        if existing.is_some_and(|existing| existing.revoked_at.is_some()) {
            return Ok(None);
        }
        let so_far = existing.map(|existing| existing.to_enrollment(&offering.id));
        let facts = person.facts();
        let source = carrier.at_source(offering, inferred, facts)?;
        let carried = carrier.carry(offering, inferred, source.enrollment, so_far.as_ref(), policy, facts)?;
        let Carried { mut enrollment, dated } = carried;
        let Some(existing) = existing else {
            if dated == Dated::ByTheMove {
                self.restarted += 1;
            } else if inferred.enrolled_at.evidence.is_guess() {
                self.guessed += 1;
                self.undated += u64::from(person.created_at().is_none());
            }
            let schedule = carrier.schedule(offering, &enrollment, facts)?;
            mark_announced(&mut enrollment, &schedule.releases);
            return Ok(Some((reason, TargetEnrollment::of(enrollment))));
        };
        let mut more = enrollment.released;
        more.retain(|module, _| !existing.released.contains_key(module));
        if more.is_empty() {
            return Ok(None);
        }
        let mut enrollment = existing.clone();
        enrollment.notified.extend(more.keys().cloned());
        enrollment.released.append(&mut more);
        Ok(Some((reason, enrollment)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::{EnrollmentEvidence, TagTranslation};
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
        ada.created_at = "2024-05-01T00:00:00Z".parse().ok();
        let contacts: Contacts = [ada].into_iter().collect();
        let translation = TagTranslation::new(site.tag_map(), contacts.tag_book());
        let mut person = Person::default();
        person.take(&contacts.get(0).unwrap(), &translation, site.offerings(), EnrollmentEvidence::default());
        let now = "2024-05-16T00:00:00Z".parse().unwrap();
        let carrier = Carrier { site: &site, now, source_clock: None };
        let existing: Option<TargetEnrollment> = existing.map(|text| serde_json::from_str(text).unwrap());
        let target = OnTarget { held: None, enrollment: existing.as_ref() };
        Membership::new(OfferingTags::new(&site.offerings()[0], &translation))
            .enrollment(&person, target, &carrier, continuity)
            .unwrap()
    }

    fn released(tags: &[&str], continuity: DripContinuity) -> (String, String, bool) {
        let (_, enrollment) = enroll(tags, continuity, None).unwrap();
        let modules: Vec<_> = enrollment.released.keys().map(ModuleId::as_str).collect();
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
    fn what_is_open_at_the_move_is_not_announced_and_a_module_that_is_added_is_not_either() {
        let names = |modules: &BTreeSet<ModuleId>| {
            let names: Vec<_> = modules.iter().map(ModuleId::as_str).collect();
            names.join(" ")
        };
        let notified = |tags: &[&str], continuity, existing| {
            names(&enroll(tags, continuity, existing).unwrap().1.notified)
        };
        assert_eq!(notified(&["W", "W b"], DripContinuity::ContinueFromLastReleased, None), "a b");
        assert_eq!(notified(&["W"], DripContinuity::KeepOriginalClock, None), "a b c");
        let there =
            r#"{"enrolledAt":"2020-01-01T00:00:00Z","released":{"a":null,"d":null},"notified":["a"]}"#;
        assert_eq!(notified(&["W", "W b"], DripContinuity::Restart, Some(there)), "a b");
    }

    #[test]
    fn an_enrollment_that_is_there_only_gets_more_modules() {
        let continuity = DripContinuity::Restart;
        let there = r#"{"enrolledAt":"2020-01-01T00:00:00Z","released":{"a":null,"d":null},"clockFrom":"2021-01-01T00:00:00Z"}"#;
        let (_, enrollment) = enroll(&["W", "W b"], continuity, Some(there)).unwrap();
        assert_eq!(enrollment.released.keys().map(ModuleId::as_str).collect::<Vec<_>>(), ["a", "b", "d"]);
        assert_eq!(enrollment.enrolled_at.to_string(), "2020-01-01T00:00:00Z");
        assert_eq!(enroll(&["W"], continuity, Some(there)), None);
        let revoked = r#"{"enrolledAt":"2020-01-01T00:00:00Z","revokedAt":"2021-01-01T00:00:00Z"}"#;
        assert_eq!(enroll(&["W"], continuity, Some(revoked)), None);
    }
}
