<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `update-user`. */
final readonly class OperationUpdateUser extends Operation
{
    public const KIND = 'update-user';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => UpdateUser::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param UpdateUser $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public UpdateUser $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
