<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What the owner decides of the running subscriptions of a system. */
enum ChargerHandling: string
{
    /** They go on where they are. */
    case Keep = 'keep';
    /** They are stopped, and their customers take them out anew. */
    case Replace = 'replace';
}
