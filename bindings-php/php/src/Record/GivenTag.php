<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A tag that stands for something no rule can ask about. */
final readonly class GivenTag extends Record
{
    public const FIELDS = [
        'tag' => null,
        'to' => Grantee::class,
    ];

    /**
     * @param string $tag The tag that the rule asks for.
     * @param Grantee $to Who has to hold it.
     */
    public function __construct(
        public string $tag,
        public Grantee $to,
    ) {
    }
}
