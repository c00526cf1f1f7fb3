<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What the customers' ids of a payment export are ids of. */
enum CustomerIds: string
{
    /** Of the contacts: both come from one system, and one id is one person. */
    case OfContacts = 'of-contacts';
    /** Of another system than the contacts: an id says nothing, and the address alone ties. */
    case OfAnotherSystem = 'of-another-system';
}
