//! Why a run does not start, go on or take outcomes. Does not know any target.

use crate::plan::{PasswordError, PlanDigest};
use crate::site::Environment;
use crate::{Code, Excerpt, Issue, Location, Refusal};

/// Why a run does not start, go on or take outcomes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RunError {
    /// The plan has errors that nobody has waived.
    #[error("the plan has {} blockers and may not be run", .0.len())]
    Blocked(Vec<Issue>),
    /// Another plan than this was approved.
    #[error("the plan `{approved}` was approved, and this is `{found}`")]
    NotApproved {
        /// What was approved.
        approved: PlanDigest,
        /// The plan at hand.
        found: PlanDigest,
    },
    /// The plan was made for another copy of the site.
    #[error("the plan is for `{}`, and this is `{}`", Excerpt::new(&.planned.url), Excerpt::new(&.here.url))]
    Environment {
        /// What the plan was made for.
        planned: Environment,
        /// Where it was to be run.
        here: Environment,
    },
    /// The journal holds no whole line.
    #[error("the journal holds no whole line")]
    JournalEmpty,
    /// The journal was started with another plan.
    #[error("the journal belongs to the plan `{0}`")]
    JournalForeign(PlanDigest),
    /// A line of the journal is not what was written there.
    #[error("line {line} of the journal is not what was written")]
    JournalAltered {
        /// The line, 1-based.
        line: u64,
    },
    /// Another version wrote the journal.
    #[error("the journal's format is {found}, and this version reads format 1")]
    JournalFormat {
        /// Its format.
        found: u64,
    },
    /// The batch is not the one that was handed out.
    #[error("the batch is not the one that was handed out last")]
    OtherBatch,
    /// More or fewer outcomes than operations.
    #[error("the batch has {operations} operations, and {outcomes} outcomes were reported")]
    OutcomesMismatch {
        /// How many operations the batch has.
        operations: usize,
        /// How many outcomes were reported.
        outcomes: usize,
    },
    /// The run was aborted.
    #[error("the run was aborted")]
    Aborted,
    /// The run takes another one back.
    #[error("the run takes another one back, and is not taken back itself")]
    TakesBack,
    /// There is no password for an operation.
    #[error(transparent)]
    Password(PasswordError),
    /// A value that this library made itself could not be written or read.
    #[error("a value could not be written as JSON")]
    Internal,
}

impl Refusal for RunError {
    fn code(&self) -> Code {
        match self {
            RunError::Blocked(_) => Code::PlanBlocked,
            RunError::NotApproved { .. } => Code::PlanNotApproved,
            RunError::Environment { .. } => Code::EnvironmentMismatch,
            RunError::JournalEmpty => Code::JournalEmpty,
            RunError::JournalForeign(_) => Code::JournalForeign,
            RunError::JournalAltered { .. } => Code::JournalAltered,
            RunError::JournalFormat { .. } => Code::JournalVersion,
            RunError::OtherBatch | RunError::OutcomesMismatch { .. } => Code::OutcomesMismatch,
            RunError::TakesBack => Code::RollbackRefused,
            RunError::Aborted => Code::RunAborted,
            RunError::Password(error) => error.code(),
            RunError::Internal => Code::Internal,
        }
    }

    fn location(&self) -> Location {
        match self {
            RunError::JournalAltered { line } => Location::default().with_line(*line),
            RunError::JournalForeign(_) | RunError::JournalFormat { .. } => Location::default().with_line(1),
            RunError::Password(error) => error.location(),
            _ => Location::default(),
        }
    }

    fn issues(&self) -> &[Issue] {
        match self {
            RunError::Blocked(issues) => issues,
            _ => &[],
        }
    }
}
