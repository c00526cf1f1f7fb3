<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * Whether visitors are kept out while members are moved. WordPress's own maintenance file would shut out the person who watches the move and
 * the ticks that carry it on, so this one leaves them in: administrators, the login page, and cron.
 */
final class Maintenance
{
    /** Other hosts that move members into this site's database set the same option. */
    private const OPTION = 'memberferry_maintenance';

    public static function hook(): void
    {
        if (get_option(self::OPTION) === 'on') {
            add_action('init', self::keepOut(...), 0);
        }
    }

    public static function isOn(): bool
    {
        return get_option(self::OPTION) === 'on';
    }

    public static function set(bool $isOn): void
    {
        global $wpdb;
        $into = "INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'yes')";
        Tables::run("{$into} ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)", self::OPTION, $isOn ? 'on' : 'off');
        wp_cache_delete('alloptions', 'options');
        wp_cache_delete('notoptions', 'options');
        wp_cache_delete(self::OPTION, 'options');
    }

    private static function keepOut(): void
    {
        $isLogin = ($GLOBALS['pagenow'] ?? '') === 'wp-login.php';
        // A REST request may carry an application password, which is looked at later.
        $isApplication = isset($_SERVER['PHP_AUTH_USER']) || isset($_SERVER['HTTP_AUTHORIZATION']);
        if (PHP_SAPI === 'cli' || wp_doing_cron() || $isLogin || current_user_can(Plugin::CAPABILITY)) {
            return;
        }
        if ($isApplication) {
            add_filter('rest_pre_dispatch', static fn ($result) => current_user_can(Plugin::CAPABILITY)
                ? $result
                : new \WP_Error('maintenance', __('The site is in maintenance mode.', 'memberferry'), ['status' => 503]));
            add_action('template_redirect', self::refuse(...), 0);

            return;
        }
        self::refuse();
    }

    private static function refuse(): void
    {
        // Visitors are WordPress's clock. They are kept out, and the move goes on all the same.
        if (!defined('DISABLE_WP_CRON') || !DISABLE_WP_CRON) {
            spawn_cron();
        }
        if (!headers_sent()) {
            header('Retry-After: 600');
        }
        nocache_headers();
        wp_die(
            esc_html__('We are moving house and will be back in a few minutes.', 'memberferry'),
            esc_html__('Maintenance', 'memberferry'),
            ['response' => 503],
        );
    }
}
