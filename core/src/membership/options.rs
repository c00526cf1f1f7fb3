//! How contacts are taken as members: when, before the move or after it, and by which evidence. Does not know contacts.

use super::evidence::EnrollmentEvidence;
use super::policy::DripContinuity;
use crate::Instant;
use crate::offering::DripProfile;

/// Which of its two lives a site is looked at in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the move: tags and roles are the source's, and modules are open by their tags, and by the source's
    /// clock where it has one.
    Before,
    /// Before the move, told by the document of the site as it is after it: as `Before`, but tags have the names that the tag map gives
    /// them. Tags that it drops are there still, and keep their names.
    BeforeRenamed,
    /// After the move: tags are what the tag map makes of them, everybody has the role that new users get, and enrollments are what
    /// the policy makes of them.
    After(DripContinuity),
}

impl Stage {
    /// Whether it is one before the move.
    pub(super) fn is_before(self) -> bool {
        match self {
            Stage::Before | Stage::BeforeRenamed => true,
            Stage::After(_) => false,
        }
    }
}

/// How contacts are taken as members of a site.
///
/// ```
/// use memberferry::{MembershipOptions, Stage};
/// let options = MembershipOptions { stage: Stage::Before, ..MembershipOptions::new("2024-05-01T00:00:00Z".parse()?) };
/// assert!(options.evidence.tag_dates.is_none());
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MembershipOptions<'a> {
    /// The instant of the move, or that of looking. No enrollment is dated later.
    pub now: Instant,
    /// Before the move or after it.
    pub stage: Stage,
    /// The system whose clock opens modules at the source, where it has one that gives no tags (LearnDash, MemberPress and the like). Where
    /// there is none, what is open at the source is told by the tags of modules alone.
    pub source_clock: Option<DripProfile>,
    /// What is known of when members enrolled.
    pub evidence: EnrollmentEvidence<'a>,
    /// The role everybody has after the move.
    pub role: &'a str,
}

impl MembershipOptions<'_> {
    /// After a move at an instant by the default policy, with the default role, from a source whose tags tell what is open, and
    /// with nothing known of dates but what contacts say themselves.
    pub fn new(now: Instant) -> Self {
        MembershipOptions {
            now,
            stage: Stage::After(DripContinuity::default()),
            source_clock: None,
            evidence: EnrollmentEvidence::default(),
            role: "subscriber",
        }
    }
}
