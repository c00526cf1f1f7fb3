<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AcceptedLoss` of the kind `cause`.
 *
 * Whoever loses any page for this cause.
 */
final readonly class AcceptedLossCause extends AcceptedLoss
{
    public const KIND = 'cause';

    public const FIELDS = [
        'before' => AccessReason::class,
        'why' => null,
        'after' => AccessReason::class,
    ];

    /**
     * @param AccessReason $before Why the site before lets them in.
     * @param string $why Why that is right; as the owner says it. Never blank.
     * @param AccessReason|null $after Why the site after does not; absent where it has no such page.
     */
    public function __construct(
        public AccessReason $before,
        string $why,
        public ?AccessReason $after = null,
    ) {
        parent::__construct(self::KIND, $why);
    }
}
