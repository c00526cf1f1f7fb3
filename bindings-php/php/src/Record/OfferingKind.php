<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What kind of thing an offering is (AccessAlly's four). */
enum OfferingKind: string
{
    /** Modules that open one after the other. */
    case Course = 'course';
    /** Access for as long as it is paid for. */
    case Membership = 'membership';
    /** Several offerings sold as one. */
    case Bundle = 'bundle';
    /** A team whose members are added by its owner. */
    case TeamCenter = 'team-center';
}
