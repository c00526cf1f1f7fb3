<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** What the CRM is set to, as far as it bears on payments. On the wire tagged by `kind`. */
abstract readonly class CrmSettings extends Record
{
    public const KINDS = [
        'managed' => CrmSettingsManaged::class,
        'keap' => CrmSettingsKeap::class,
        'ontraport' => CrmSettingsOntraport::class,
        'activecampaign' => CrmSettingsActivecampaign::class,
        'kit' => CrmSettingsKit::class,
        'drip' => CrmSettingsDrip::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
