<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A part of the answer. */
enum ReadinessPart: string
{
    case Reasons = 'reasons';
    case Quiz = 'quiz';
    case Checklist = 'checklist';
    case Issues = 'issues';
    case ManualWork = 'manual-work';
    case Counts = 'counts';
}
