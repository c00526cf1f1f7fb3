//! Plans: every change a migration will make, as data that can be reviewed, named by its digest and carried out by it.
//! Changes nothing, knows no host; no plan holds a secret.
//!
//! - [`TargetUser`], [`Snapshot`]: what the target holds now.
//! - [`PlanOptions`]: what the owner decides.
//! - [`Plan`], [`PlanHeader`], [`PlanSummary`]: what was planned, with its digest and its blockers.
//! - [`Operation`], [`Change`]: one change, with before and after.
//! - [`TargetProfile`]: what kind of system the target is; `wordpress` knows what one of them does to data.
//! - [`Operation::perform`]: what an operation makes of the user it is about; [`Conflict`] where it does not fit.
//! - [`CustomOperation::perform`](crate::CustomOperation::perform): what a site's own operation makes of a user; [`CustomOperationError`].
//! - [`Passwords`]: the secret that an operation needs, handed out when it is carried out.
//! - [`PlanDiff`]: what another plan does differently.

mod build;
mod change;
mod contact_profile;
mod custom;
mod diff;
mod digest;
mod draft;
mod error;
mod fit;
mod foreseen;
mod header;
mod json_object;
mod line;
mod lines;
mod members;
mod near_tags;
mod new_password;
mod notes;
mod operation;
mod options;
mod password_rules;
mod passwords;
mod perform;
mod phase;
#[expect(clippy::module_inception, reason = "the file is named after its type, as everywhere")]
mod plan;
mod planned_user;
mod profile;
mod read;
mod role;
mod rollback;
#[cfg(feature = "schema")]
mod schema;
mod snapshot;
mod target;
mod user;
mod usernames;
mod wire;
mod wordpress;
mod written;

#[cfg(test)]
mod build_tests;

pub use change::{
    AddTags, Change, CheckTarget, CreateUser, DeleteUser, Enroll, RemoveTags, RestoreEnrollment, RestoreUser,
    SetPassword, UpdateUser, VerifyTarget,
};
pub use custom::CustomOperationError;
pub use diff::{HeaderDifference, OperationDifference, PlanDiff};
pub use digest::{PlanDigest, PlanDigestError};
pub use error::PlanError;
pub use header::{Expected, PlanHeader, PlanSummary};
pub use new_password::PasswordSource;
pub use operation::{Operation, Reason, Subject};
pub use options::{ExistingUsers, Notify, PasswordPolicy, PlanOptions, Waiver};
pub use password_rules::{CharacterClass, PasswordRules, PasswordRulesError};
pub use passwords::{NewPassword, PasswordError, Passwords};
pub use perform::Conflict;
pub use phase::{OperationKind, Phase};
pub use plan::Plan;
pub use profile::UserProfile;
pub use role::{MemberRole, MemberRoleError};
pub use snapshot::{Snapshot, SnapshotBuilder};
pub use target::{TargetProfile, WordpressVersion, WordpressVersionError};
pub use user::{TargetEnrollment, TargetUser};
pub(crate) use wire::at_least_one;
pub use wordpress::{
    WORDPRESS_MAILS, WordpressMail, wordpress_collation_key, wordpress_email, wordpress_login,
    wordpress_nicename,
};

pub(crate) use digest::hex;
pub(crate) use planned_user::{CarriedOut, PlannedUser, planned_users};
pub(crate) use rollback::rollback;
pub(crate) use wire::each_once;
