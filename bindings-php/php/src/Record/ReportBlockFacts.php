<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `ReportBlock` of the kind `facts`.
 *
 * Single facts, in order.
 */
final readonly class ReportBlockFacts extends ReportBlock
{
    public const KIND = 'facts';

    public const FIELDS = [
        'facts' => ['list', ReportFact::class],
    ];

    /** @param list<ReportFact> $facts Each with its name. */
    public function __construct(
        public array $facts,
    ) {
        parent::__construct(self::KIND);
    }
}
