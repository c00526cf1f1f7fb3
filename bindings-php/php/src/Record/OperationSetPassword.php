<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `set-password`. */
final readonly class OperationSetPassword extends Operation
{
    public const KIND = 'set-password';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => SetPassword::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param SetPassword $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public SetPassword $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
