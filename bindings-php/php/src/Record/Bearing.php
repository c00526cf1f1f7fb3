<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What an answer of the quiz means for the move. */
enum Bearing: string
{
    /** It fits. */
    case Fits = 'fits';
    /** It fits once people have done something by hand. */
    case NeedsWork = 'needs-work';
    /** Something has to be done first. */
    case NotYet = 'not-yet';
    /** The CRM should be kept. */
    case KeepYourCrm = 'keep-your-crm';
    /** Nobody knows. */
    case Unknown = 'unknown';
}
