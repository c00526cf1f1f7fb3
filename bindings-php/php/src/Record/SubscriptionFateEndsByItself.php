<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `SubscriptionFate` of the kind `ends-by-itself`.
 *
 * It never charges again.
 */
final readonly class SubscriptionFateEndsByItself extends SubscriptionFate
{
    public const KIND = 'ends-by-itself';

    public const FIELDS = [
        'why' => EndsWhy::class,
        'until' => 'instant',
    ];

    /**
     * @param EndsWhy $why Why.
     * @param \DateTimeImmutable|null $until Until when what was paid lasts, where that is known.
     */
    public function __construct(
        public EndsWhy $why,
        public ?\DateTimeImmutable $until = null,
    ) {
        parent::__construct(self::KIND);
    }
}
