<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Shown` of the kind `failed`.
 *
 * The library refuses the step, and nothing was changed.
 */
final readonly class ShownFailed extends Shown
{
    public const KIND = 'failed';

    public const FIELDS = [
        'code' => Code::class,
        'location' => Location::class,
    ];

    /**
     * @param Code $code
     * @param Location|null $location
     */
    public function __construct(
        public Code $code,
        public ?Location $location = null,
    ) {
        parent::__construct(self::KIND);
    }
}
