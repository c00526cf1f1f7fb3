<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * Guards posts: whoever may not see one is sent elsewhere, and nothing of it comes out by a list, a feed, a search or the REST API. Who may, the
 * library decides; where something is wrong, nobody may.
 */
final class Protection
{
    /** Where those who are denied are sent, where the page itself does not say: `login`, `upsell` and `not-yet`, each an address. */
    public const REDIRECTS = 'memberferry_redirects';

    /** @var array<string, Access> */
    private static array $decided = [];

    public static function hook(): void
    {
        add_action('template_redirect', self::guard(...), 5);
        foreach (['the_content', 'the_content_feed', 'the_excerpt', 'the_excerpt_rss'] as $filter) {
            add_filter($filter, static fn ($content) => self::content($content, (int) get_the_ID()), PHP_INT_MAX);
        }
        add_filter('get_the_excerpt', static fn ($excerpt, $post) => self::content($excerpt, $post->ID), PHP_INT_MAX, 2);
        add_filter('comments_array', static fn ($comments, $post) => self::isOpen((int) $post) ? $comments : [], 10, 2);
        add_action('rest_api_init', static function (): void {
            foreach (get_post_types(['show_in_rest' => true]) as $type) {
                add_filter("rest_prepare_{$type}", self::rest(...), PHP_INT_MAX, 3);
            }
        });
        add_filter('oembed_response_data', static fn ($data, $post) => self::isOpen($post->ID) ? $data : array_diff_key((array) $data, ['description' => 1, 'html' => 1]), 10, 2);
    }

    /** Where the library cannot be asked: what is guarded is shut to everybody but those who edit it. */
    public static function hookShut(): void
    {
        if (get_option(SiteStore::POSTS, []) === []) {
            return;
        }
        add_action('template_redirect', static function (): void {
            if (is_singular() && SiteStore::pageOf((int) get_queried_object_id()) !== null && !current_user_can('edit_posts')) {
                wp_die(esc_html__('This page cannot be shown at the moment.', 'memberferry'), '', ['response' => 503]);
            }
        }, 5);
        $blank = static fn ($content) => SiteStore::pageOf((int) get_the_ID()) === null || current_user_can('edit_posts') ? $content : '';
        foreach (['the_content', 'the_content_feed', 'the_excerpt', 'the_excerpt_rss'] as $filter) {
            add_filter($filter, $blank, PHP_INT_MAX);
        }
        add_filter('rest_request_before_callbacks', static fn ($response, $handler, $request) => str_starts_with($request->get_route(), '/wp/v2/') && !current_user_can('edit_posts')
            ? new \WP_Error('unavailable', 'not available at the moment', ['status' => 503])
            : $response, 10, 3);
    }

    /** Whether the person in front of this request may see a post. */
    public static function isOpen(int $post): bool
    {
        try {
            return self::current($post)?->allowed ?? true;
        } catch (\Throwable) {
            return false;
        }
    }

    private static function current(int $post): ?Access
    {
        $around = Access::around($post);
        if ($around === null) {
            return null;
        }
        $user = wp_get_current_user();
        $key = "{$post} {$user->ID}";

        return self::$decided[$key] ??= Access::within($around, $user);
    }

    private static function guard(): void
    {
        if (!is_singular()) {
            return;
        }
        $post = (int) get_queried_object_id();
        try {
            $decision = self::current($post);
        } catch (\Throwable $error) {
            self::forbidCaching();
            do_action('memberferry_undecided', $post, $error);
            wp_die(esc_html__('This page cannot be shown at the moment.', 'memberferry'), '', ['response' => 503]);
        }
        if ($decision === null) {
            return;
        }
        self::forbidCaching();
        if ($decision->allowed) {
            return;
        }
        $to = self::elsewhere($decision, $post);
        if ($to !== null) {
            wp_redirect($to, 302, 'Memberferry');
            exit;
        }
        wp_die(esc_html(self::words($decision)), '', ['response' => 403, 'back_link' => true]);
    }

    /** What one person may see is kept by no cache for the next. */
    private static function forbidCaching(): void
    {
        nocache_headers();
        defined('DONOTCACHEPAGE') || define('DONOTCACHEPAGE', true);
    }

    /** Where somebody who is denied is sent. */
    private static function elsewhere(Access $decision, int $post): ?string
    {
        $own = array_filter((array) get_option(self::REDIRECTS, []), is_string(...));
        $case = match (true) {
            $decision->reason === 'login-required' => 'login',
            $decision->opensAt !== null => 'not-yet',
            default => 'upsell',
        };
        $to = $decision->redirect ?? ($own[$case] ?? '');
        if ($to === '') {
            return $case === 'login' ? wp_login_url((string) get_permalink($post)) : null;
        }
        $to = str_starts_with($to, '/') && !str_starts_with($to, '//') ? home_url($to) : $to;
        $here = untrailingslashit((string) get_permalink($post));

        // A page that sends people to itself would do so for ever.
        return untrailingslashit(strtok($to, '?#') ?: $to) === $here ? null : $to;
    }

    /** What is said where a page would stand. */
    public static function words(Access $decision): string
    {
        return match (true) {
            $decision->reason === 'login-required' => __('Log in to see this page.', 'memberferry'),
            $decision->opensAt !== null => sprintf(
                /* translators: %s: a date and time */
                __('This page opens for you on %s.', 'memberferry'),
                Shortcodes::moment($decision->opensAt),
            ),
            default => __('This page is not part of what you have.', 'memberferry'),
        };
    }

    private static function content(mixed $content, int $post): mixed
    {
        if ($post === 0 || self::isOpen($post)) {
            return $content;
        }
        try {
            $decision = self::current($post);
        } catch (\Throwable) {
            return '';
        }

        return $decision === null ? $content : '<p>' . esc_html(self::words($decision)) . '</p>';
    }

    private static function rest(\WP_REST_Response $response, \WP_Post $post, \WP_REST_Request $request): \WP_REST_Response
    {
        if ($request['context'] === 'edit' || self::isOpen($post->ID)) {
            return $response;
        }
        $data = $response->get_data();
        foreach (['content', 'excerpt'] as $field) {
            if (isset($data[$field])) {
                $data[$field] = ['rendered' => '', 'protected' => true];
            }
        }
        $response->set_data($data);

        return $response;
    }
}
