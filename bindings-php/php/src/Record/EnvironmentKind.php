<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What a copy of a site is for. */
enum EnvironmentKind: string
{
    /** The one that members use. */
    case Live = 'live';
    /** A copy to try things on. */
    case Staging = 'staging';
    /** A developer's own copy. */
    case Local = 'local';
}
