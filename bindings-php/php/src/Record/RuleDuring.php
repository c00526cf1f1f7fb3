<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Rule` of the kind `during`.
 *
 * Holds from an instant (included) until another (not included); at least one of the two.
 */
final readonly class RuleDuring extends Rule
{
    public const KIND = 'during';

    public const FIELDS = [
        'from' => 'instant',
        'until' => 'instant',
    ];

    /**
     * @param \DateTimeImmutable|null $from The first instant it holds; always has, where absent.
     * @param \DateTimeImmutable|null $until The first instant it no longer holds; always will, where absent.
     */
    public function __construct(
        public ?\DateTimeImmutable $from = null,
        public ?\DateTimeImmutable $until = null,
    ) {
        parent::__construct(self::KIND);
    }
}
