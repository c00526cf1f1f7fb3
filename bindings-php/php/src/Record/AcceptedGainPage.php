<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AcceptedGain` of the kind `page`.
 *
 * Whoever gains this page.
 */
final readonly class AcceptedGainPage extends AcceptedGain
{
    public const KIND = 'page';

    public const FIELDS = [
        'page' => null,
        'why' => null,
    ];

    /**
     * @param string $page Its id on either site.
     * @param string $why Why that is right; as the owner says it. Never blank.
     */
    public function __construct(
        public string $page,
        string $why,
    ) {
        parent::__construct(self::KIND, $why);
    }
}
