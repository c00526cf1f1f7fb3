<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What an operation does. */
enum OperationKind: string
{
    /** See `CheckTarget`. */
    case CheckTarget = 'check-target';
    /** Somebody or something confirms that there is a backup that can be restored. */
    case ConfirmBackup = 'confirm-backup';
    /** The site is put into maintenance mode. */
    case EnableMaintenance = 'enable-maintenance';
    /** See `CreateUser`. */
    case CreateUser = 'create-user';
    /** See `UpdateUser`. */
    case UpdateUser = 'update-user';
    /** See `RestoreUser`. */
    case RestoreUser = 'restore-user';
    /** See `DeleteUser`. */
    case DeleteUser = 'delete-user';
    /** See `AddTags`. */
    case AddTags = 'add-tags';
    /** See `RemoveTags`. */
    case RemoveTags = 'remove-tags';
    /** See `Enroll`. */
    case Enroll = 'enroll';
    /** See `RestoreEnrollment`. */
    case RestoreEnrollment = 'restore-enrollment';
    /** The user gets a random password: that of `Passwords`, or one that the host makes up; nobody is told. */
    case ResetPassword = 'reset-password';
    /** See `SetPassword`. */
    case SetPassword = 'set-password';
    /** See `VerifyTarget`. */
    case VerifyTarget = 'verify-target';
    /** The user is sent what they need to log in. */
    case SendCredentials = 'send-credentials';
    /** Maintenance mode is ended. */
    case DisableMaintenance = 'disable-maintenance';
}
