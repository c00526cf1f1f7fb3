//! The stages of a run, and the kinds of operations with the stage each stands in. Does not know what an operation holds.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A stage of a run. The order of the variants is the order of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The target is the one the plan was made for, and still as it was.
    Preflight,
    /// There is a backup.
    Backup,
    /// The site is closed to members and buyers.
    MaintenanceOn,
    /// Users are created and updated; in a rollback, deleted and put back.
    Users,
    /// Tags are added; in a rollback, removed.
    Tags,
    /// Members are enrolled and modules are released; in a rollback, enrollments are put back.
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OperationKind {
    /// See [`CheckTarget`](super::CheckTarget).
    CheckTarget,
    /// Somebody or something confirms that there is a backup that can be restored.
    ConfirmBackup,
    /// The site is put into maintenance mode.
    EnableMaintenance,
    /// See [`CreateUser`](super::CreateUser).
    CreateUser,
    /// See [`UpdateUser`](super::UpdateUser).
    UpdateUser,
    /// See [`RestoreUser`](super::RestoreUser).
    RestoreUser,
    /// See [`DeleteUser`](super::DeleteUser).
    DeleteUser,
    /// See [`AddTags`](super::AddTags).
    AddTags,
    /// See [`RemoveTags`](super::RemoveTags).
    RemoveTags,
    /// See [`Enroll`](super::Enroll).
    Enroll,
    /// See [`RestoreEnrollment`](super::RestoreEnrollment).
    RestoreEnrollment,
    /// The user gets a random password: that of [`Passwords`](super::Passwords), or one that the host makes up; nobody is told.
    ResetPassword,
    /// See [`SetPassword`](super::SetPassword).
    SetPassword,
    /// See [`VerifyTarget`](super::VerifyTarget).
    VerifyTarget,
    /// The user is sent what they need to log in.
    SendCredentials,
    /// Maintenance mode is ended.
    DisableMaintenance,
}

impl OperationKind {
    /// Every kind, in the order of the phases.
    pub const ALL: [OperationKind; 16] = [
        OperationKind::CheckTarget,
        OperationKind::ConfirmBackup,
        OperationKind::EnableMaintenance,
        OperationKind::CreateUser,
        OperationKind::UpdateUser,
        OperationKind::RestoreUser,
        OperationKind::DeleteUser,
        OperationKind::AddTags,
        OperationKind::RemoveTags,
        OperationKind::Enroll,
        OperationKind::RestoreEnrollment,
        OperationKind::ResetPassword,
        OperationKind::SetPassword,
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
            OperationKind::RestoreUser => "restore-user",
            OperationKind::DeleteUser => "delete-user",
            OperationKind::AddTags => "add-tags",
            OperationKind::RemoveTags => "remove-tags",
            OperationKind::Enroll => "enroll",
            OperationKind::RestoreEnrollment => "restore-enrollment",
            OperationKind::ResetPassword => "reset-password",
            OperationKind::SetPassword => "set-password",
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
            OperationKind::CreateUser
            | OperationKind::UpdateUser
            | OperationKind::RestoreUser
            | OperationKind::DeleteUser => Phase::Users,
            OperationKind::AddTags | OperationKind::RemoveTags => Phase::Tags,
            OperationKind::Enroll | OperationKind::RestoreEnrollment => Phase::Enrollments,
            OperationKind::ResetPassword | OperationKind::SetPassword => Phase::Passwords,
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
    }
}
