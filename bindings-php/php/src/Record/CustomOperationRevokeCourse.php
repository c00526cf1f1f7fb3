<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `revoke-course`.
 *
 * Takes the permission to a whole course away.
 */
final readonly class CustomOperationRevokeCourse extends CustomOperation
{
    public const KIND = 'revoke-course';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering The course. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
