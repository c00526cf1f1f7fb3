<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * How a password was stored by the source. A hash that is not whole by its kind's form is `Other`: no
 * target could check it.
 */
enum HashKind: string
{
    /** PHPass as WordPress writes it, `$P$…`. */
    case Phpass = 'phpass';
    /** The same under phpBB's name for it, `$H$…`. */
    case PhpassPhpbb = 'phpass-phpbb';
    /** bcrypt, `$2y$…`, `$2a$…` or `$2b$…`. */
    case Bcrypt = 'bcrypt';
    /** bcrypt over a digest of the password, as WordPress writes it from 6.8 on, `$wp$2y$…`. */
    case WordpressBcrypt = 'wordpress-bcrypt';
    /** Argon2id, `$argon2id$…`. */
    case Argon2id = 'argon2id';
    /** Another Argon2, `$argon2i$…` or `$argon2d$…`. */
    case Argon2 = 'argon2';
    /** SHA-512 of `crypt`, `$6$…`. */
    case Sha512Crypt = 'sha512-crypt';
    /** 32 hexadecimal digits: MD5 without salt. */
    case Md5 = 'md5';
    /** Anything else. */
    case Other = 'other';
}
