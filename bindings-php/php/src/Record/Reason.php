<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Why an operation is in the plan. Its `Display` is the sentence. */
enum Reason: string
{
    /** Every run that changes anything does this. */
    case Safeguard = 'safeguard';
    /** The contact has no user on the target. */
    case NotOnTarget = 'not-on-target';
    /** The source knows something else, or more. */
    case SourceDiffers = 'source-differs';
    /** The contact holds tags that the user does not. */
    case TagsHeld = 'tags-held';
    /** The contact holds the offering's access tag. */
    case AccessTagHeld = 'access-tag-held';
    /** The contact holds the offering's instant-access tag. */
    case InstantAccessTagHeld = 'instant-access-tag-held';
    /** The contact holds the tag of one of the offering's modules. */
    case ModuleTagHeld = 'module-tag-held';
    /** The plan creates the user. */
    case NewUser = 'new-user';
    /** The run that is taken back wrote it, and it is still so. */
    case TakenBack = 'taken-back';
}
