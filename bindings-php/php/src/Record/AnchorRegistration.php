<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `registration`.
 *
 * When the member joined the site.
 */
final readonly class AnchorRegistration extends Anchor
{
    public const KIND = 'registration';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
