<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `CrmSettings` of the kind `kit`.
 *
 * Kit, once ConvertKit.
 */
final readonly class CrmSettingsKit extends CrmSettings
{
    public const KIND = 'kit';

    public const FIELDS = [
        'optInForm' => OptInForm::class,
    ];

    /** @param OptInForm|null $optInForm The form by which somebody who unsubscribed and buys is taken back. */
    public function __construct(
        public ?OptInForm $optInForm = null,
    ) {
        parent::__construct(self::KIND);
    }
}
