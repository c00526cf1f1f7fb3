<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether the emails of a sequence go out. */
enum SequenceStatus: string
{
    /** They do. */
    case Published = 'published';
    /** They do not yet. */
    case Draft = 'draft';
}
