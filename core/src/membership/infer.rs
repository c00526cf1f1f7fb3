//! From a contact's tags to an enrollment: by which tag, since when, and which modules they open. Does not know schedules.

use super::enrolled::{EnrolledAt, EnrolledAtEvidence, EnrolledBy};
use super::offering_tags::OfferingTags;
use super::person::Person;
use crate::offering::{Enrollment, Offering};
use crate::{Instant, ModuleId};

/// What the tags say of one module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ModuleTag {
    /// Its tag is not held, or it has none.
    NotHeld,
    /// It is open, nobody knows since when.
    Held,
    /// It is open since an instant.
    HeldSince(Instant),
}

/// A contact's enrollment in one offering, as the source's tags tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inferred<'s> {
    pub by: EnrolledBy,
    pub enrolled_at: EnrolledAt,
    /// In the order of the modules. The base module is open, since the enrollment where the date of that is no guess.
    pub modules: &'s [ModuleTag],
    /// Whether any module's tag is held.
    pub has_module_tag: bool,
}

impl OfferingTags<'_> {
    /// The enrollment of a person; absent where there is none. `scratch` is filled with what is said of modules.
    pub fn infer<'s>(
        &self,
        person: &Person,
        now: Instant,
        scratch: &'s mut Vec<ModuleTag>,
    ) -> Option<Inferred<'s>> {
        let by = self.enrolled_by(person)?;
        let enrolled_at = self.enrolled_at(person, now);
        scratch.clear();
        scratch.extend(self.modules.iter().map(|tag| match person.date(*tag) {
            Some(at) => ModuleTag::HeldSince(at.min(now)),
            None if person.holds(*tag) => ModuleTag::Held,
            None => ModuleTag::NotHeld,
        }));
        let has_module_tag = scratch.iter().any(|module| *module != ModuleTag::NotHeld);
        if let Some(base) = scratch.first_mut().filter(|base| !matches!(base, ModuleTag::HeldSince(_))) {
            let is_guess = enrolled_at.evidence.is_guess();
            *base = if is_guess { ModuleTag::Held } else { ModuleTag::HeldSince(enrolled_at.at) };
        }
        Some(Inferred { by, enrolled_at, modules: scratch, has_module_tag })
    }

    /// Since when a person is enrolled, by the best evidence there is; never later than now.
    fn enrolled_at(&self, person: &Person, now: Instant) -> EnrolledAt {
        let tag_date = person.date(self.access).or_else(|| person.date(self.purchase));
        let order = || person.facts().purchases.get(&self.offering.id).copied();
        let (at, evidence) = if let Some(at) = tag_date {
            (at, EnrolledAtEvidence::TagDate)
        } else if let Some(at) = order() {
            (at, EnrolledAtEvidence::Order)
        } else if let Some(at) = person.created_at() {
            (at, EnrolledAtEvidence::CreatedAt)
        } else {
            (now, EnrolledAtEvidence::Assumed)
        };
        EnrolledAt { at: at.min(now), evidence }
    }
}

impl Inferred<'_> {
    /// The same as schedules take it.
    pub fn to_enrollment(self, offering: &Offering) -> Enrollment {
        let mut enrollment = Enrollment::new(offering.id.clone(), self.enrolled_at.at);
        enrollment.released =
            crate::order::map(self.opened(offering).map(|(module, since)| (module.clone(), since)));
        enrollment
    }

    /// The modules that are open by the tags, each since when, where that is known.
    pub fn opened(self, offering: &Offering) -> impl Iterator<Item = (&ModuleId, Option<Instant>)> {
        offering.modules.iter().zip(self.modules).filter_map(|(module, tag)| match tag {
            ModuleTag::NotHeld => None,
            ModuleTag::Held => Some((&module.id, None)),
            ModuleTag::HeldSince(at) => Some((&module.id, Some(*at))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::{EnrollmentEvidence, Purchases, TagTranslation};
    use crate::{Contact, Contacts, Email, Order, OrderItem, OrderStatus, Site, TagDates, TagName};

    fn day(day: u8) -> Instant {
        format!("2024-05-{day:02}T00:00:00Z").parse().unwrap()
    }

    /// What is told of a contact with tags, each with the day it was given (0: not known), on 20 May.
    fn infer(
        tags: &[(&str, u8)],
        created: Option<u8>,
        paid: Option<u8>,
    ) -> Option<(EnrolledBy, EnrolledAt, Vec<ModuleTag>)> {
        let site = Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "tagMap": [
                {"kind": "merge", "from": ["Old W", "Older W"], "to": "W"}],
            "offerings": [{"id": "w", "name": "W", "accessTag": "W", "revokeTag": "W off", "purchaseTag": "W bought",
                "products": ["w"], "modules": [{"id": "a", "name": "A", "accessTag": "W a"},
                {"id": "b", "name": "B", "accessTag": "W b"}, {"id": "c", "name": "C"}]}]}"#,
        )
        .unwrap();
        let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
        ada.tags = tags.iter().map(|(name, _)| TagName::new(name).unwrap()).collect();
        ada.created_at = created.map(day);
        let contacts: Contacts = [ada].into_iter().collect();
        let dated = tags.iter().filter(|(_, given)| *given > 0);
        let dates: TagDates =
            dated.map(|(name, given)| (0, contacts.tag_book().find(name).unwrap(), day(*given))).collect();
        let item = OrderItem { product_id: Some("W".into()), ..OrderItem::default() };
        let order = Order {
            status: OrderStatus::Paid,
            paid_at: paid.map(day),
            items: vec![item],
            ..Order::default()
        };
        let purchases = Purchases::of_orders(&site, &[order], &[Some(0)]);
        let evidence = EnrollmentEvidence { tag_dates: Some(&dates), purchases: Some(&purchases) };
        let translation = TagTranslation::new(site.tag_map(), contacts.tag_book());
        let mut person = Person::default();
        person.take(&contacts.get(0).unwrap(), &translation, site.offerings(), evidence);
        let mut modules = Vec::new();
        let offering = OfferingTags::new(&site.offerings()[0], &translation);
        let inferred = offering.infer(&person, day(20), &mut modules)?;
        Some((inferred.by, inferred.enrolled_at, inferred.modules.to_vec()))
    }

    #[test]
    fn the_best_evidence_dates_an_enrollment() {
        use EnrolledAtEvidence::{Assumed, CreatedAt, Order, TagDate};
        let since = |tags: &[(&str, u8)], created, paid| {
            let (_, EnrolledAt { at, evidence }, _) = infer(tags, created, paid).unwrap();
            (at, evidence)
        };
        assert_eq!(since(&[("W", 7), ("W bought", 6)], Some(1), Some(5)), (day(7), TagDate));
        assert_eq!(since(&[("W", 0), ("W bought", 6)], Some(1), Some(5)), (day(6), TagDate));
        assert_eq!(since(&[("W", 0)], Some(1), Some(5)), (day(5), Order));
        assert_eq!(since(&[("W", 0)], Some(1), None), (day(1), CreatedAt));
        assert_eq!(since(&[("W", 0)], None, None), (day(20), Assumed));
        // Of tags that became one the earliest date holds, and nothing is dated later than now.
        assert_eq!(since(&[("Old W", 9), ("Older W", 3)], Some(1), None), (day(3), TagDate));
        assert_eq!(since(&[("W", 25)], None, None), (day(20), TagDate));
    }

    #[test]
    fn modules_are_open_by_their_tags_and_the_base_module_since_a_known_enrollment() {
        use ModuleTag::{Held, HeldSince, NotHeld};
        let modules = |tags: &[(&str, u8)]| infer(tags, Some(1), None).unwrap().2;
        assert_eq!(modules(&[("W", 0)]), [Held, NotHeld, NotHeld]);
        assert_eq!(modules(&[("W", 2)]), [HeldSince(day(2)), NotHeld, NotHeld]);
        assert_eq!(modules(&[("W", 2), ("W a", 3)]), [HeldSince(day(3)), NotHeld, NotHeld]);
        assert_eq!(modules(&[("W b", 9)]), [Held, HeldSince(day(9)), NotHeld]);
        assert_eq!(modules(&[("W b", 0)]), [Held, Held, NotHeld]);
    }

    #[test]
    fn the_revoke_tag_ends_an_enrollment_and_a_purchase_alone_begins_none() {
        assert_eq!(infer(&[("W", 1), ("W b", 1), ("W off", 0)], None, None), None);
        assert_eq!(infer(&[("W bought", 1)], None, Some(1)), None);
        assert_eq!(infer(&[("W b", 0)], None, None).unwrap().0, EnrolledBy::ModuleTag);
    }
}
