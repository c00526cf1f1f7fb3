<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A part of the answer. */
enum RecordsPart: string
{
    case Contacts = 'contacts';
    case Issues = 'issues';
    case Detection = 'detection';
    case Mapping = 'mapping';
    case Stats = 'stats';
    case SetAside = 'set-aside';
}
