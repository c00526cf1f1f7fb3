<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin\Steps;

use MemberferryPlugin\Admin\Html;
use MemberferryPlugin\Maintenance;
use MemberferryPlugin\Move;
use MemberferryPlugin\Readiness;

/** The run: started here, watched here; it goes on by itself where the window is closed. */
final class Run
{
    public static function show(?Move $move): void
    {
        $move ??= Move::required();
        printf('<h2>%s</h2>', esc_html__('The run', 'memberferry'));
        if (!is_array($move->get('approved'))) {
            Html::notice('info', __('The plan was not approved yet.', 'memberferry'));
        } elseif ($move->get('startedAt') === null) {
            self::start($move);
        } else {
            printf('<div id="memberferry-progress" data-running="%d" role="status" aria-live="polite">%s</div>', (int) $move->isUnderWay(), self::progress($move));
        }
        if ($move->isUnderWay()) {
            echo '<p>', esc_html__('You may close this window: the move goes on by itself, and this page shows how far it is.', 'memberferry'), '</p>';
            Html::form('abort');
            Html::end(__('Give the run up', 'memberferry'), 'button button-link-delete');
        }
        printf('<h2>%s</h2>', esc_html__('Maintenance mode', 'memberferry'));
        printf('<p>%s</p>', Maintenance::isOn() ? esc_html__('Visitors are kept out.', 'memberferry') : esc_html__('The site is open.', 'memberferry'));
        Html::form('maintenance');
        printf('<input type="hidden" name="state" value="%s">', Maintenance::isOn() ? 'off' : 'on');
        Html::end(Maintenance::isOn() ? __('Open the site', 'memberferry') : __('Keep visitors out', 'memberferry'), 'button');
    }

    /** How far the run is, as HTML. */
    public static function progress(Move $move): string
    {
        $progress = (array) $move->get('progress', []);
        $status = (string) ($move->isGoingBack() ? $move->get('backStatus') : $move->get('status'));
        [$done, $total] = [(int) ($progress['done'] ?? 0), (int) ($progress['total'] ?? 0)];
        ob_start();
        printf('<p><strong>%s</strong></p>', esc_html(match ($status) {
            'running' => __('Under way.', 'memberferry'),
            'complete' => __('Done.', 'memberferry'),
            'complete-with-failures' => __('Done, but for some operations that failed.', 'memberferry'),
            'stopped' => __('Stopped: something about the site is not as planned. Nobody is mailed, and the site stays in maintenance mode.', 'memberferry'),
            'aborted' => __('Given up.', 'memberferry'),
            default => $status,
        }));
        printf('<p><progress max="%d" value="%d" aria-label="%s"></progress> %s</p>', max($total, 1), $done, esc_attr__('Progress', 'memberferry'), esc_html(sprintf(
            /* translators: 1: number done, 2: number of all */
            __('%1$s of %2$s operations', 'memberferry'),
            number_format_i18n($done),
            number_format_i18n($total),
        )));
        if ($move->get('problem') !== null) {
            Html::notice('error', (string) $move->get('problem'));
        }
        Html::table(
            __('By phase', 'memberferry'),
            [__('Phase', 'memberferry'), __('Done', 'memberferry'), __('Of', 'memberferry')],
            array_map(static fn ($phase) => [str_replace('-', ' ', $phase['phase']), $phase['done'], $phase['total']], $progress['phases'] ?? []),
        );
        if (($progress['failures'] ?? []) !== []) {
            Html::table(
                __('What failed', 'memberferry'),
                [__('Who', 'memberferry'), __('What', 'memberferry'), __('Why', 'memberferry')],
                array_map(static fn ($failure) => [
                    $failure['subject']['email'] ?? __('the site', 'memberferry'),
                    str_replace('-', ' ', $failure['kind']),
                    $failure['message'] ?? '',
                ], $progress['failures']),
            );
        }

        return (string) ob_get_clean();
    }

    private static function start(Move $move): void
    {
        Html::form('start');
        if (!(new Readiness($move))->mayStart()) {
            Html::notice('warning', __('The checklist is not met. A rehearsal on a staging copy may go on in spite of it; say why.', 'memberferry'));
            echo '<table class="form-table" role="presentation">';
            Html::text('in-spite', __('Go on in spite of it, because', 'memberferry'));
            echo '</table>';
        }
        Html::checkbox('backup', __('There is a backup of the database, and restoring it was tried', 'memberferry'), $move->hasBackup());
        Html::end(__('Start', 'memberferry'));
    }
}
