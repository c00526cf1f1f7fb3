//! Plans: every change a migration will make, as data that can be reviewed, named by its digest and carried out by it.
//! Changes nothing, knows no host, and holds no secret.
//!
//! - [`TargetUser`], [`Snapshot`]: what the target holds now.
//! - [`PlanOptions`]: what the owner decides.
//! - [`Plan`], [`PlanHeader`], [`PlanSummary`]: what was planned, with its digest and its blockers.
//! - [`Operation`], [`Change`]: one change, with before and after.

mod build;
mod digest;
mod error;
mod header;
mod line;
mod members;
mod notes;
mod operation;
mod options;
#[expect(clippy::module_inception, reason = "the file is named after its type, as everywhere")]
mod plan;
mod profile;
mod read;
mod role;
mod snapshot;
mod user;
mod usernames;
mod wire;

#[cfg(test)]
mod build_tests;

pub use digest::{PlanDigest, PlanDigestError};
pub use error::PlanError;
pub use header::{Expected, PlanHeader, PlanSummary};
pub use operation::{
    AddTags, Change, CheckTarget, CreateUser, Enroll, Operation, OperationKind, Phase, Reason, Subject,
    UpdateUser, VerifyTarget,
};
pub use options::{ExistingUsers, Notify, PasswordPolicy, PlanOptions, Waiver};
pub use plan::Plan;
pub use profile::UserProfile;
pub use role::{MemberRole, MemberRoleError};
pub use snapshot::Snapshot;
pub use user::{TargetEnrollment, TargetUser};

pub(crate) use digest::hex;
