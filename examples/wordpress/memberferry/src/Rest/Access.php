<?php

declare(strict_types=1);

namespace MemberferryPlugin\Rest;

use MemberferryPlugin\Access as Decision;
use MemberferryPlugin\SiteStore;

/**
 * `GET memberferry/v1/access?page=…`: whether the person who asks may see a page, for a front end of another kind. It answers about nobody else,
 * and tells nothing of the rules.
 */
final class Access
{
    public static function register(): void
    {
        register_rest_route('memberferry/v1', '/access', [
            'methods' => 'GET',
            'permission_callback' => '__return_true',
            'callback' => self::answer(...),
            'args' => ['page' => ['required' => true, 'validate_callback' => static fn ($page) => is_string($page) && strlen($page) <= 200]],
        ]);
    }

    private static function answer(\WP_REST_Request $request): \WP_REST_Response|\WP_Error
    {
        $post = SiteStore::postOf((string) $request['page']) ?: (ctype_digit($request['page']) ? (int) $request['page'] : 0);
        $decision = null;
        if ($post !== 0 && get_post_status($post) === 'publish') {
            try {
                $decision = Decision::to($post, wp_get_current_user());
            } catch (\Throwable) {
                return new \WP_Error('memberferry_undecided', 'it cannot be decided at the moment', ['status' => 503]);
            }
        }
        if ($decision === null) {
            return new \WP_Error('memberferry_unknown', 'no such page is guarded', ['status' => 404]);
        }
        $answer = new \WP_REST_Response(array_filter([
            'allowed' => $decision->allowed,
            'reason' => $decision->reason,
            'opensAt' => $decision->opensAt?->format(DATE_RFC3339),
            'closesAt' => $decision->closesAt?->format(DATE_RFC3339),
            'redirect' => $decision->allowed ? null : $decision->redirect,
        ], static fn ($value) => $value !== null));
        $answer->header('Cache-Control', 'private, no-store');

        return $answer;
    }
}
