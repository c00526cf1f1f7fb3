<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One change to the target. */
abstract readonly class Operation extends Record
{
    public const KINDS = [
        'check-target' => OperationCheckTarget::class,
        'confirm-backup' => OperationConfirmBackup::class,
        'enable-maintenance' => OperationEnableMaintenance::class,
        'create-user' => OperationCreateUser::class,
        'update-user' => OperationUpdateUser::class,
        'restore-user' => OperationRestoreUser::class,
        'delete-user' => OperationDeleteUser::class,
        'add-tags' => OperationAddTags::class,
        'remove-tags' => OperationRemoveTags::class,
        'enroll' => OperationEnroll::class,
        'restore-enrollment' => OperationRestoreEnrollment::class,
        'reset-password' => OperationResetPassword::class,
        'set-password' => OperationSetPassword::class,
        'verify-target' => OperationVerifyTarget::class,
        'send-credentials' => OperationSendCredentials::class,
        'disable-maintenance' => OperationDisableMaintenance::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     */
    protected function __construct(
        public string $kind,
        public string $id,
        public Phase $phase,
        public Subject $subject,
        public Reason $reason,
    ) {
    }
}
