<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CrmSettings` of the kind `drip`.
 *
 * Drip.
 */
final readonly class CrmSettingsDrip extends CrmSettings
{
    public const KIND = 'drip';

    public const FIELDS = [
        'trackingScript' => TrackingScript::class,
    ];

    /** @param TrackingScript $trackingScript Its script on every page; on, where absent. */
    public function __construct(
        public TrackingScript $trackingScript = TrackingScript::On,
    ) {
        parent::__construct(self::KIND);
    }
}
