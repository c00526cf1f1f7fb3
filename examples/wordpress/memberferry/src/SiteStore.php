<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Site;

/**
 * The site document: what is sold or given stands in an option, what guards a post in the post's meta, and pages that are no post yet in
 * another option. Whether it can be used, the library says.
 */
final class SiteStore
{
    /** Pages of the document that no post is. */
    public const UNMATCHED = 'memberferry_pages';
    /** From a page's id to its post. */
    public const POSTS = 'memberferry_posts';

    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION;

    /** Whether there is a document. */
    public static function isThere(): bool
    {
        return get_option(Access::SITE, '') !== '';
    }

    /** The whole document as JSON. */
    public static function json(): string
    {
        $pages = array_map(static fn ($page) => json_encode($page, self::FLAGS), self::unmatched());
        foreach (self::posts() as $post) {
            $page = self::pageOf($post);
            if ($page !== null) {
                $pages[] = $page;
            }
        }

        return self::with($pages);
    }

    public static function site(): Site
    {
        if (!self::isThere()) {
            throw new Refused(__('there is no site document yet.', 'memberferry'));
        }

        return Site::load(self::json());
    }

    /** Writes for each post what its page lies under. */
    private static function tie(): void
    {
        $posts = self::posts();
        foreach ($posts as $post) {
            $pages = [];
            for ($at = $post; $at !== 0 && !isset($pages[$at]) && ($page = self::pageOf($at)) !== null; $at = (int) ($posts[json_decode($page)->parent ?? ''] ?? 0)) {
                $pages[$at] = $page;
            }
            if ($pages !== []) {
                $around = ['page' => json_decode($pages[$post], false, 512, JSON_THROW_ON_ERROR)->id, 'pages' => implode(',', $pages)];
                update_post_meta($post, Access::AROUND, wp_slash($around));
            }
        }
    }

    /** The document without any page: what schedules ask for. */
    public static function offerings(): Site
    {
        return Site::load(self::with([]));
    }

    /** The page that a post is, as JSON; nothing, where it is not guarded. */
    public static function pageOf(int $post): ?string
    {
        $page = get_post_meta($post, Access::PAGE, true);

        return is_string($page) && $page !== '' ? $page : null;
    }

    /** The post that a page is. */
    public static function postOf(string $page): int
    {
        return (int) (self::posts()[$page] ?? 0);
    }

    /**
     * Takes a document over: pages whose address is that of a post here become rules of that post, and those that guarded a post before go on
     * to.
     *
     * @return array{matched: int, unmatched: int}
     */
    public static function replace(string $json): array
    {
        Site::load($json);
        $object = json_decode($json, false, 512, JSON_THROW_ON_ERROR);
        $before = self::posts();
        $posts = [];
        $unmatched = [];
        foreach ($object->pages ?? [] as $page) {
            $post = isset($page->url) ? self::postAt((string) $page->url) : 0;
            // A post whose address was changed stays guarded.
            if ($post === 0 && isset($before[$page->id]) && get_post($before[$page->id]) !== null) {
                $post = $before[$page->id];
            }
            if ($post === 0 || in_array($post, $posts, true)) {
                $unmatched[] = $page;
                continue;
            }
            $posts[$page->id] = $post;
            update_post_meta($post, Access::PAGE, wp_slash(json_encode($page, self::FLAGS)));
        }
        // Only now: nobody gets to see what is guarded before and after.
        foreach (array_diff($before, $posts) as $post) {
            delete_post_meta($post, Access::PAGE);
            delete_post_meta($post, Access::AROUND);
        }
        unset($object->pages);
        update_option(Access::SITE, json_encode($object, self::FLAGS), true);
        update_option(self::UNMATCHED, json_encode($unmatched, self::FLAGS), false);
        update_option(self::POSTS, $posts, true);
        self::tie();

        return ['matched' => count($posts), 'unmatched' => count($unmatched)];
    }

    /** Guards a post by a page, or by nothing. A page that makes the document one that cannot be used is refused, and nothing is changed. */
    public static function guard(int $post, ?\stdClass $page): void
    {
        $posts = self::posts();
        $before = array_search($post, $posts, true);
        $pages = self::unmatched();
        foreach ($posts as $other) {
            $json = $other === $post ? null : self::pageOf($other);
            if ($json !== null) {
                $pages[] = json_decode($json, false, 512, JSON_THROW_ON_ERROR);
            }
        }
        if ($page !== null) {
            $pages[] = $page;
        }
        Site::load(self::with(array_map(static fn ($each) => json_encode($each, self::FLAGS), $pages)));
        if ($before !== false) {
            unset($posts[$before]);
        }
        if ($page === null) {
            delete_post_meta($post, Access::PAGE);
            delete_post_meta($post, Access::AROUND);
        } else {
            $posts[$page->id] = $post;
            update_post_meta($post, Access::PAGE, wp_slash(json_encode($page, self::FLAGS)));
        }
        update_option(self::POSTS, $posts, true);
        self::tie();
    }

    /** @return array<string, int> */
    private static function posts(): array
    {
        $posts = get_option(self::POSTS, []);

        return is_array($posts) ? $posts : [];
    }

    /** @return list<\stdClass> */
    private static function unmatched(): array
    {
        return json_decode((string) get_option(self::UNMATCHED, '[]'), false, 512, JSON_THROW_ON_ERROR);
    }

    private static function postAt(string $url): int
    {
        $address = str_starts_with($url, '/') ? home_url($url) : $url;
        $post = url_to_postid($address);
        if ($post === 0) {
            $found = get_page_by_path((string) wp_parse_url($address, PHP_URL_PATH), OBJECT, ['page', 'post']);
            $post = $found instanceof \WP_Post ? $found->ID : 0;
        }

        return $post;
    }

    /** @param list<string> $pages Each as JSON. */
    private static function with(array $pages): string
    {
        return Access::document(implode(',', $pages));
    }
}
