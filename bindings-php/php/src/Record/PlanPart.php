<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A part of the answer. */
enum PlanPart: string
{
    case Digest = 'digest';
    case Header = 'header';
    case Blockers = 'blockers';
    case Operations = 'operations';
    case Issues = 'issues';
    case Text = 'text';
}
