<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `confirm-backup`. */
final readonly class OperationConfirmBackup extends Operation
{
    public const KIND = 'confirm-backup';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => 'nothing',
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param array{} $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public array $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
