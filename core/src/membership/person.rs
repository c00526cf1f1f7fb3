//! One contact as memberships are told from: tags as the site has them, and what is known of dates. Does not know what a tag
//! opens.

use std::collections::BTreeMap;

use super::evidence::EnrollmentEvidence;
use super::tags::{TagNumber, TagTranslation};
use crate::offering::{MemberFacts, Offering};
use crate::{ContactRef, Instant, ModuleId, OfferingId};

/// What is known of one contact. Reused from contact to contact, so that a million of them need no memory each.
#[derive(Debug, Default)]
pub struct Person {
    row: usize,
    /// Ascending, each once.
    tags: Vec<TagNumber>,
    /// When a tag was given, ascending by tag; the earliest where several became one.
    dates: Vec<(TagNumber, Instant)>,
    created_at: Option<Instant>,
    facts: MemberFacts,
}

impl Person {
    /// Takes the next contact. `offerings` are those of the site, in its order.
    pub fn take(
        &mut self,
        contact: &ContactRef<'_>,
        translation: &TagTranslation<'_>,
        offerings: &[Offering],
        evidence: EnrollmentEvidence<'_>,
    ) {
        self.row = contact.index();
        self.created_at = contact.created_at();
        translation.translate(contact, &mut self.tags);
        self.dates.clear();
        if let Some(dates) = evidence.tag_dates {
            let dated = dates.of(self.row).filter_map(|(tag, at)| Some((translation.becomes(tag)?, at)));
            self.dates.extend(dated.filter(|(tag, _)| self.tags.binary_search(tag).is_ok()));
            self.dates.sort_unstable();
            self.dates.dedup_by_key(|(tag, _)| *tag);
        }
        self.facts.registered_at = self.created_at;
        self.facts.timezone = contact.time_zone().and_then(|zone| zone.parse().ok());
        self.facts.completions.clear();
        self.facts.completed_modules.clear();
        self.facts.purchases.clear();
        self.facts.last_purchases.clear();
        let bought = evidence.purchases.into_iter().flat_map(|purchases| purchases.of(self.row));
        for (index, first, last) in bought {
            let Some(offering) = offerings.get(index) else { continue };
            self.facts.purchases.insert(offering.id.clone(), first);
            if last > first {
                self.facts.last_purchases.insert(offering.id.clone(), last);
            }
        }
    }

    /// Takes in what they completed, as the user of the target that they are says.
    pub fn take_completions<'a>(
        &mut self,
        enrollments: impl Iterator<Item = (&'a OfferingId, &'a BTreeMap<ModuleId, Instant>)>,
        offering: impl Fn(&OfferingId) -> Option<&'a Offering>,
    ) {
        self.facts.take_completions(enrollments, offering);
    }

    /// The tags, ascending and each once.
    pub fn tags(&self) -> &[TagNumber] {
        &self.tags
    }

    /// Whether a tag is held; one that nobody can hold is not.
    pub fn holds(&self, tag: Option<TagNumber>) -> bool {
        tag.is_some_and(|tag| self.tags.binary_search(&tag).is_ok())
    }

    /// When a tag was given, where it is held and that is known.
    pub fn date(&self, tag: Option<TagNumber>) -> Option<Instant> {
        let tag = tag.filter(|_| !self.dates.is_empty())?;
        let place = self.dates.binary_search_by_key(&tag, |(tag, _)| *tag).ok()?;
        self.dates.get(place).map(|(_, at)| *at)
    }

    /// When the source first knew them, if it says so.
    pub fn created_at(&self) -> Option<Instant> {
        self.created_at
    }

    /// What schedules may count from.
    pub fn facts(&self) -> &MemberFacts {
        &self.facts
    }
}
