//! One change to the target, as data: what, to whom, before and after, and why. Does not know how a target carries it out.
//!
//! The kind of a change decides in which phase it stands. On the wire an operation is one object whose `kind` says what its
//! `change` holds.

use std::collections::BTreeSet;
use std::fmt;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};
use uuid::Uuid;

use super::{MemberRole, PlanDigest, TargetEnrollment, UserProfile};
use crate::site::Environment;
use crate::{Email, EmailKey, OfferingId, TagName, UserId};

/// A stage of a run. The order of the variants is the order of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The target is the one the plan was made for, and still as it was.
    Preflight,
    /// There is a backup.
    Backup,
    /// The site is closed to members and buyers.
    MaintenanceOn,
    /// Users are created and updated.
    Users,
    /// Tags are added.
    Tags,
    /// Members are enrolled and modules are released.
    Enrollments,
    /// New users get a password.
    Passwords,
    /// The target holds what was planned.
    Verify,
    /// New users are told.
    Notifications,
    /// The site is opened again.
    MaintenanceOff,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Phase; 10] = [
        Phase::Preflight,
        Phase::Backup,
        Phase::MaintenanceOn,
        Phase::Users,
        Phase::Tags,
        Phase::Enrollments,
        Phase::Passwords,
        Phase::Verify,
        Phase::Notifications,
        Phase::MaintenanceOff,
    ];

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Phase::Preflight => "preflight",
            Phase::Backup => "backup",
            Phase::MaintenanceOn => "maintenance-on",
            Phase::Users => "users",
            Phase::Tags => "tags",
            Phase::Enrollments => "enrollments",
            Phase::Passwords => "passwords",
            Phase::Verify => "verify",
            Phase::Notifications => "notifications",
            Phase::MaintenanceOff => "maintenance-off",
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OperationKind {
    /// See [`CheckTarget`].
    CheckTarget,
    /// Somebody or something confirms that there is a backup that can be restored.
    ConfirmBackup,
    /// The site is put into maintenance mode.
    EnableMaintenance,
    /// See [`CreateUser`].
    CreateUser,
    /// See [`UpdateUser`].
    UpdateUser,
    /// See [`AddTags`].
    AddTags,
    /// See [`Enroll`].
    Enroll,
    /// The user gets a random password that the host makes up; nobody is told.
    ResetPassword,
    /// See [`VerifyTarget`].
    VerifyTarget,
    /// The user is sent what they need to log in.
    SendCredentials,
    /// Maintenance mode is ended.
    DisableMaintenance,
}

impl OperationKind {
    /// Every kind, in the order of the phases.
    pub const ALL: [OperationKind; 11] = [
        OperationKind::CheckTarget,
        OperationKind::ConfirmBackup,
        OperationKind::EnableMaintenance,
        OperationKind::CreateUser,
        OperationKind::UpdateUser,
        OperationKind::AddTags,
        OperationKind::Enroll,
        OperationKind::ResetPassword,
        OperationKind::VerifyTarget,
        OperationKind::SendCredentials,
        OperationKind::DisableMaintenance,
    ];

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            OperationKind::CheckTarget => "check-target",
            OperationKind::ConfirmBackup => "confirm-backup",
            OperationKind::EnableMaintenance => "enable-maintenance",
            OperationKind::CreateUser => "create-user",
            OperationKind::UpdateUser => "update-user",
            OperationKind::AddTags => "add-tags",
            OperationKind::Enroll => "enroll",
            OperationKind::ResetPassword => "reset-password",
            OperationKind::VerifyTarget => "verify-target",
            OperationKind::SendCredentials => "send-credentials",
            OperationKind::DisableMaintenance => "disable-maintenance",
        }
    }

    /// The phase it stands in.
    pub const fn phase(self) -> Phase {
        match self {
            OperationKind::CheckTarget => Phase::Preflight,
            OperationKind::ConfirmBackup => Phase::Backup,
            OperationKind::EnableMaintenance => Phase::MaintenanceOn,
            OperationKind::CreateUser | OperationKind::UpdateUser => Phase::Users,
            OperationKind::AddTags => Phase::Tags,
            OperationKind::Enroll => Phase::Enrollments,
            OperationKind::ResetPassword => Phase::Passwords,
            OperationKind::VerifyTarget => Phase::Verify,
            OperationKind::SendCredentials => Phase::Notifications,
            OperationKind::DisableMaintenance => Phase::MaintenanceOff,
        }
    }
}

impl fmt::Display for OperationKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Whom or what an operation changes. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a subject object")]
pub enum Subject {
    /// The site as a whole.
    Site,
    /// One user.
    User {
        /// The key of their address.
        email: EmailKey,
        /// Their id on the target; absent for one that this plan creates.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<UserId>,
    },
}

impl Subject {
    /// The key of the user's address; absent for the site.
    pub fn email(&self) -> Option<&EmailKey> {
        match self {
            Subject::Site => None,
            Subject::User { email, .. } => Some(email),
        }
    }
}

/// Why an operation is in the plan. Its [`Display`](fmt::Display) is the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Every run that changes anything does this.
    Safeguard,
    /// The contact has no user on the target.
    NotOnTarget,
    /// The source knows something else, or more.
    SourceDiffers,
    /// The contact holds tags that the user does not.
    TagsHeld,
    /// The contact holds the offering's access tag.
    AccessTagHeld,
    /// The contact holds the offering's instant-access tag.
    InstantAccessTagHeld,
    /// The contact holds the tag of one of the offering's modules.
    ModuleTagHeld,
    /// The plan creates the user.
    NewUser,
}

impl Reason {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Safeguard => "safeguard",
            Reason::NotOnTarget => "not-on-target",
            Reason::SourceDiffers => "source-differs",
            Reason::TagsHeld => "tags-held",
            Reason::AccessTagHeld => "access-tag-held",
            Reason::InstantAccessTagHeld => "instant-access-tag-held",
            Reason::ModuleTagHeld => "module-tag-held",
            Reason::NewUser => "new-user",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Reason::Safeguard => "every run that changes anything does this",
            Reason::NotOnTarget => "the contact has no user on the target",
            Reason::SourceDiffers => "the source knows something else, or more",
            Reason::TagsHeld => "the contact holds tags that the user does not",
            Reason::AccessTagHeld => "the contact holds the offering's access tag",
            Reason::InstantAccessTagHeld => "the contact holds the offering's instant-access tag",
            Reason::ModuleTagHeld => "the contact holds the tag of one of the offering's modules",
            Reason::NewUser => "the plan creates the user",
        })
    }
}

/// The target must be this copy of the site and hold these users still. The host takes a snapshot and compares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdateUser {
    /// The fields that change, as they are; absent where there is no value yet.
    pub before: UserProfile,
    /// The same fields as they shall be.
    pub after: UserProfile,
}

/// Tags are added to a user; none is taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddTags {
    /// What the user holds.
    pub before: BTreeSet<TagName>,
    /// What is added.
    pub added: BTreeSet<TagName>,
}

/// A user is enrolled in an offering, or more of its modules are opened; nothing is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The target must hold what was planned, and nothing else may have changed. The host takes a snapshot and reconciles it
/// with the plan. Where that finds differences which failed operations do not explain, the operation has failed: the run stops,
/// nobody is notified and the site stays in maintenance mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Tags are added.
    AddTags(AddTags),
    /// A user is enrolled, or modules are opened.
    Enroll(Box<Enroll>),
    /// A new user gets a random password.
    ResetPassword,
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
            Change::AddTags(_) => OperationKind::AddTags,
            Change::Enroll(_) => OperationKind::Enroll,
            Change::ResetPassword => OperationKind::ResetPassword,
            Change::VerifyTarget(_) => OperationKind::VerifyTarget,
            Change::SendCredentials => OperationKind::SendCredentials,
            Change::DisableMaintenance => OperationKind::DisableMaintenance,
        }
    }

    /// The offering it is about, if it is about one.
    pub fn offering(&self) -> Option<&OfferingId> {
        match self {
            Change::Enroll(enroll) => Some(&enroll.offering),
            _ => None,
        }
    }
}

/// A change that needs nothing more than its kind.
#[derive(Serialize, Deserialize)]
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
            Change::VerifyTarget(change) => change.serialize(serializer),
            Change::ConfirmBackup
            | Change::EnableMaintenance
            | Change::ResetPassword
            | Change::SendCredentials
            | Change::DisableMaintenance => Nothing {}.serialize(serializer),
        }
    }
}

/// One change to the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Derived from the environment, the kind, the subject and the change: the same change has the same id in every plan.
    pub id: Uuid,
    /// Whom or what it changes.
    pub subject: Subject,
    /// Why it is in the plan.
    pub reason: Reason,
    /// What changes.
    pub change: Change,
}

impl Operation {
    /// What it does.
    pub fn kind(&self) -> OperationKind {
        self.change.kind()
    }

    /// The phase it stands in.
    pub fn phase(&self) -> Phase {
        self.kind().phase()
    }
}

impl Serialize for Operation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Operation", 6)?;
        fields.serialize_field("id", &self.id)?;
        fields.serialize_field("phase", &self.phase())?;
        fields.serialize_field("kind", &self.kind())?;
        fields.serialize_field("subject", &self.subject)?;
        fields.serialize_field("reason", &self.reason)?;
        fields.serialize_field("change", &self.change)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire_and_kinds_follow_the_phases() {
        for phase in Phase::ALL {
            assert_eq!(serde_json::to_string(&phase).unwrap(), format!("\"{phase}\""));
        }
        for kind in OperationKind::ALL {
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
        }
        assert!(OperationKind::ALL.is_sorted_by_key(|kind| kind.phase()));
        assert!(Phase::ALL.is_sorted());
        assert_eq!(
            serde_json::to_string(&Reason::InstantAccessTagHeld).unwrap(),
            "\"instant-access-tag-held\""
        );
    }
}
