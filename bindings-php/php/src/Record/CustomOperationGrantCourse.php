<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CustomOperation` of the kind `grant-course`.
 *
 * Adds every permission tag of a course at once.
 */
final readonly class CustomOperationGrantCourse extends CustomOperation
{
    public const KIND = 'grant-course';

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
