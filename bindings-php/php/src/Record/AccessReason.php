<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * Why access is allowed or denied. The first four allow.
 *
 * Where several things deny, the reason is the first of them in this order, whatever the order they are written in.
 */
enum AccessReason: string
{
    /** The member is an administrator. */
    case Administrator = 'administrator';
    /** The rule holds for anybody. */
    case Public = 'public';
    /** The member holds the offering's instant-access tag. */
    case InstantAccess = 'instant-access';
    /** The rule holds for the member. */
    case RuleMet = 'rule-met';
    /** The member holds a tag that forbids, such as the offering's revoke tag. */
    case Forbidden = 'forbidden';
    /** The person is not logged in. */
    case LoginRequired = 'login-required';
    /** The member is not enrolled in the offering. */
    case NotEnrolled = 'not-enrolled';
    /** A tag that would open is missing. */
    case TagMissing = 'tag-missing';
    /** A tag is held that the rule wants missing. */
    case TagPresent = 'tag-present';
    /** The member has not the role. */
    case RoleMissing = 'role-missing';
    /** The module has not been released to the member. */
    case NotReleased = 'not-released';
    /** The time has not come. */
    case NotYet = 'not-yet';
    /** The time is over. */
    case Over = 'over';
    /** The rule shuts out those of whom something holds that holds of the member. */
    case Excluded = 'excluded';
    /** The rule lists nothing to decide by, and nothing opens by default. */
    case RuleEmpty = 'rule-empty';
}
