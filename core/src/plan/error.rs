//! Why there is no plan: a snapshot, a set of options or a text that cannot be used. Does not know who asked.

use crate::membership::MembershipError;
use crate::offering::ScheduleError;
use crate::{Code, Excerpt, Location, OfferingId, Refusal, UserId};

/// Why there is no plan, or no snapshot to make one from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// Two users of the target have addresses that share a key.
    #[error("the users `{}` and `{}` share the address `{email}`", Excerpt::new(.first.as_str()), Excerpt::new(.second.as_str()))]
    DuplicateUser {
        /// The first of them.
        first: UserId,
        /// The other.
        second: UserId,
        /// The address as the other has it.
        email: Excerpt,
    },
    /// A line of a snapshot is not a user.
    #[error("line {line} of the snapshot is not a user: {message}")]
    SnapshotLine {
        /// The line, 1-based.
        line: u64,
        /// Why not.
        message: Box<str>,
    },
    /// Neither the site nor the options say which copy of the site the plan is for.
    #[error("nobody said which copy of the site the plan is for")]
    EnvironmentMissing,
    /// A document is of another site than the plan, or of another copy of it.
    #[error("the plan is for `{planned}`, and the document is of `{found}`")]
    OtherSite {
        /// The site or the copy that the plan is for.
        planned: Excerpt,
        /// The document's.
        found: Excerpt,
    },
    /// A release rule of the site leads out of the calendar for a contact.
    #[error("the offering `{}` has no schedule: {cause}", Excerpt::new(.offering.as_str()))]
    Schedule {
        /// The offering.
        offering: OfferingId,
        /// Why not.
        #[source]
        cause: ScheduleError,
    },
    /// A line is not what a plan holds at this place, or is no longer what was written.
    #[error("line {line} of the plan {message}")]
    Altered {
        /// The line, 1-based.
        line: u64,
        /// What is wrong with it.
        message: Box<str>,
    },
    /// The text ends before the plan does.
    #[error("the plan is cut off after line {line}")]
    Truncated {
        /// The last whole line, 1-based; 0 where there is none.
        line: u64,
    },
    /// Another version wrote the plan.
    #[error("the plan's format is {found}, and this version reads format {}", super::PlanHeader::FORMAT)]
    Format {
        /// Its format.
        found: u64,
    },
    /// A value that this library made itself could not be written.
    #[error("a value could not be written as JSON")]
    Internal,
}

impl PlanError {
    pub(super) fn other_site(planned: &str, found: &str) -> Self {
        PlanError::OtherSite { planned: Excerpt::new(planned), found: Excerpt::new(found) }
    }
}

impl From<MembershipError> for PlanError {
    fn from(error: MembershipError) -> Self {
        PlanError::Schedule { offering: error.offering, cause: error.cause }
    }
}

impl Refusal for PlanError {
    fn code(&self) -> Code {
        match self {
            PlanError::DuplicateUser { .. } | PlanError::SnapshotLine { .. } => Code::SnapshotInvalid,
            PlanError::EnvironmentMissing => Code::EnvironmentMissing,
            PlanError::OtherSite { .. } => Code::EnvironmentMismatch,
            PlanError::Schedule { cause, .. } => cause.code(),
            PlanError::Altered { .. } | PlanError::Truncated { .. } => Code::PlanInvalid,
            PlanError::Format { .. } => Code::PlanVersion,
            PlanError::Internal => Code::Internal,
        }
    }

    fn location(&self) -> Location {
        match self {
            PlanError::SnapshotLine { line, .. }
            | PlanError::Altered { line, .. }
            | PlanError::Truncated { line } => Location::default().with_line(*line),
            PlanError::Format { .. } => Location::default().with_line(1),
            PlanError::DuplicateUser { .. } => Location::default().with_field("email"),
            PlanError::Schedule { cause, .. } => cause.location(),
            PlanError::EnvironmentMissing | PlanError::OtherSite { .. } | PlanError::Internal => {
                Location::default()
            }
        }
    }

    fn help(&self) -> String {
        match self {
            PlanError::DuplicateUser { .. } => {
                "merge the two users on the target, or give one another address".to_owned()
            }
            PlanError::OtherSite { .. } => {
                "give the document of the site and of the copy that the plan was made for".to_owned()
            }
            _ => self.code().remedy().to_owned(),
        }
    }
}
