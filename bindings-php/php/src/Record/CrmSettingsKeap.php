<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CrmSettings` of the kind `keap`.
 *
 * Keap, once Infusionsoft. Needs nothing besides the processor.
 */
final readonly class CrmSettingsKeap extends CrmSettings
{
    public const KIND = 'keap';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
