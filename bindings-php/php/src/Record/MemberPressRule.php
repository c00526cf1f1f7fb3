<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** One rule: it grants where one of its conditions holds, within its drip and its expiry. */
final readonly class MemberPressRule extends Record
{
    public const FIELDS = [
        'conditions' => ['list', MemberPressCondition::class],
        'windows' => ['list', MemberPressWindow::class],
    ];

    /**
     * @param list<MemberPressCondition> $conditions The conditions; of none, it grants nobody.
     * @param list<MemberPressWindow> $windows Its drip and its expiry; always, where there is none. All have to hold.
     */
    public function __construct(
        public array $conditions = [],
        public array $windows = [],
    ) {
    }
}
