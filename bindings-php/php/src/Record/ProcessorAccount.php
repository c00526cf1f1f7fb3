<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/** A site's account with a processor. */
final readonly class ProcessorAccount extends Record
{
    public const FIELDS = [
        'account' => null,
        'mode' => ProcessorMode::class,
    ];

    /**
     * @param string|null $account The processor's id of the account, such as `acct_…`, by which two sites with one account are found. It is no secret; keys never stand here. Never blank.
     * @param ProcessorMode $mode Whether real cards are charged; they are, where absent.
     */
    public function __construct(
        public ?string $account = null,
        public ProcessorMode $mode = ProcessorMode::Live,
    ) {
    }
}
