<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What readiness comes to. */
enum ReadinessVerdict: string
{
    /** Everything is confirmed, and nothing is an error. */
    case Ready = 'ready';
    /** Something is wrong, open or old. */
    case NotYet = 'not-yet';
    /** The guide recommends to stay with the CRM. */
    case KeepYourCrm = 'keep-your-crm';
}
