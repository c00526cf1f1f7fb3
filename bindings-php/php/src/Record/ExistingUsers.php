<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What becomes of contacts that are users of the target already. */
enum ExistingUsers: string
{
    /** What the source knows better or more is written; roles and login names stay, and nothing is taken away. */
    case Update = 'update';
    /** They are left as they are, their tags and enrollments too. */
    case Skip = 'skip';
}
