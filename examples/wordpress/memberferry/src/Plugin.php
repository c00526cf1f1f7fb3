<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** What the plugin hooks into WordPress: the table of contents of everything beside it. Holds no rule of the domain, as nothing here does. */
final class Plugin
{
    /** Whoever may move members. */
    public const CAPABILITY = 'manage_options';

    public static string $file = '';

    public static function start(string $file): void
    {
        self::$file = $file;
        register_activation_hook($file, self::activate(...));
        register_deactivation_hook($file, self::deactivate(...));
        $lack = self::lack() ?? (self::isForVisitors() ? null : self::lackOfPackage());
        if ($lack !== null) {
            add_action('admin_notices', static function () use ($lack): void {
                printf('<div class="notice notice-error"><p>Memberferry: %s</p></div>', esc_html($lack));
            });
            // Pages that were guarded stay shut, whatever is wrong with the server.
            Protection::hookShut();

            return;
        }
        Maintenance::hook();
        Protection::hook();
        Shortcodes::hook();
        Drip::hook();
        Ticks::hook();
        add_action('rest_api_init', static function (): void {
            if (self::lackOfPackage() === null) {
                Rest\Target::register();
            }
            Rest\Access::register();
        });
        if (is_admin()) {
            Admin\Wizard::hook();
            Admin\Actions::hook();
            Admin\PageRules::hook();
        }
    }

    /** What keeps pages from being guarded here, if anything does. */
    public static function lack(): ?string
    {
        return match (true) {
            !extension_loaded('memberferry') => __('the PHP extension `memberferry` is not loaded. Ask whoever runs the server to add it.', 'memberferry'),
            is_multisite() => __('a network of sites is not supported yet. Nothing is done here.', 'memberferry'),
            default => null,
        };
    }

    /** What keeps members from being moved here, where pages can be guarded. */
    public static function lackOfPackage(): ?string
    {
        return class_exists(\Memberferry\Memberferry::class) ? null : __('the package `memberferry/memberferry` is missing. Run `composer install` in the folder of the plugin.', 'memberferry');
    }

    /** Whether this is a request as visitors make it: a decision needs the extension alone, and the package would be loaded for nothing. */
    private static function isForVisitors(): bool
    {
        return !is_admin() && !wp_doing_cron() && PHP_SAPI !== 'cli';
    }

    public static function activate(): void
    {
        Tables::make();
        Drip::schedule();
    }

    public static function deactivate(): void
    {
        Ticks::unschedule();
        Drip::unschedule();
    }
}
