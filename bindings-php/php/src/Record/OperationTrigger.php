<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What may set an operation off. */
enum OperationTrigger: string
{
    /** The site's own screens: an order form or an opt-in form that is submitted. */
    case Form = 'form';
    /** A button on a page that a member presses. */
    case MemberButton = 'member-button';
    /** A webhook that the CRM runs. */
    case Webhook = 'webhook';
    /** The Members tab's `Run action`, for many members at once. */
    case BulkAction = 'bulk-action';
}
