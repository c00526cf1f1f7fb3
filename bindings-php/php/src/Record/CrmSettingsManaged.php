<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CrmSettings` of the kind `managed`.
 *
 * No CRM: the site manages its contacts itself.
 */
final readonly class CrmSettingsManaged extends CrmSettings
{
    public const KIND = 'managed';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
