<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `restore-enrollment`. */
final readonly class OperationRestoreEnrollment extends Operation
{
    public const KIND = 'restore-enrollment';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => RestoreEnrollment::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param RestoreEnrollment $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public RestoreEnrollment $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
