//! One change of access: whose, to what, since when, and why on each side. Does not decide.

use serde::{Serialize, Serializer};

use super::pages::ComparedPage;
use super::verdict::Verdict;
use crate::Instant;
use crate::access::{AccessReason, Decision};

/// A member's access to a page that is not the same on both sites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessChange<'a> {
    /// The member's place in the order in which they were given, from 0.
    pub member: u64,
    /// The page.
    pub page: &'a ComparedPage,
    /// What becomes of the access.
    pub verdict: Verdict,
    /// The first instant of the span at which the sites differ.
    pub at: Instant,
    /// What the site before says at that instant.
    pub before: AccessSide,
    /// What the site after says at that instant.
    pub after: AccessSide,
}

/// What one site says about a page to a member at an instant. On the wire with `allowed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessSide {
    /// Why it lets in or not; absent where the site has no such page, which is then closed.
    pub reason: Option<AccessReason>,
    /// Where closed: when the clock alone opens it, as [`Decision::opens_at`] says, be it within the span or later.
    pub opens_at: Option<Instant>,
    /// When the clock alone closes it again, as [`Decision::closes_at`] says.
    pub closes_at: Option<Instant>,
}

impl AccessSide {
    /// Of a page that the site does not have.
    pub(super) const NO_SUCH_PAGE: AccessSide = AccessSide { reason: None, opens_at: None, closes_at: None };

    /// Whether it lets in.
    pub fn is_allowed(&self) -> bool {
        self.reason.is_some_and(AccessReason::allows)
    }
}

impl From<&Decision> for AccessSide {
    fn from(decision: &Decision) -> Self {
        AccessSide {
            reason: Some(decision.reason),
            opens_at: decision.opens_at,
            closes_at: decision.closes_at,
        }
    }
}

/// A side as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AccessSide"))]
#[serde(rename_all = "camelCase")]
struct WrittenSide {
    allowed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<AccessReason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes_at: Option<Instant>,
}

#[cfg(feature = "schema")]
crate::schema::written_as!(AccessSide => WrittenSide);

impl Serialize for AccessSide {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let AccessSide { reason, opens_at, closes_at } = *self;
        WrittenSide { allowed: self.is_allowed(), reason, opens_at, closes_at }.serialize(serializer)
    }
}
