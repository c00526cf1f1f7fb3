<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `AutomationEvent` of the kind `tag-added`.
 *
 * A tag is added to them who lacked it: by a purchase, a revocation or anything else.
 */
final readonly class AutomationEventTagAdded extends AutomationEvent
{
    public const KIND = 'tag-added';

    public const FIELDS = [
        'tag' => null,
    ];

    /** @param string $tag Which. */
    public function __construct(
        public string $tag,
    ) {
        parent::__construct(self::KIND);
    }
}
