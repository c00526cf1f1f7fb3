//! An offering with its tags as numbers: who is a member or buyer, and by which tag. Does not know dates.

use super::enrolled::EnrolledBy;
use super::person::Person;
use super::tags::{TagNumber, TagTranslation};
use crate::TagName;
use crate::offering::{Offering, Release, Why};

/// An offering with its tags as numbers.
#[derive(Debug)]
pub struct OfferingTags<'a> {
    pub offering: &'a Offering,
    pub access: Option<TagNumber>,
    pub instant: Option<TagNumber>,
    pub revoke: Option<TagNumber>,
    pub purchase: Option<TagNumber>,
    /// In the order of the modules.
    pub modules: Vec<Option<TagNumber>>,
}

impl<'a> OfferingTags<'a> {
    pub fn new(offering: &'a Offering, tags: &TagTranslation<'_>) -> Self {
        let number = |tag: &Option<TagName>| tag.as_ref().and_then(|tag| tags.number(tag));
        OfferingTags {
            offering,
            access: number(&offering.access_tag),
            instant: number(&offering.instant_access_tag),
            revoke: number(&offering.revoke_tag),
            purchase: number(&offering.purchase_tag),
            modules: offering.modules.iter().map(|module| number(&module.access_tag)).collect(),
        }
    }

    /// Whether a person is a member or buyer, whether or not access was taken away since.
    pub fn is_member_or_buyer(&self, person: &Person) -> bool {
        let own = [self.access, self.instant, self.purchase];
        own.iter().chain(&self.modules).any(|tag| person.holds(*tag))
    }

    /// The modules that an expiry closes or has closed, by their places: their tags are held for as long as they are open and no longer.
    pub fn ending(schedule: &[Release]) -> impl Iterator<Item = usize> {
        let ends =
            |release: &Release| release.closes_at.is_some() && !matches!(release.why, Why::Revoked { .. });
        schedule.iter().enumerate().filter(move |(_, release)| ends(release)).map(|(place, _)| place)
    }

    /// Which tag enrolls a person. Whoever holds the revoke tag is not enrolled, and a purchase alone enrolls nobody.
    pub fn enrolled_by(&self, person: &Person) -> Option<EnrolledBy> {
        if person.holds(self.revoke) {
            None
        } else if person.holds(self.access) {
            Some(EnrolledBy::AccessTag)
        } else if person.holds(self.instant) {
            Some(EnrolledBy::InstantAccessTag)
        } else {
            self.modules.iter().any(|tag| person.holds(*tag)).then_some(EnrolledBy::ModuleTag)
        }
    }
}
