<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `VerdictReason` of the kind `speaks-for-the-crm`.
 *
 * Something for which the guide recommends to stay with the CRM.
 */
final readonly class VerdictReasonSpeaksForTheCrm extends VerdictReason
{
    public const KIND = 'speaks-for-the-crm';

    public const FIELDS = [
        'code' => Code::class,
        'count' => null,
        'meaning' => null,
    ];

    /**
     * @param Code $code What.
     * @param int $count How often.
     * @param string $meaning The meaning of the code.
     */
    public function __construct(
        public Code $code,
        public int $count,
        public string $meaning,
    ) {
        parent::__construct(self::KIND);
    }
}
