<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AcceptedGain` of the kind `cause`.
 *
 * Whoever gains any page for this cause.
 */
final readonly class AcceptedGainCause extends AcceptedGain
{
    public const KIND = 'cause';

    public const FIELDS = [
        'before' => AccessReason::class,
        'after' => AccessReason::class,
        'why' => null,
    ];

    /**
     * @param AccessReason $before Why the site before does not let them in.
     * @param AccessReason $after Why the site after does.
     * @param string $why Why that is right; as the owner says it. Never blank.
     */
    public function __construct(
        public AccessReason $before,
        public AccessReason $after,
        string $why,
    ) {
        parent::__construct(self::KIND, $why);
    }
}
