<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\Record;

use Memberferry\Record;

/**
 * Something a site can be told to do for one contact. On the wire tagged by `kind`. Those that take nothing are written with `{}`, so that
 * fields beside their `kind` are refused.
 *
 * Source: AccessAlly's guide to custom operations, its Kit guide (release offering, create login, update user) and its guide to teams.
 */
abstract readonly class CustomOperation extends Record
{
    public const KINDS = [
        'release-offering' => CustomOperationReleaseOffering::class,
        'revoke-offering' => CustomOperationRevokeOffering::class,
        'grant-course' => CustomOperationGrantCourse::class,
        'revoke-course' => CustomOperationRevokeCourse::class,
        'add-tags' => CustomOperationAddTags::class,
        'remove-tags' => CustomOperationRemoveTags::class,
        'set-field' => CustomOperationSetField::class,
        'increase-field' => CustomOperationIncreaseField::class,
        'decrease-field' => CustomOperationDecreaseField::class,
        'show-field' => CustomOperationShowField::class,
        'create-login' => CustomOperationCreateLogin::class,
        'update-user' => CustomOperationUpdateUser::class,
        'resize-team' => CustomOperationResizeTeam::class,
        'run-team-interaction' => CustomOperationRunTeamInteraction::class,
        'send-email' => CustomOperationSendEmail::class,
        'countdown-timer' => CustomOperationCountdownTimer::class,
        'split-test' => CustomOperationSplitTest::class,
        'trigger-progress-event' => CustomOperationTriggerProgressEvent::class,
        'crm-coupon-code' => CustomOperationCrmCouponCode::class,
    ];

    protected function __construct(public string $kind)
    {
    }
}
