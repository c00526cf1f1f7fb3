<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A form of the CRM that purchases go through. */
final readonly class OptInForm extends Record
{
    public const FIELDS = [
        'name' => null,
        'optIn' => OptIn::class,
        'usedFor' => FormUse::class,
    ];

    /**
     * @param string $name As the CRM calls it.
     * @param OptIn $optIn Whether whoever fills it in has to confirm.
     * @param FormUse $usedFor What it is used for; orders alone, where absent.
     */
    public function __construct(
        public string $name,
        public OptIn $optIn,
        public FormUse $usedFor = FormUse::OrdersOnly,
    ) {
    }
}
