<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PasswordSource` of the kind `hash`.
 *
 * The source's hash.
 */
final readonly class PasswordSourceHash extends PasswordSource
{
    public const KIND = 'hash';

    public const FIELDS = [
        'hash' => HashKind::class,
        'storedAs' => HashKind::class,
    ];

    /**
     * @param HashKind $hash Its kind at the source.
     * @param HashKind|null $storedAs The kind as which it has to be stored, where the target would not check it under its own prefix.
     */
    public function __construct(
        public HashKind $hash,
        public ?HashKind $storedAs = null,
    ) {
        parent::__construct(self::KIND);
    }
}
