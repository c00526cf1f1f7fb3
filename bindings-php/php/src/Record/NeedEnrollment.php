<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Need` of the kind `enrollment`.
 *
 * To be enrolled.
 */
final readonly class NeedEnrollment extends Need
{
    public const KIND = 'enrollment';

    public const FIELDS = [
        'offering' => null,
    ];

    /** @param string $offering In which offering. */
    public function __construct(
        public string $offering,
    ) {
        parent::__construct(self::KIND);
    }
}
