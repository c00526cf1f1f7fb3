<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/** What page of a site something is. */
enum LifterLmsPage: string
{
    /** Any page that has no part in joining. */
    case Content = 'content';
    /** The page of the membership. */
    case Membership = 'membership';
    /** The list of memberships. */
    case Memberships = 'memberships';
    /** The page of one's account, where one logs in. */
    case Account = 'account';
    /** The checkout. */
    case Checkout = 'checkout';
    /** The terms and conditions. */
    case Terms = 'terms';
    /** The privacy policy. */
    case PrivacyPolicy = 'privacy-policy';
    /** The page that the membership sends those to who are shut out; open only where it sends to a page. */
    case RedirectTarget = 'redirect-target';
}
