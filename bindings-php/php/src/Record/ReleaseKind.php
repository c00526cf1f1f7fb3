<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

enum ReleaseKind: string
{
    case AtOnce = 'at-once';
    case Manual = 'manual';
    case Timer = 'timer';
}
