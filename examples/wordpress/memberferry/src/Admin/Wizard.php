<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin;

use MemberferryPlugin\Maintenance;
use MemberferryPlugin\Move;
use MemberferryPlugin\Plugin;
use MemberferryPlugin\Problem;
use MemberferryPlugin\SiteStore;

/** Tools → Memberferry: the steps of a move, each a page that can be left and come back to. */
final class Wizard
{
    public const PAGE = 'memberferry';

    public static function hook(): void
    {
        add_action('admin_menu', static function (): void {
            $page = add_management_page('Memberferry', 'Memberferry', Plugin::CAPABILITY, self::PAGE, self::show(...));
            add_action('admin_enqueue_scripts', static function (string $shown) use ($page): void {
                if ($shown === $page) {
                    wp_enqueue_script('memberferry', plugins_url('assets/wizard.js', Plugin::$file), [], '0.1.0', true);
                    wp_localize_script('memberferry', 'memberferry', [
                        'url' => admin_url('admin-ajax.php'),
                        'nonce' => wp_create_nonce(Guard::action('tick')),
                        'lost' => __('The connection is lost. The move goes on by itself; this page tries again.', 'memberferry'),
                    ]);
                }
            });
        });
        add_action('admin_notices', static function (): void {
            if (Maintenance::isOn() && current_user_can(Plugin::CAPABILITY)) {
                printf(
                    '<div class="notice notice-warning"><p>%s <a href="%s">Memberferry</a></p></div>',
                    esc_html__('Visitors are kept out: the site is in maintenance mode.', 'memberferry'),
                    esc_url(self::url('run')),
                );
            }
        });
    }

    /** The address of a step. */
    public static function url(string $step = ''): string
    {
        return add_query_arg(array_filter(['page' => self::PAGE, 'step' => $step]), admin_url('tools.php'));
    }

    /** @return array<string, array{string, \Closure(?Move): void}> */
    private static function steps(): array
    {
        return [
            'site' => [__('1. Site', 'memberferry'), Steps\Site::show(...)],
            'export' => [__('2. Export', 'memberferry'), Steps\Export::show(...)],
            'checklist' => [__('3. Checklist', 'memberferry'), Steps\Checklist::show(...)],
            'plan' => [__('4. Plan', 'memberferry'), Steps\Plan::show(...)],
            'run' => [__('5. Run', 'memberferry'), Steps\Run::show(...)],
            'proof' => [__('6. Proof', 'memberferry'), Steps\Proof::show(...)],
        ];
    }

    private static function show(): void
    {
        if (!current_user_can(Plugin::CAPABILITY)) {
            return;
        }
        $move = Move::current();
        $steps = self::steps();
        $asked = is_string($_GET['step'] ?? null) ? $_GET['step'] : '';
        $step = isset($steps[$asked]) ? $asked : self::next($move);
        echo '<div class="wrap"><h1>Memberferry</h1>';
        self::said();
        printf('<nav class="nav-tab-wrapper" aria-label="%s">', esc_attr__('Steps of the move', 'memberferry'));
        foreach ($steps as $name => [$label]) {
            $here = $name === $step;
            printf('<a class="nav-tab%s" href="%s"%s>%s</a>', $here ? ' nav-tab-active' : '', esc_url(self::url($name)), $here ? ' aria-current="step"' : '', esc_html($label));
        }
        echo '</nav>';
        try {
            $steps[$step][1]($move);
        } catch (\Throwable $error) {
            Html::notice('error', Problem::text($error));
        }
        echo '</div>';
    }

    /** The step that is to be taken next. */
    private static function next(?Move $move): string
    {
        return match (true) {
            !SiteStore::isThere() => 'site',
            $move === null => 'export',
            $move->get('startedAt') !== null && !$move->isUnderWay() => 'proof',
            $move->get('startedAt') !== null, $move->get('approved') !== null => 'run',
            $move->get('digest') !== null => 'plan',
            default => 'checklist',
        };
    }

    /** Keeps what is to be said on the next page. */
    public static function say(string $kind, string $text): void
    {
        set_transient('memberferry_said_' . get_current_user_id(), [$kind, $text], 300);
    }

    private static function said(): void
    {
        $name = 'memberferry_said_' . get_current_user_id();
        $said = get_transient($name);
        if (is_array($said)) {
            delete_transient($name);
            printf('<div class="notice notice-%s" role="status"><p>%s</p></div>', esc_attr($said[0]), esc_html(ucfirst($said[1])));
        }
    }
}
