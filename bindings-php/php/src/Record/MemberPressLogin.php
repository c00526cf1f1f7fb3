<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A state of login that a rule grants by. */
enum MemberPressLogin: string
{
    /** Whoever is logged in. */
    case LoggedIn = 'logged-in';
    /** Nobody: who is not logged in stays out before any rule is asked. */
    case LoggedOut = 'logged-out';
}
