<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use MemberferryPlugin\AccessCheck;
use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Move;

/** What is decided, and every change that follows from it, under a digest that somebody approves. */
final class Plan
{
    public static function show(?Move $move): void
    {
        $move ??= Move::required();
        $options = (array) $move->get('options', []);
        printf('<h2>%s</h2>', esc_html__('What you decide', 'memberferry'));
        Html::form('plan');
        Html::checkbox('all', __('Move everybody, not only members and buyers', 'memberferry'), (bool) ($options['importAllContacts'] ?? false));
        Html::checkbox('keep-maintenance', __('Stay in maintenance mode at the end', 'memberferry'), (bool) ($options['keepMaintenanceMode'] ?? false));
        Html::checkbox('notify', __('Mail those who may be mailed how to log in (live sites only)', 'memberferry'), ($options['notify'] ?? '') === 'mailable');
        echo '<table class="form-table" role="presentation">';
        $choose = static function (string $name, string $label, array $choices, string $chosen): void {
            printf('<tr><th scope="row"><label for="mf-%s">%s</label></th><td>', esc_attr($name), esc_html($label));
            Html::select($name, $choices, $chosen);
            echo '</td></tr>';
        };
        $choose('passwords', __('Passwords of new users', 'memberferry'), [
            'reset-quietly' => __('a random one that nobody is told', 'memberferry'),
            'reset-and-notify' => __('a random one; those who may be mailed choose theirs', 'memberferry'),
            'keep-hash' => __('theirs, by its hash', 'memberferry'),
            'keep-from-field' => __('theirs, from a field of the export', 'memberferry'),
        ], (string) ($options['passwordPolicy'] ?? 'reset-quietly'));
        $choose('existing', __('People who are users here already', 'memberferry'), [
            'update' => __('add what they lack', 'memberferry'),
            'skip' => __('leave them as they are', 'memberferry'),
        ], (string) ($options['existingUsers'] ?? 'update'));
        $choose('drip', __('Clocks of modules', 'memberferry'), [
            'continue-from-last-released' => __('go on from the last open module', 'memberferry'),
            'keep-original-clock' => __('keep counting from the beginning', 'memberferry'),
            'restart' => __('begin anew', 'memberferry'),
            'open-all' => __('open everything', 'memberferry'),
        ], (string) ($options['dripContinuity'] ?? 'continue-from-last-released'));
        echo '</table>';
        $plan = $move->plan();
        $blockers = $plan?->blockers() ?? [];
        if ($blockers !== []) {
            printf('<h3>%s</h3>', esc_html__('What blocks the plan', 'memberferry'));
            Html::issues(__('Blockers', 'memberferry'), $blockers);
            $codes = array_values(array_unique(array_map(static fn ($issue) => $issue->code->value, $blockers)));
            foreach ($codes as $code) {
                /* translators: %s: code of an issue */
                $label = sprintf(__('Accept %s, because', 'memberferry'), $code);
                printf('<p><label>%s <input class="regular-text" name="waivers[%s]"></label></p>', esc_html($label), esc_attr($code));
            }
        }
        foreach ($options['waivers'] ?? [] as $waiver) {
            printf('<p><label>%s <input class="regular-text" name="waivers[%s]" value="%s"></label></p>', esc_html(sprintf(__('Accept %s, because', 'memberferry'), $waiver['code'])), esc_attr($waiver['code']), esc_attr($waiver['reason']));
        }
        Html::end($plan === null ? __('Make the plan', 'memberferry') : __('Make the plan anew', 'memberferry'), $plan === null ? 'button button-primary' : 'button', $move->get('startedAt') === null);
        if ($plan !== null) {
            self::summary($move, $plan, $blockers === []);
        }
    }

    private static function summary(Move $move, \Memberferry\Plan $plan, bool $mayBeApproved): void
    {
        printf('<h2>%s</h2><p>%s <code>%s</code></p>', esc_html__('The plan', 'memberferry'), esc_html__('Its digest:', 'memberferry'), esc_html($plan->digest));
        $summary = $plan->summary();
        Html::table(__('What the plan does', 'memberferry'), [__('What', 'memberferry'), __('How many', 'memberferry')], [
            [__('People', 'memberferry'), $summary->contacts],
            [__('Users who are made', 'memberferry'), $summary->toCreate],
            [__('Users who are changed', 'memberferry'), $summary->toUpdate],
            [__('Users who stay as they are', 'memberferry'), $summary->unchanged],
            [__('Left alone, as administrators', 'memberferry'), $summary->protected],
            [__('Left out, as neither members nor buyers', 'memberferry'), $summary->leftOut],
            [__('Skipped', 'memberferry'), $summary->skipped],
            [__('Tags that are added', 'memberferry'), $summary->tagsToAdd],
            [__('Operations', 'memberferry'), count($plan)],
        ]);
        printf('<h3>%s</h3>', esc_html__('Worth knowing', 'memberferry'));
        Html::issues(__('Issues of the plan', 'memberferry'), $plan->issues());
        if ($move->get('startedAt') !== null) {
            return;
        }
        $proof = AccessCheck::foreseen($move, $move->acceptedLosses(), $move->acceptedGains());
        Access::show($proof);
        $approved = $move->get('approved');
        if (is_array($approved)) {
            /* translators: 1: a login name, 2: a date */
            Html::notice('success', sprintf(__('Approved by %1$s, %2$s.', 'memberferry'), $approved['by'], $approved['at']));

            return;
        }
        Html::form('approve');
        printf('<input type="hidden" name="digest" value="%s">', esc_attr($plan->digest));
        Access::fields($proof, $move->acceptedLosses(), $move->acceptedGains());
        Html::end(__('I looked it over: approve this plan', 'memberferry'), 'button button-primary', $mayBeApproved);
    }
}
