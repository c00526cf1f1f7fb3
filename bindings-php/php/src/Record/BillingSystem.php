<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** Where a subscription was taken out. On the wire the name of the profile that reads its exports. */
enum BillingSystem: string
{
    /** AccessAlly's own order forms, which charge by Stripe or PayPal. */
    case Accessally = 'accessally';
    /** Order forms of Keap, once Infusionsoft. */
    case Keap = 'keap';
    /** Order forms of Ontraport. */
    case Ontraport = 'ontraport';
    /** SamCart. */
    case Samcart = 'samcart';
    /** ThriveCart. */
    case Thrivecart = 'thrivecart';
    /** WooCommerce. */
    case Woocommerce = 'woocommerce';
    /** MemberPress. */
    case Memberpress = 'memberpress';
    /** Paid Memberships Pro. */
    case PaidMembershipsPro = 'paid-memberships-pro';
    /** Memberium. */
    case Memberium = 'memberium';
    /** Stripe itself: which form a subscription came by is not in its export. */
    case Stripe = 'stripe';
    /** PayPal itself: which form a subscription came by is not in its export. */
    case Paypal = 'paypal';
    /** Any other. */
    case Other = 'other';
}
