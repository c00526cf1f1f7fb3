<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Step2` of the kind `damage`.
 *
 * The host dies, and the journal is damaged.
 */
final readonly class Step2Damage extends Step2
{
    public const KIND = 'damage';

    public const FIELDS = [
        'how' => Damage::class,
    ];

    /** @param Damage $how */
    public function __construct(
        public Damage $how,
    ) {
        parent::__construct(self::KIND);
    }
}
