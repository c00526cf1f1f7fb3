<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What an email is for. */
enum EmailPurpose: string
{
    /** It tells how to log in. */
    case Login = 'login';
    /** It tells that something has opened. */
    case Release = 'release';
    /** Something else. */
    case Other = 'other';
}
