<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `completion`.
 *
 * When the member completed something.
 */
final readonly class AnchorCompletion extends Anchor
{
    public const KIND = 'completion';

    public const FIELDS = [
        'module' => null,
        'offering' => null,
    ];

    /**
     * @param string|null $module
     * @param string|null $offering
     */
    public function __construct(
        public ?string $module = null,
        public ?string $offering = null,
    ) {
        parent::__construct(self::KIND);
    }
}
