<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `PeerSetting` of the kind `lifterlms-enrollment`.
 *
 * LifterLMS: enrollment in several products.
 */
final readonly class PeerSettingLifterLmsEnrollment extends PeerSetting
{
    public const KIND = 'lifterlms-enrollment';

    public const FIELDS = [
        'relation' => LifterLmsRelation::class,
        'products' => ['list', null],
    ];

    /**
     * @param LifterLmsRelation $relation Whether one is enough.
     * @param list<string> $products The products, as the offerings they become.
     */
    public function __construct(
        public LifterLmsRelation $relation,
        public array $products,
    ) {
        parent::__construct(self::KIND);
    }
}
