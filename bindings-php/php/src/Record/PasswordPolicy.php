<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * What password a new user gets. An existing user's is never touched.
 *
 * Where a password that was to be kept is not there or cannot be, the user gets a random one quietly, and the plan says how many do.
 */
enum PasswordPolicy: string
{
    /** A random one that nobody is told; members ask for a new one on the login page. */
    case ResetQuietly = 'reset-quietly';
    /** A random one that the member is sent, as far as `Notify` lets. */
    case ResetAndNotify = 'reset-and-notify';
    /** The one they have, by its hash, where the target can check hashes of its kind. */
    case KeepHash = 'keep-hash';
    /** The one that a field of the source holds, where it follows the rules. */
    case KeepFromField = 'keep-from-field';
}
