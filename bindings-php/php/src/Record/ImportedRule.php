<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * What guards a page as another system's setting does: a page's `rule`, and its `forbid`.
 *
 * Memberships and levels become enrollments: an offering's id is the membership's, unless the caller names it otherwise.
 */
final readonly class ImportedRule extends Record
{
    public const FIELDS = [
        'rule' => Rule::class,
        'forbid' => ['list', null],
        'given' => ['list', GivenTag::class],
    ];

    /**
     * @param Rule $rule What must hold.
     * @param list<string> $forbid Tags that deny, in the order of the setting.
     * @param list<GivenTag> $given Tags that the host has to give, for what rules cannot ask about; in the order of the setting.
     */
    public function __construct(
        public Rule $rule,
        public array $forbid,
        public array $given,
    ) {
    }
}
