<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** How an encoding was found. */
enum EncodingEvidence: string
{
    /** The caller named it. */
    case Named = 'named';
    /** The input starts with a byte-order mark. */
    case ByteOrderMark = 'byte-order-mark';
    /** The first bytes (up to 1 MiB) are valid UTF-8. */
    case ValidUtf8 = 'valid-utf8';
    /** Most of the first bytes are UTF-8; a few are not and are read as Windows-1252. */
    case MostlyUtf8 = 'mostly-utf8';
    /** Every other byte is zero, as in UTF-16, or most are, as in UTF-32. */
    case ZeroBytes = 'zero-bytes';
    /** Sequences of bytes stand in it that switch between alphabets, as in ISO-2022-JP. */
    case EscapeSequences = 'escape-sequences';
    /** The likeliest by the frequency of its characters. */
    case Statistics = 'statistics';
}
