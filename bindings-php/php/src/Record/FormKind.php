<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a form is for. */
enum FormKind: string
{
    /** Something is bought on it. */
    case Order = 'order';
    /** Something is given for it. */
    case OptIn = 'opt-in';
}
