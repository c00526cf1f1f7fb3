<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

final readonly class DescribeAnswer extends Record
{
    public const FIELDS = [
        'name' => null,
        'text' => null,
        'crmIntegrated' => OperationSupport::class,
        'managed' => OperationSupport::class,
        'inverse' => CustomOperation::class,
    ];

    /**
     * @param string $name Its name on AccessAlly's screens.
     * @param string $text The name, and what it is done to.
     * @param OperationSupport $crmIntegrated Where the CRM keeps the contacts.
     * @param OperationSupport $managed Where the site keeps them.
     * @param CustomOperation|null $inverse What takes it back, where something does.
     */
    public function __construct(
        public string $name,
        public string $text,
        public OperationSupport $crmIntegrated,
        public OperationSupport $managed,
        public ?CustomOperation $inverse = null,
    ) {
    }
}
