<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A module with the rule that opens it when the automation would. */
final readonly class TranslatedModule extends Record
{
    public const FIELDS = [
        'module' => null,
        'release' => ReleaseRule::class,
        'step' => Location::class,
    ];

    /**
     * @param string $module Which.
     * @param ReleaseRule $release When it opens.
     * @param Location $step The step that adds its tag.
     */
    public function __construct(
        public string $module,
        public ReleaseRule $release,
        public Location $step,
    ) {
    }
}
