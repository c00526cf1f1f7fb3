<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One thing that has to be done by hand. */
final readonly class ManualWork extends Record
{
    public const FIELDS = [
        'kind' => ManualWorkKind::class,
        'name' => null,
        'what' => null,
        'place' => Location::class,
    ];

    /**
     * @param ManualWorkKind $kind Of which kind.
     * @param string $name The thing of this site, by its name.
     * @param string $what What to do: a sentence without full stop.
     * @param Location|null $place Where it stands in the site's document; absent where the document does not have it.
     */
    public function __construct(
        public ManualWorkKind $kind,
        public string $name,
        public string $what,
        public ?Location $place = null,
    ) {
    }
}
