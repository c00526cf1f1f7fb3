<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `verify-target`. */
final readonly class OperationVerifyTarget extends Operation
{
    public const KIND = 'verify-target';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => VerifyTarget::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param VerifyTarget $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public VerifyTarget $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
