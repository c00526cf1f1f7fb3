<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Record\SiteDocument;

/**
 * Moves membership sites safely: read, check, plan, apply, prove.
 *
 *     $intake = Memberferry::readContacts('keap-export.csv');
 *     echo count($intake->contacts), ' people, ', count($intake->issues), " issues\n";
 *
 * What is large stays in Rust, behind handles: `Contacts`, `Site`, `Snapshot`, `Plan`, `Run`. What is small are records, values that cannot be
 * changed; wherever one is taken, an array in the form of the wire (camelCase keys, as in a site document) is taken as well. What is refused
 * is an exception of its area, with a stable `code`; what the operating system refuses is a `FileException`.
 */
final class Memberferry
{
    use Functions\Checking;
    use Functions\Moving;
    use Functions\OfSites;
    use Functions\Reading;

    /** The version of the extension, which is that of this package. */
    public static function version(): string
    {
        return Native\version();
    }

    /**
     * What an operation gives: handles are lent to it, anything else stands in its request.
     *
     * @param array<string, mixed> $request
     * @param Site|SiteDocument|array<string, mixed>|null $site
     * @param Contacts|array<mixed>|null $contacts
     * @param Snapshot|array<mixed>|null $users
     */
    private static function ask(
        string $operation,
        #[\SensitiveParameter] array $request,
        Site|SiteDocument|array|null $site = null,
        Contacts|array|null $contacts = null,
        Snapshot|array|null $users = null,
        ?Plan $plan = null,
    ): mixed {
        $spelled = ['site' => $site, 'contacts' => $contacts, 'users' => $users];
        $request += array_filter($spelled, static fn ($value) => !$value instanceof Handle);

        return Wire::call(
            $operation,
            $request,
            $site instanceof Site ? $site->handle() : null,
            $contacts instanceof Contacts ? $contacts->handle() : null,
            $users instanceof Snapshot ? $users->handle() : null,
            $plan?->handle(),
        );
    }

    /**
     * A site as a document, for operations that take several.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @return SiteDocument|array<string, mixed>
     */
    private static function document(Site|SiteDocument|array $site): SiteDocument|array
    {
        return $site instanceof Site ? $site->document() : $site;
    }
}
