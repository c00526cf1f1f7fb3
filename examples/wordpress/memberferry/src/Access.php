<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Native;

/**
 * Whether somebody may see a post, as the library decides it. It is asked by the extension's own functions, JSON for JSON: this runs with every
 * request for a guarded page, and the records of the package would cost more than the decision.
 */
final class Access
{
    private function __construct(
        public readonly bool $allowed,
        /** Why, by the library's name of the reason. */
        public readonly string $reason,
        public readonly ?string $redirect,
        /** From when on the clock alone lets them in, and from when on it shuts them out. */
        public readonly ?\DateTimeImmutable $opensAt,
        public readonly ?\DateTimeImmutable $closesAt,
    ) {
    }

    /**
     * Nothing, where the post is not guarded.
     *
     * @throws \Throwable Where it cannot be decided: nobody may see it then.
     */
    public static function to(int $post, \WP_User $user): ?self
    {
        $page = SiteStore::pageOf($post);
        if ($page === null) {
            return null;
        }
        $asked = ['page' => json_decode($page, false, 512, JSON_THROW_ON_ERROR)->id, 'at' => gmdate('Y-m-d\TH:i:s\Z')];
        if ($user->exists()) {
            $asked['user'] = Visitor::document($user);
        }
        // The same few documents come with every request: this process has most likely read this one.
        $decided = self::ask(Native\Site::kept(SiteStore::around($post)), 'access.decide-user', $asked);

        return new self(
            $decided->allowed,
            $decided->reason,
            $decided->redirect ?? null,
            isset($decided->opensAt) ? new \DateTimeImmutable($decided->opensAt) : null,
            isset($decided->closesAt) ? new \DateTimeImmutable($decided->closesAt) : null,
        );
    }

    /**
     * What an operation gives.
     *
     * @param array<string, mixed> $request
     */
    private static function ask(Native\Site $site, string $operation, array $request): \stdClass
    {
        $json = json_encode($request, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
        $reply = Native\call($operation, $json, $site);

        return json_decode($reply, false, 512, JSON_THROW_ON_ERROR)->ok ?? throw new \UnexpectedValueException($reply);
    }
}
