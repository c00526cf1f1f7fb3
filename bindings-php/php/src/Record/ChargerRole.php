<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Whether a charger is there already. */
enum ChargerRole: string
{
    /** It is. */
    case Today = 'today';
    /** The customer takes it out in the course of the move. */
    case AfterTheMove = 'after-the-move';
}
