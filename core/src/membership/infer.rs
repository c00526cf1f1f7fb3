//! From a contact's tags to an enrollment: by which tag, since when, and which modules they open. Does not know schedules.

use serde::{Deserialize, Serialize};

use super::offering_tags::OfferingTags;
use super::person::Person;
use crate::Instant;
use crate::offering::Enrollment;

/// Which tag makes a contact a member of an offering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnrolledBy {
    /// The offering's access tag.
    AccessTag,
    /// The offering's instant-access tag.
    InstantAccessTag,
    /// The tag of one of the offering's modules.
    ModuleTag,
}

/// What says since when a member is enrolled, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnrolledAtEvidence {
    /// The source says when it gave the access tag, or else the purchase tag.
    TagDate,
    /// The earliest order for the offering that was paid and not given back.
    Order,
    /// When the source first knew the contact: a guess, for whoever bought later.
    CreatedAt,
    /// Nothing; the instant that the caller calls now.
    Assumed,
}

impl EnrolledAtEvidence {
    /// Whether the date is a guess.
    pub fn is_guess(self) -> bool {
        matches!(self, EnrolledAtEvidence::CreatedAt | EnrolledAtEvidence::Assumed)
    }
}

/// Since when a member is enrolled, and what says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `at` and `evidence`")]
pub struct EnrolledAt {
    /// The instant.
    pub at: Instant,
    /// What says so.
    pub evidence: EnrolledAtEvidence,
}

/// A contact's enrollment in one offering, as the source's tags tell it.
#[derive(Debug)]
pub struct Inferred {
    pub by: EnrolledBy,
    pub evidence: EnrolledAtEvidence,
    /// Whether any module's tag is held.
    pub has_module_tag: bool,
    /// Released are the base module, and the modules whose tag is held.
    pub enrollment: Enrollment,
}

impl OfferingTags<'_> {
    /// The enrollment of a person; absent where there is none.
    pub fn infer(&self, person: &Person, now: Instant) -> Option<Inferred> {
        let by = self.enrolled_by(person)?;
        let EnrolledAt { at, evidence } = self.enrolled_at(person, now);
        let mut enrollment = Enrollment::new(self.offering.id.clone(), at);
        let mut has_module_tag = false;
        for (index, (module, tag)) in self.offering.modules.iter().zip(&self.modules).enumerate() {
            let holds = person.holds(*tag);
            has_module_tag |= holds;
            if holds || index == 0 {
                enrollment.released.insert(module.id.clone(), None);
            }
        }
        Some(Inferred { by, evidence, has_module_tag, enrollment })
    }

    /// Since when, by the best evidence there is; never later than now.
    fn enrolled_at(&self, person: &Person, now: Instant) -> EnrolledAt {
        let (at, evidence) = match person.created_at() {
            Some(created_at) => (created_at, EnrolledAtEvidence::CreatedAt),
            None => (now, EnrolledAtEvidence::Assumed),
        };
        EnrolledAt { at: at.min(now), evidence }
    }
}
