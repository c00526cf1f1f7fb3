<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

/**
 * A kind of custom operation. On the wire its kebab-case name.
 *
 * `FromStr` takes the names that AccessAlly's screens and guides use, without regard to case and spaces.
 */
enum CustomOperationKind: string
{
    /** Enrolls in an offering. The name stands in AccessAlly's Kit guide. */
    case ReleaseOffering = 'release-offering';
    /** Takes an offering away. */
    case RevokeOffering = 'revoke-offering';
    /** Gives a course's permission tags. */
    case GrantCourse = 'grant-course';
    /** Takes a course's permission away. */
    case RevokeCourse = 'revoke-course';
    /** Adds tags. */
    case AddTags = 'add-tags';
    /** Removes tags. */
    case RemoveTags = 'remove-tags';
    /** Writes a field. */
    case SetField = 'set-field';
    /** Adds to a numeric field. */
    case IncreaseField = 'increase-field';
    /** Takes from a numeric field. */
    case DecreaseField = 'decrease-field';
    /** Shows a field. */
    case ShowField = 'show-field';
    /** Makes a login. */
    case CreateLogin = 'create-login';
    /** Takes tags and fields over from the CRM. */
    case UpdateUser = 'update-user';
    /** Changes a team's seats. */
    case ResizeTeam = 'resize-team';
    /** Runs a team's interaction. */
    case RunTeamInteraction = 'run-team-interaction';
    /** Sends an email. */
    case SendEmail = 'send-email';
    /** Starts or shows a countdown. */
    case CountdownTimer = 'countdown-timer';
    /** Sorts contacts by tags. */
    case SplitTest = 'split-test';
    /** Triggers an event of ProgressAlly. */
    case TriggerProgressEvent = 'trigger-progress-event';
    /** Makes a coupon code when the CRM says so. */
    case CrmCouponCode = 'crm-coupon-code';
}
