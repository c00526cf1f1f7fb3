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
        $site = new Native\Site(SiteStore::around($post));
        $at = gmdate('Y-m-d\TH:i:s\Z');
        $member = $user->exists() ? self::ask($site, 'access.member-of', '{"user":' . self::json(Visitor::document($user)) . ",\"at\":\"{$at}\"}") : '{}';
        $page = self::json(json_decode($page)->id);
        $decided = json_decode(self::ask($site, 'access.decide', "{\"member\":{$member},\"page\":{$page},\"at\":\"{$at}\"}"));

        return new self(
            $decided->allowed,
            $decided->reason,
            $decided->redirect ?? null,
            isset($decided->opensAt) ? new \DateTimeImmutable($decided->opensAt) : null,
            isset($decided->closesAt) ? new \DateTimeImmutable($decided->closesAt) : null,
        );
    }

    /** What an operation gives, as JSON. */
    private static function ask(Native\Site $site, string $operation, string $request): string
    {
        $reply = Native\call($operation, $request, $site);

        return str_starts_with($reply, '{"ok":') ? substr($reply, 6, -1) : throw new \UnexpectedValueException($reply);
    }

    private static function json(mixed $value): string
    {
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
    }
}
