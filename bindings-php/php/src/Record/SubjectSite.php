<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Subject` of the kind `site`.
 *
 * The site as a whole.
 */
final readonly class SubjectSite extends Subject
{
    public const KIND = 'site';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
