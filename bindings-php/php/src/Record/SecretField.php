<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A secret that is written to a CSV only where the caller names it. */
enum SecretField: string
{
    /** The passwords themselves. */
    case Password = 'password';
    /** The hashes of passwords. */
    case PasswordHash = 'password-hash';
}
