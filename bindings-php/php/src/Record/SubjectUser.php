<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Subject` of the kind `user`.
 *
 * One user.
 */
final readonly class SubjectUser extends Subject
{
    public const KIND = 'user';

    public const FIELDS = [
        'email' => null,
        'id' => null,
    ];

    /**
     * @param string $email The key of their address.
     * @param string|null $id Their id on the target; absent for one that this plan creates.
     */
    public function __construct(
        public string $email,
        public ?string $id = null,
    ) {
        parent::__construct(self::KIND);
    }
}
