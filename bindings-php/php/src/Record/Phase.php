<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A stage of a run. The order of the variants is the order of the run. */
enum Phase: string
{
    /** The target is the one the plan was made for, and still as it was. */
    case Preflight = 'preflight';
    /** There is a backup. */
    case Backup = 'backup';
    /** The site is closed to members and buyers. */
    case MaintenanceOn = 'maintenance-on';
    /** Users are created and updated; in a rollback, deleted and put back. */
    case Users = 'users';
    /** Tags are added; in a rollback, removed. */
    case Tags = 'tags';
    /** Members are enrolled and modules are released; in a rollback, enrollments are put back. */
    case Enrollments = 'enrollments';
    /** New users get a password. */
    case Passwords = 'passwords';
    /** The target holds what was planned. */
    case Verify = 'verify';
    /** New users are told. */
    case Notifications = 'notifications';
    /** The site is opened again. */
    case MaintenanceOff = 'maintenance-off';
}
