<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `check-target`. */
final readonly class OperationCheckTarget extends Operation
{
    public const KIND = 'check-target';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => CheckTarget::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param CheckTarget $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public CheckTarget $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
