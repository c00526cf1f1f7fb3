<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Native;

/**
 * Whether somebody may see a post, as the library decides it. It is asked by the extension's own functions, JSON for JSON: this runs with every
 * request for a guarded page, and the records of the package would cost more than the decision. For the same reason the names of what is read
 * with every request stand here: what writes it need not be loaded to read it.
 */
final class Access
{
    /** The option with the site document without its pages, as JSON. */
    public const SITE = 'memberferry_site';
    /** The page that a post is, as JSON: post meta. */
    public const PAGE = '_memberferry_page';
    /** The same with the pages that it lies under, all that a decision about it can ask for: made of the others whenever one of them changes. */
    public const AROUND = '_memberferry_around';

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
        $around = self::around($post);

        return $around === null ? null : self::within($around, $user);
    }

    /**
     * The id of the page that a post is, and the JSON of it with those that it lies under. Nothing, where the post is not guarded.
     *
     * @return ?array{page: string, pages: string}
     */
    public static function around(int $post): ?array
    {
        $around = get_post_meta($post, self::AROUND, true);
        if (is_array($around)) {
            return $around;
        }

        return get_post_meta($post, self::PAGE, true) === '' ? null : throw new \UnexpectedValueException('the pages around this one are not known');
    }

    /**
     * The decision about a page that is guarded.
     *
     * @param array{page: string, pages: string} $around
     */
    public static function within(array $around, \WP_User $user): self
    {
        $asked = ['page' => $around['page'], 'at' => gmdate('Y-m-d\TH:i:s\Z')];
        if ($user->exists()) {
            $asked['user'] = Visitor::document($user);
        }
        // The same few documents come with every request: this process has most likely read this one.
        $decided = self::ask(Native\Site::kept(self::document($around['pages'])), 'access.decide-user', $asked);

        return new self(
            $decided->allowed,
            $decided->reason,
            $decided->redirect ?? null,
            isset($decided->opensAt) ? new \DateTimeImmutable($decided->opensAt) : null,
            isset($decided->closesAt) ? new \DateTimeImmutable($decided->closesAt) : null,
        );
    }

    /** The site document with some pages: themselves JSON, with commas between them. */
    public static function document(string $pages): string
    {
        return substr((string) get_option(self::SITE, ''), 0, -1) . ',"pages":[' . $pages . ']}';
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
