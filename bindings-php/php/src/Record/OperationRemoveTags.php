<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `remove-tags`. */
final readonly class OperationRemoveTags extends Operation
{
    public const KIND = 'remove-tags';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => RemoveTags::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param RemoveTags $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public RemoveTags $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
