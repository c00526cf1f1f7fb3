<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Move;
use MemberferryPlugin\Readiness;

/** Whether the site is ready to be moved: what was found, and what only a person can say. */
final class Checklist
{
    public static function show(?Move $move): void
    {
        $move ??= Move::required();
        $readiness = (new Readiness($move))->assess();
        $verdict = $readiness->verdict->value;
        printf('<h2>%s</h2>', esc_html__('Is everything ready?', 'memberferry'));
        Html::notice($verdict === 'ready' ? 'success' : 'warning', match ($verdict) {
            'ready' => __('Everything is confirmed.', 'memberferry'),
            'keep-your-crm' => __('The guide recommends to stay with the CRM.', 'memberferry'),
            default => __('Not yet: something is wrong, open or too old.', 'memberferry'),
        });
        $answers = ['' => __('not answered', 'memberferry'), 'yes' => __('yes', 'memberferry'), 'no' => __('no', 'memberferry'), 'not-applicable' => __('does not apply', 'memberferry')];
        Html::form('answer');
        printf(
            '<table class="widefat striped"><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>',
            esc_html__('Question', 'memberferry'),
            esc_html__('Stands', 'memberferry'),
            esc_html__('Answer', 'memberferry'),
            esc_html__('Note', 'memberferry'),
        );
        foreach ($readiness->checklist ?? [] as $entry) {
            $item = $entry->item->value;
            printf('<tr><th scope="row">%s<p class="description">%s</p></th>', esc_html($entry->question), esc_html($entry->found ?? $entry->why));
            printf('<td>%s</td><td>', esc_html($entry->status->value));
            Html::select("answers[{$item}]", $answers, $entry->answer?->answer->value ?? '', $entry->question);
            printf(
                '</td><td><input name="notes[%s]" value="%s" aria-label="%s"></td></tr>',
                esc_attr($item),
                esc_attr($entry->answer?->note ?? ''),
                /* translators: %s: a question */
                esc_attr(sprintf(__('Note on: %s', 'memberferry'), $entry->question)),
            );
        }
        echo '</tbody></table>';
        Html::end(__('Keep the answers', 'memberferry'));
        if (($readiness->issues ?? []) !== []) {
            Html::issues(__('What stands against it', 'memberferry'), $readiness->issues);
        }
        if (($readiness->manualWork ?? []) !== []) {
            printf('<h2>%s</h2>', esc_html__('What is left to do by hand', 'memberferry'));
            Html::table(
                __('Work by hand', 'memberferry'),
                [__('What', 'memberferry'), __('Of', 'memberferry'), __('Details', 'memberferry')],
                array_map(static fn ($work) => [str_replace('-', ' ', $work->kind->value), $work->name, $work->what], $readiness->manualWork),
            );
        }
    }
}
