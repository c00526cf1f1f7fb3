<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A user whom a run created, and who is still as it left them, is deleted. */
final readonly class DeleteUser extends Record
{
    public const FIELDS = [
        'user' => TargetUser::class,
    ];

    /** @param TargetUser $user All of the user. Where anything is different on the target, nobody is deleted. */
    public function __construct(
        public TargetUser $user,
    ) {
    }
}
