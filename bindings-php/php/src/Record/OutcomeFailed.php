<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Outcome` of the kind `failed`.
 *
 * It could not be carried out.
 */
final readonly class OutcomeFailed extends Outcome
{
    public const KIND = 'failed';

    public const FIELDS = [
        'retryable' => null,
        'message' => null,
    ];

    /**
     * @param bool $retryable Whether trying again may help: a lock, a time-out. It is handed out again, three times in all.
     * @param string $message What went wrong.
     */
    public function __construct(
        public bool $retryable,
        public string $message,
    ) {
        parent::__construct(self::KIND);
    }
}
