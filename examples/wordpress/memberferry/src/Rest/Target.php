<?php

declare(strict_types=1);

namespace MemberferryPlugin\Rest;

use MemberferryPlugin\Plugin;
use MemberferryPlugin\Problem;
use MemberferryPlugin\Refused;
use MemberferryPlugin\Target as Site;
use MemberferryPlugin\Users;

/**
 * The endpoint for hosts that move members from outside, such as `memberferry apply`: who is here, whether a plan was begun here, and batches of
 * operations. For administrators, by an application password.
 */
final class Target
{
    private const LONGEST_PAGE = 500;
    private const LARGEST_BATCH = 1_000;

    public static function register(): void
    {
        $route = static function (string $path, string $method, \Closure $answer, array $arguments = []): void {
            register_rest_route('memberferry/v1', $path, [
                'methods' => $method,
                'permission_callback' => static fn () => current_user_can(Plugin::CAPABILITY),
                'callback' => static fn (\WP_REST_Request $request) => self::guarded($answer, $request),
                'args' => $arguments,
            ]);
        };
        $number = static fn ($value) => is_string($value) && ctype_digit($value);
        $route('/users', 'GET', self::users(...), [
            'after' => ['default' => '0', 'validate_callback' => $number],
            'limit' => ['default' => '200', 'validate_callback' => $number],
        ]);
        $route('/plans/(?P<digest>[0-9a-f]{64})', 'GET', static fn ($request) => ['known' => Site::knows($request['digest'])]);
        $route('/batches', 'POST', self::batch(...));
    }

    /** @return array{users: list<\stdClass>, next: ?string} */
    private static function users(\WP_REST_Request $request): array
    {
        $limit = max(1, min((int) $request['limit'], self::LONGEST_PAGE));
        $page = Users::page((int) $request['after'], $limit + 1);
        $next = count($page) > $limit ? $page[$limit - 1]->id : null;
        $users = array_filter(array_slice($page, 0, $limit), static fn ($user) => Users::isAddress($user->email));

        return ['users' => array_values($users), 'next' => $next];
    }

    /** @return array{outcomes: list<array<string, mixed>>} */
    private static function batch(\WP_REST_Request $request): array
    {
        // Objects stay objects, even empty ones.
        $body = json_decode($request->get_body(), false, 64, JSON_THROW_ON_ERROR);
        $operations = $body->operations ?? null;
        $plan = $body->plan ?? '';
        if (!is_array($operations) || !is_string($plan) || preg_match('/\A[0-9a-f]{64}\z/', $plan) !== 1) {
            throw new Refused('a batch has a `plan` and `operations`');
        }
        if (count($operations) > self::LARGEST_BATCH) {
            throw new Refused('a batch has at most ' . self::LARGEST_BATCH . ' operations');
        }
        foreach ($operations as $operation) {
            if (!is_string($operation->id ?? null) || !is_string($operation->kind ?? null) || preg_match('/\A[0-9a-f-]{36}\z/', $operation->id) !== 1) {
                throw new Refused('an operation has an `id` and a `kind`');
            }
        }
        $passwords = $body->passwords ?? new \stdClass();
        $outcomes = Site::perform($plan, $operations, ($body->hasBackup ?? false) === true, static function ($operation) use ($passwords): ?array {
            $password = $passwords->{$operation->id} ?? null;

            return isset($password->kind, $password->secret) ? ['kind' => (string) $password->kind, 'secret' => (string) $password->secret] : null;
        });

        wp_maybe_update_user_counts();

        return ['outcomes' => $outcomes];
    }

    private static function guarded(\Closure $answer, \WP_REST_Request $request): \WP_REST_Response|\WP_Error
    {
        try {
            return new \WP_REST_Response($answer($request));
        } catch (Refused | \JsonException $error) {
            return new \WP_Error('memberferry_refused', $error instanceof Refused ? $error->getMessage() : 'the body is no JSON', ['status' => 400]);
        } catch (\Throwable $error) {
            return new \WP_Error('memberferry_failed', Problem::text($error), ['status' => 500]);
        }
    }
}
