<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Which of two different values of one field is kept, where two records are one person. */
enum DuplicatesPolicy: string
{
    /** The one of the record changed last (else created last); without dates, the one further down. */
    case Newest = 'newest';
    /** The one further down, whatever the dates say. */
    case LastRow = 'last-row';
}
