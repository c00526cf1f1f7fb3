<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

enum AnchorKind: string
{
    case PreviousRelease = 'previous-release';
    case Enrollment = 'enrollment';
    case Registration = 'registration';
    case CourseStart = 'course-start';
    case Instant = 'instant';
    case Purchase = 'purchase';
    case Completion = 'completion';
    case Publication = 'publication';
}
