<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CrmSettings` of the kind `ontraport`.
 *
 * Ontraport.
 */
final readonly class CrmSettingsOntraport extends CrmSettings
{
    public const KIND = 'ontraport';

    public const FIELDS = [
        'commerceSync' => CommerceSync::class,
        'trackingScript' => TrackingScript::class,
    ];

    /**
     * @param CommerceSync $commerceSync Whether orders are written to its commerce too; they are not, where absent.
     * @param TrackingScript $trackingScript Its script on every page; on, where absent.
     */
    public function __construct(
        public CommerceSync $commerceSync = CommerceSync::Off,
        public TrackingScript $trackingScript = TrackingScript::On,
    ) {
        parent::__construct(self::KIND);
    }
}
