<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `publication`.
 *
 * When the module was published (`Module::published_at`).
 */
final readonly class AnchorPublication extends Anchor
{
    public const KIND = 'publication';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
