<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** `Operation` of the kind `delete-user`. */
final readonly class OperationDeleteUser extends Operation
{
    public const KIND = 'delete-user';

    public const FIELDS = [
        'id' => null,
        'phase' => Phase::class,
        'subject' => Subject::class,
        'reason' => Reason::class,
        'change' => DeleteUser::class,
    ];

    /**
     * @param string $id
     * @param Phase $phase
     * @param Subject $subject
     * @param Reason $reason
     * @param DeleteUser $change
     */
    public function __construct(
        string $id,
        Phase $phase,
        Subject $subject,
        Reason $reason,
        public DeleteUser $change,
    ) {
        parent::__construct(self::KIND, $id, $phase, $subject, $reason);
    }
}
