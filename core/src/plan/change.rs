//! What an operation changes: before and after, as data. Does not know whom it changes, nor how a target carries it out.
//!
//! Every change holds what it needs to be carried out, to be checked against the target, and to be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize, Serializer};

use super::{
    MemberRole, OperationKind, PasswordSource, PlanDigest, TargetEnrollment, TargetUser, UserProfile,
};
use crate::site::Environment;
use crate::{Email, OfferingId, TagName};

/// The target must be this copy of the site and hold these users still. The host takes a snapshot and compares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckTarget {
    /// Which copy of the site.
    pub environment: Environment,
    /// How many users it has.
    pub users: u64,
    /// The digest of their snapshot: [`Snapshot::digest`](super::Snapshot::digest).
    pub snapshot: PlanDigest,
}

/// A user is created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateUser {
    /// The address as written.
    pub email: Email,
    /// The login name, free on the target and given to nobody else by this plan.
    pub username: String,
    /// The only role.
    pub role: MemberRole,
    /// What is known of the person.
    pub profile: UserProfile,
}

/// Fields of a user change. Roles, login name, address and password stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateUser {
    /// The fields that change, as they are; absent where there is no value yet.
    pub before: UserProfile,
    /// The same fields as they shall be.
    pub after: UserProfile,
}

/// Tags are added to a user; none is taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddTags {
    /// What the user holds.
    pub before: BTreeSet<TagName>,
    /// What is added.
    pub added: BTreeSet<TagName>,
}

/// A user is enrolled in an offering, or more of its modules are opened; nothing is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Enroll {
    /// The offering.
    pub offering: OfferingId,
    /// The enrollment as it is, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<TargetEnrollment>,
    /// As it shall be.
    pub after: TargetEnrollment,
}

/// A new user gets the password that the source holds. The secret is not in the plan:
/// [`Passwords`](super::Passwords) has it for whoever carries the operation out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetPassword {
    /// Where it comes from.
    pub from: PasswordSource,
}

/// Fields of a user are put back as they were before a run. Roles, login name, address and password stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreUser {
    /// The fields that are put back, as the run wrote them.
    pub before: UserProfile,
    /// The same fields as they were before the run; what is absent had no value, and has none again.
    pub after: UserProfile,
}

/// A user whom a run created, and who is still as it left them, is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeleteUser {
    /// All of the user. Where anything is different on the target, nobody is deleted.
    pub user: TargetUser,
}

/// Tags that a run added to a user are taken away again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveTags {
    /// What the user holds.
    pub before: BTreeSet<TagName>,
    /// What is taken away.
    pub removed: BTreeSet<TagName>,
}

/// An enrollment is put back as it was before a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreEnrollment {
    /// The offering.
    pub offering: OfferingId,
    /// The enrollment as the run wrote it.
    pub before: TargetEnrollment,
    /// As it was before the run; absent where there was none, and there is none again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<TargetEnrollment>,
}

impl UpdateUser {
    /// Whether a user's profile is still as the change says it is before.
    pub fn fits(&self, profile: &UserProfile) -> bool {
        profile.restricted_to(&self.before.with(&self.after)) == self.before
    }
}

impl RestoreUser {
    /// Whether a user's profile is still as the run wrote it.
    pub fn fits(&self, profile: &UserProfile) -> bool {
        profile.restricted_to(&self.before.with(&self.after)) == self.before
    }

    /// Puts the fields back.
    pub fn apply_to(&self, profile: &mut UserProfile) {
        profile.replace(&self.before.with(&self.after), &self.after);
    }
}

/// The target must hold what was planned, and nothing else may have changed. The host takes a snapshot and reconciles it
/// with the plan. Where that finds differences which failed operations do not explain, the operation has failed: the run stops,
/// nobody is notified and the site stays in maintenance mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifyTarget {
    /// How many users the target has then.
    pub users: u64,
    /// The digest of the users that the plan does not touch.
    pub untouched: PlanDigest,
}

/// What an operation changes, with everything it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// The target is checked.
    CheckTarget(CheckTarget),
    /// There is a backup.
    ConfirmBackup,
    /// Maintenance mode begins.
    EnableMaintenance,
    /// A user is created.
    CreateUser(Box<CreateUser>),
    /// Fields of a user change.
    UpdateUser(Box<UpdateUser>),
    /// Fields of a user are put back.
    RestoreUser(Box<RestoreUser>),
    /// A user is deleted.
    DeleteUser(Box<DeleteUser>),
    /// Tags are added.
    AddTags(AddTags),
    /// Tags are taken away.
    RemoveTags(RemoveTags),
    /// A user is enrolled, or modules are opened.
    Enroll(Box<Enroll>),
    /// An enrollment is put back.
    RestoreEnrollment(Box<RestoreEnrollment>),
    /// A new user gets a random password.
    ResetPassword,
    /// A new user keeps the password that the source holds.
    SetPassword(SetPassword),
    /// The target is verified.
    VerifyTarget(VerifyTarget),
    /// A new user is told how to log in.
    SendCredentials,
    /// Maintenance mode ends.
    DisableMaintenance,
}

impl Change {
    /// What the change does.
    pub fn kind(&self) -> OperationKind {
        match self {
            Change::CheckTarget(_) => OperationKind::CheckTarget,
            Change::ConfirmBackup => OperationKind::ConfirmBackup,
            Change::EnableMaintenance => OperationKind::EnableMaintenance,
            Change::CreateUser(_) => OperationKind::CreateUser,
            Change::UpdateUser(_) => OperationKind::UpdateUser,
            Change::RestoreUser(_) => OperationKind::RestoreUser,
            Change::DeleteUser(_) => OperationKind::DeleteUser,
            Change::AddTags(_) => OperationKind::AddTags,
            Change::RemoveTags(_) => OperationKind::RemoveTags,
            Change::Enroll(_) => OperationKind::Enroll,
            Change::RestoreEnrollment(_) => OperationKind::RestoreEnrollment,
            Change::ResetPassword => OperationKind::ResetPassword,
            Change::SetPassword(_) => OperationKind::SetPassword,
            Change::VerifyTarget(_) => OperationKind::VerifyTarget,
            Change::SendCredentials => OperationKind::SendCredentials,
            Change::DisableMaintenance => OperationKind::DisableMaintenance,
        }
    }

    /// The offering it is about, if it is about one.
    pub fn offering(&self) -> Option<&OfferingId> {
        match self {
            Change::Enroll(enroll) => Some(&enroll.offering),
            Change::RestoreEnrollment(restore) => Some(&restore.offering),
            _ => None,
        }
    }
}

/// A change that needs nothing more than its kind.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Change::CheckTarget(change) => change.serialize(serializer),
            Change::CreateUser(change) => change.serialize(serializer),
            Change::UpdateUser(change) => change.serialize(serializer),
            Change::AddTags(change) => change.serialize(serializer),
            Change::Enroll(change) => change.serialize(serializer),
            Change::RestoreUser(change) => change.serialize(serializer),
            Change::DeleteUser(change) => change.serialize(serializer),
            Change::RemoveTags(change) => change.serialize(serializer),
            Change::RestoreEnrollment(change) => change.serialize(serializer),
            Change::SetPassword(change) => change.serialize(serializer),
            Change::VerifyTarget(change) => change.serialize(serializer),
            Change::ConfirmBackup
            | Change::EnableMaintenance
            | Change::ResetPassword
            | Change::SendCredentials
            | Change::DisableMaintenance => Nothing {}.serialize(serializer),
        }
    }
}
