<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A postal address, each part as written but for the country. */
final readonly class Address extends Record
{
    public const FIELDS = [
        'city' => null,
        'country' => null,
        'line1' => null,
        'line2' => null,
        'postalCode' => null,
        'region' => null,
    ];

    /**
     * @param string|null $city Town or city.
     * @param string|null $country Country: its two letters by ISO 3166-1 where reading knew it; else as the source writes it.
     * @param string|null $line1 Street and number.
     * @param string|null $line2 Anything after the street.
     * @param string|null $postalCode Postal code, as text: leading zeros count.
     * @param string|null $region State, province or county.
     */
    public function __construct(
        public ?string $city = null,
        public ?string $country = null,
        public ?string $line1 = null,
        public ?string $line2 = null,
        public ?string $postalCode = null,
        public ?string $region = null,
    ) {
    }
}
