//! By which tag somebody is a member, since when, and what says so. Does not know how that is found out.

use serde::{Deserialize, Serialize};

use crate::Instant;

/// Which tag makes a contact a member of an offering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
///
/// ```
/// use memberferry::EnrolledAt;
/// let since: EnrolledAt = serde_json::from_str(r#"{"at": "2024-05-01T00:00:00Z", "evidence": "created-at"}"#)?;
/// assert!(since.evidence.is_guess());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `at` and `evidence`")]
pub struct EnrolledAt {
    /// The instant.
    pub at: Instant,
    /// What says so.
    pub evidence: EnrolledAtEvidence,
}
