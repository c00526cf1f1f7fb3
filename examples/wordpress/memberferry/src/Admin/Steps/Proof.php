<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use Memberferry\Memberferry;
use MemberferryPlugin\AccessCheck;
use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Mailer;
use MemberferryPlugin\Move;
use MemberferryPlugin\Report;
use MemberferryPlugin\Users;

/** Whether the site holds what was planned: by comparing all of it, and by ten people whom somebody looks at. The report, the mails, the way back. */
final class Proof
{
    public static function show(?Move $move): void
    {
        $move ??= Move::required();
        $plan = $move->plan();
        if ($plan === null || $move->get('startedAt') === null) {
            Html::notice('info', __('Nothing was carried out yet.', 'memberferry'));

            return;
        }
        if ($move->get('backStartedAt') === null) {
            self::compared($plan);
            self::access($move);
            self::sheet($move, $plan);
        } else {
            Html::notice('info', __('The run is being taken back, or was.', 'memberferry'));
        }
        self::report();
        self::mails();
        self::wayBack($move);
    }

    private static function compared(\Memberferry\Plan $plan): void
    {
        $found = Memberferry::reconcile($plan, Users::snapshot());
        $counts = $found->verified;
        printf('<h2>%s</h2>', esc_html__('Compared with the plan', 'memberferry'));
        /* translators: %s: a number */
        Html::notice($found->ok ? 'success' : 'error', $found->ok ? __('The site is as planned.', 'memberferry') : sprintf(__('%s differences.', 'memberferry'), number_format_i18n($found->differencesFound)));
        Html::table(__('Counts', 'memberferry'), [__('What', 'memberferry'), __('Expected', 'memberferry'), __('Found', 'memberferry')], [
            [__('Users', 'memberferry'), $counts->usersExpected, $counts->usersFound],
            [__('Users planned', 'memberferry'), $counts->plannedUsers, $counts->plannedUsersFound],
            [__('Tags', 'memberferry'), $counts->tagsExpected, $counts->tagsFound],
            [__('Enrollments', 'memberferry'), $counts->enrollmentsExpected, $counts->enrollmentsFound],
        ]);
        if (!$found->ok) {
            Html::table(
                __('Differences', 'memberferry'),
                [__('Person', 'memberferry'), __('Field', 'memberferry'), __('Expected', 'memberferry'), __('Found', 'memberferry')],
                array_map(static fn ($difference) => [$difference->subject, $difference->field, $difference->expected, $difference->found], array_slice($found->differences, 0, 50)),
            );
        }
    }

    /** Who sees what, before the move and after it, as the report has it. */
    private static function access(Move $move): void
    {
        $proof = AccessCheck::found($move);
        if ($proof !== null) {
            Access::show($proof);
        }
        $report = json_decode(Report::of($move, 'document'), true, 512, JSON_THROW_ON_ERROR);
        foreach ($report['sections'] as $section) {
            if ($section['id'] !== 'access') {
                continue;
            }
            printf('<h2>%s</h2>', esc_html__('Who may see what, before and after', 'memberferry'));
            foreach ($section['blocks'] as $block) {
                if ($block['kind'] === 'facts') {
                    Html::table(
                        __('Who may see what, before and after', 'memberferry'),
                        [__('What', 'memberferry'), __('Found', 'memberferry')],
                        array_map(static fn ($fact) => [$fact['name'], $fact['value']], $block['facts']),
                    );
                }
            }
        }
    }

    private static function sheet(Move $move, \Memberferry\Plan $plan): void
    {
        printf('<h2>%s</h2><p>%s</p>', esc_html__('Ten people to look at', 'memberferry'), esc_html__('Drawn from every kind of change. Compare each with your CRM.', 'memberferry'));
        Html::table(
            __('Ten people to look at', 'memberferry'),
            [__('Address', 'memberferry'), __('First name', 'memberferry'), __('Last name', 'memberferry'), __('Contact id', 'memberferry'), __('Tags', 'memberferry'), __('Affiliate', 'memberferry'), __('Orders', 'memberferry'), __('Subscriptions', 'memberferry')],
            array_map(static fn ($check) => [
                $check->email,
                $check->firstName,
                $check->lastName,
                $check->contactId,
                implode(', ', $check->tags),
                $check->referringAffiliate,
                implode(', ', $check->orderIds),
                implode(', ', $check->subscriptionIds),
            ], Memberferry::spotCheck($plan, $move->before())),
        );
    }

    private static function report(): void
    {
        printf('<h2>%s</h2>', esc_html__('The report', 'memberferry'));
        Html::form('report');
        Html::checkbox('pseudonyms', __('Make people unrecognisable', 'memberferry'), false);
        Html::end(__('Download', 'memberferry'), 'button');
    }

    private static function mails(): void
    {
        $counts = Mailer::counts();
        printf('<h2>%s</h2>', esc_html__('Mails', 'memberferry'));
        Html::table(__('Mails', 'memberferry'), [__('State', 'memberferry'), __('How many', 'memberferry')], array_map(static fn ($state, $count) => [match ($state) {
            'waiting' => __('waiting', 'memberferry'),
            'sent' => __('sent', 'memberferry'),
            'failed' => __('failed', 'memberferry'),
            default => __('not known whether they were sent', 'memberferry'),
        }, $count], array_keys($counts), $counts));
        $listing = Mailer::listing();
        if ($listing === []) {
            return;
        }
        printf('<details><summary>%s</summary>', esc_html__('Send again', 'memberferry'));
        Html::form('resend');
        foreach ($listing as $mail) {
            printf('<p><label><input type="checkbox" name="users[]" value="%d"> %s (%s, %s)</label></p>', (int) $mail['id'], esc_html($mail['email']), esc_html($mail['state']), esc_html((string) $mail['at']));
        }
        Html::end(__('Send to those chosen again', 'memberferry'), 'button');
        echo '</details>';
    }

    private static function wayBack(Move $move): void
    {
        printf('<h2>%s</h2>', esc_html__('The way back', 'memberferry'));
        if ($move->isGoingBack()) {
            printf('<div id="memberferry-progress" data-running="%d" role="status" aria-live="polite">%s</div>', (int) $move->isUnderWay(), Run::progress($move));
            Html::form('discard');
            Html::end(__('Forget this move', 'memberferry'), 'button', !$move->isUnderWay());

            return;
        }
        printf('<p>%s</p>', esc_html__('Takes back what the run wrote, wherever it is still so. What somebody has changed since stays, and so does whoever was here before.', 'memberferry'));
        $back = $move->get('backDigest') === null ? null : $move->plan('back-plan');
        if ($back === null) {
            Html::form('back');
            Html::end(__('Plan the way back', 'memberferry'), 'button', !$move->isUnderWay());

            return;
        }
        $summary = $back->summary();
        Html::table(__('The way back', 'memberferry'), [__('What', 'memberferry'), __('How many', 'memberferry')], [
            [__('Users who are deleted', 'memberferry'), $summary->toDelete ?? 0],
            [__('Users who are put back', 'memberferry'), $summary->toUpdate],
            [__('Operations', 'memberferry'), count($back)],
        ]);
        Html::issues(__('Worth knowing', 'memberferry'), $back->issues());
        Html::form('start-back');
        printf('<input type="hidden" name="digest" value="%s"><p>%s <code>%s</code></p>', esc_attr($back->digest), esc_html__('Its digest:', 'memberferry'), esc_html($back->digest));
        Html::end(__('Take the run back', 'memberferry'), 'button button-link-delete');
    }
}
