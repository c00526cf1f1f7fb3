<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * What a password must be like.
 *
 * One that is kept from a field of the source must be as long as `minimum_length` and hold a character of
 * each of the `required` classes, and no more than `MAXIMUM_BYTES`. The defaults follow
 * NIST SP 800-63B: eight characters, whichever.
 *
 * One that is made up has `generated_length` characters out of `a` to `z`, `A` to `Z` and `2` to `9`, and of
 * `#%+=?@` where symbols are required; at least one of each of these classes; and none that looks like another: no `0`, `O`, `o`, `1`,
 * `I` or `l`.
 */
final readonly class PasswordRules extends Record
{
    public const FIELDS = [
        'minimumLength' => null,
        'generatedLength' => null,
        'required' => ['list', CharacterClass::class],
    ];

    /**
     * @param int $minimumLength
     * @param int $generatedLength
     * @param list<CharacterClass> $required
     */
    public function __construct(
        public int $minimumLength = 8,
        public int $generatedLength = 20,
        public array $required = [],
    ) {
    }
}
