<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * `[memberferry_opens offering="…" module="…"]` and `[memberferry_opens page="…"]`: when something opens for the person who reads it. With
 * `open="…"` and `never="…"` other words for what is open, and for what no clock opens.
 */
final class Shortcodes
{
    public static function hook(): void
    {
        add_shortcode('memberferry_opens', self::opens(...));
    }

    /** An instant as the site writes dates and times. */
    public static function moment(\DateTimeInterface $at): string
    {
        return wp_date(get_option('date_format') . ', ' . get_option('time_format'), $at->getTimestamp()) ?: $at->format('Y-m-d H:i');
    }

    /** @param array<string, string>|string $attributes */
    private static function opens(array|string $attributes): string
    {
        $asked = shortcode_atts([
            'offering' => '',
            'module' => '',
            'page' => '',
            'open' => __('open now', 'memberferry'),
            'never' => '',
        ], (array) $attributes, 'memberferry_opens');
        try {
            $said = $asked['page'] !== '' ? self::ofPage($asked['page']) : self::ofModule($asked['offering'], $asked['module']);
        } catch (\Throwable) {
            // Where it cannot be told, nothing is.
            return '';
        }

        return match (true) {
            $said === true => esc_html($asked['open']),
            $said === null => esc_html($asked['never']),
            default => sprintf('<time datetime="%s">%s</time>', esc_attr($said->format('c')), esc_html(self::moment($said))),
        };
    }

    private static function ofPage(string $page): \DateTimeInterface|true|null
    {
        $post = SiteStore::postOf($page) ?: (int) $page;
        $decision = Access::to($post, wp_get_current_user());

        return $decision === null || $decision->allowed ? true : $decision->opensAt;
    }

    private static function ofModule(string $offering, string $module): \DateTimeInterface|true|null
    {
        $user = wp_get_current_user();
        $enrolled = $user->exists() ? Users::enrolled(Visitor::document($user)) : ['enrollments' => [], 'facts' => []];
        foreach ($enrolled['enrollments'] as $enrollment) {
            if ($enrollment['offering'] !== $offering) {
                continue;
            }
            $releases = SiteStore::offerings()->releaseSchedule($enrollment, new \DateTimeImmutable(), $enrolled['facts']);
            foreach ($releases as $release) {
                if ($release->module === $module) {
                    return $release->state->value === 'open' ? true : $release->opensAt;
                }
            }
        }

        return null;
    }
}
