<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Which tag makes a contact a member of an offering. */
enum EnrolledBy: string
{
    /** The offering's access tag. */
    case AccessTag = 'access-tag';
    /** The offering's instant-access tag. */
    case InstantAccessTag = 'instant-access-tag';
    /** The tag of one of the offering's modules. */
    case ModuleTag = 'module-tag';
}
