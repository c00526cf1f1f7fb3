<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AcceptedLoss` of the kind `page`.
 *
 * Whoever loses this page.
 */
final readonly class AcceptedLossPage extends AcceptedLoss
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
