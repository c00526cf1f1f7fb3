<?php

declare(strict_types=1);

namespace Memberferry\Functions;

use Memberferry\Contacts;
use Memberferry\Handle;
use Memberferry\Plan;
use Memberferry\Record\SiteDocument;
use Memberferry\Site;
use Memberferry\Snapshot;
use Memberferry\Wire;

/**
 * Requests of which some parts may be handles.
 *
 * @internal
 */
final class Request
{
    /**
     * What an operation gives: handles are lent to it, anything else stands in its request.
     *
     * @param array<string, mixed> $request
     * @param Site|SiteDocument|array<string, mixed>|null $site
     * @param Contacts|array<mixed>|null $contacts
     * @param Snapshot|array<mixed>|null $users
     */
    public static function ask(
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
    public static function document(Site|SiteDocument|array $site): SiteDocument|array
    {
        return $site instanceof Site ? $site->document() : $site;
    }
}
