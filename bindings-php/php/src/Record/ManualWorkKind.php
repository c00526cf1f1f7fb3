<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** A kind of manual work. The order of the variants is that of the list. */
enum ManualWorkKind: string
{
    /** A sequence of emails that the CRM sends. */
    case EmailSequence = 'email-sequence';
    /** A form that has to be made, or told what to do. */
    case Form = 'form';
    /** A payment processor that has to be connected. */
    case Processor = 'processor';
    /** An automation that does more than the site can take over. */
    case Automation = 'automation';
    /** An email service for what the site does not send. */
    case EmailProvider = 'email-provider';
    /** A webhook with nothing in its place. */
    case Webhook = 'webhook';
    /** A coupon code that the CRM activates. */
    case CouponCode = 'coupon-code';
}
