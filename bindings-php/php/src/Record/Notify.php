<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Who may be sent mail by the run. Only a live site sends any. */
enum Notify: string
{
    /** Nobody. */
    case Nobody = 'nobody';
    /** Those who may be sent marketing mail. */
    case Mailable = 'mailable';
}
