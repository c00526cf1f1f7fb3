//! Plans: every change a migration will make, as data that can be reviewed, named by its digest and carried out by it.
//! Changes nothing, knows no host, and holds no secret.
//!
//! - [`TargetUser`], [`Snapshot`]: what the target holds now.
//! - [`PlanOptions`]: what the owner decides.
//! - [`Plan`], [`PlanHeader`], [`PlanSummary`]: what was planned, with its digest and its blockers.
//! - [`Operation`], [`Change`]: one change, with before and after.
//! - [`PlanDiff`]: what another plan does differently.

mod build;
mod change;
mod diff;
mod digest;
mod draft;
mod error;
mod header;
mod line;
mod members;
mod notes;
mod operation;
mod options;
mod phase;
#[expect(clippy::module_inception, reason = "the file is named after its type, as everywhere")]
mod plan;
mod planned_user;
mod profile;
mod read;
mod role;
mod rollback;
mod snapshot;
mod user;
mod usernames;
mod wire;

#[cfg(test)]
mod build_tests;

pub use change::{
    AddTags, Change, CheckTarget, CreateUser, DeleteUser, Enroll, RemoveTags, RestoreEnrollment, RestoreUser,
    UpdateUser, VerifyTarget,
};
pub use diff::{HeaderDifference, OperationDifference, PlanDiff};
pub use digest::{PlanDigest, PlanDigestError};
pub use error::PlanError;
pub use header::{Expected, PlanHeader, PlanSummary};
pub use operation::{Operation, Reason, Subject};
pub use options::{ExistingUsers, Notify, PasswordPolicy, PlanOptions, Waiver};
pub use phase::{OperationKind, Phase};
pub use plan::Plan;
pub use profile::UserProfile;
pub use role::{MemberRole, MemberRoleError};
pub use snapshot::Snapshot;
pub use user::{TargetEnrollment, TargetUser};

pub(crate) use digest::hex;
pub(crate) use planned_user::{CarriedOut, PlannedUser, planned_users};
pub(crate) use rollback::rollback;
pub(crate) use wire::each_once;
