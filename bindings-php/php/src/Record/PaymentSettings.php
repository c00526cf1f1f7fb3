<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** How a site takes money. */
final readonly class PaymentSettings extends Record
{
    public const FIELDS = [
        'crm' => CrmSettings::class,
        'processors' => Processors::class,
    ];

    /**
     * @param CrmSettings|null $crm The CRM that is told of purchases; where absent, nobody said which.
     * @param Processors $processors Who charges the cards.
     */
    public function __construct(
        public ?CrmSettings $crm = null,
        public Processors $processors = new Processors(),
    ) {
    }
}
