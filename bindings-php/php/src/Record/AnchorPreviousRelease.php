<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * `Anchor` of the kind `previous-release`.
 *
 * When the module before it opened, so that timers chain (AccessAlly's own). In an expiry rule, when the thing itself
 * opened: the module, or for an offering the enrollment.
 */
final readonly class AnchorPreviousRelease extends Anchor
{
    public const KIND = 'previous-release';

    public const FIELDS = [];

    public function __construct()
    {
        parent::__construct(self::KIND);
    }
}
