//! How far a run is, as data. Does not know how it got there.

use serde::Serialize;
use uuid::Uuid;

use crate::Instant;
use crate::plan::{OperationKind, Phase, Subject};

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RunStatus {
    /// There is more to do.
    Running,
    /// Everything was done.
    Complete,
    /// Everything was tried; some operations failed, or were withheld because of ones that had.
    CompleteWithFailures,
    /// An operation on the site itself failed: the target is not the planned one, there is no backup, or the target does not hold
    /// what was planned. Nothing after it is done, so nobody is mailed and the site stays in maintenance mode.
    Stopped,
    /// The host gave the run up: [`Run::abort`](super::Run::abort). It goes no further, and may be taken back.
    Aborted,
}

/// How far a run is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RunProgress {
    /// Operations that need nothing more: applied, found applied, failed for good, or withheld.
    pub done: u64,
    /// All operations.
    pub total: u64,
    /// Operations that were carried out.
    pub applied: u64,
    /// Operations that were found carried out before.
    pub already: u64,
    /// Operations that failed for good, conflicts included.
    pub failed: u64,
    /// Operations that were not tried because the user could not be created or updated, or has no new password.
    pub withheld: u64,
    /// Each phase that has operations, in order.
    pub phases: Vec<PhaseProgress>,
    /// What failed for good, in the order in which it did; at most [`KEPT_FAILURES`](Self::KEPT_FAILURES).
    pub failures: Vec<RunFailure>,
    /// When the run began.
    pub started_at: Instant,
    /// When outcomes were recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Instant>,
    /// How many seconds the run was at work: the time between recordings, of which a gap counts as
    /// [`LONGEST_GAP`](Self::LONGEST_GAP) seconds at most, so that a night between two sittings is no work.
    pub seconds_at_work: u64,
    /// How many operations a minute came to an end, at the pace so far; absent as long as there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_minute: Option<u64>,
    /// How many seconds of work are left at that pace; absent as long as there is none, and once the run is through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds_left: Option<u64>,
}

impl RunProgress {
    /// The most failures that are kept in full.
    pub const KEPT_FAILURES: usize = 1_000;
    /// The most seconds between two recordings that count as work.
    pub const LONGEST_GAP: u64 = 300;
}

/// How far a phase is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PhaseProgress {
    /// The phase.
    pub phase: Phase,
    /// Operations that need nothing more.
    pub done: u64,
    /// All its operations.
    pub total: u64,
}

/// An operation that failed for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RunFailure {
    /// Its id.
    pub operation: Uuid,
    /// What it does.
    pub kind: OperationKind,
    /// To whom or what.
    pub subject: Subject,
    /// Whether the target was not as the operation says it is before.
    pub conflict: bool,
    /// What the host said, shortened.
    pub message: String,
}
