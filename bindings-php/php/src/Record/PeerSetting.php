<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One setting of another system. On the wire tagged by `kind`, with the setting's own fields beside it. */
abstract readonly class PeerSetting extends Record
{
    public const KINDS = [
        'wp-fusion' => PeerSettingWpFusion::class,
        'paid-memberships-pro' => PeerSettingPaidMembershipsPro::class,
        'memberpress' => PeerSettingMemberpress::class,
        'memberium' => PeerSettingMemberium::class,
        'lifterlms-content' => PeerSettingLifterLmsContent::class,
        'lifterlms-enrollment' => PeerSettingLifterLmsEnrollment::class,
        'lifterlms-course' => PeerSettingLifterLmsCourse::class,
        'sensei' => PeerSettingSensei::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
