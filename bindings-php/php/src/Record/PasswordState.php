<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether there is a password to show. */
enum PasswordState: string
{
    /** The login was made before. */
    case Ready = 'ready';
    /** The login was made at this very instant, and the email may be faster. */
    case MayBeBlank = 'may-be-blank';
    /** There is no login. */
    case NoLogin = 'no-login';
}
