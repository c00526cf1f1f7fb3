<?php

declare(strict_types=1);

namespace Memberferry\Functions;

use Memberferry\Record\AcceptedLoss;
use Memberferry\Record\Automation;
use Memberferry\Record\BillingAnswer;
use Memberferry\Record\BillingOptions;
use Memberferry\Record\BillingSource;
use Memberferry\Record\Blueprint;
use Memberferry\Record\CompareAnswer;
use Memberferry\Record\ComparedMember;
use Memberferry\Record\ContactHistory;
use Memberferry\Record\Crm;
use Memberferry\Record\DripBy;
use Memberferry\Record\EnrolledMember;
use Memberferry\Record\Environment;
use Memberferry\Record\Issue;
use Memberferry\Record\NextRelease;
use Memberferry\Record\PageMatching;
use Memberferry\Record\SetupAnswer;
use Memberferry\Record\SiteDocument;
use Memberferry\Record\Timeline;
use Memberferry\Record\TranslateAnswer;
use Memberferry\Record\WebhookFate;
use Memberferry\Site;
use Memberferry\Wire;

/**
 * What can be asked of a site: wherever one is taken, it may be a `Site` or a document.
 *
 * @internal
 */
trait OfSites
{
    /**
     * Who gains and who loses which page between two sites, from an instant until another, with the reasons of both sides.
     *
     * @param Site|SiteDocument|array<string, mixed> $before
     * @param Site|SiteDocument|array<string, mixed> $after
     * @param iterable<ComparedMember|array<string, mixed>> $members
     * @param PageMatching|array<string, mixed>|null $matching
     * @param ?iterable<AcceptedLoss|array<string, mixed>> $accepted
     */
    public static function compareAccess(
        Site|SiteDocument|array $before,
        Site|SiteDocument|array $after,
        iterable $members,
        \DateTimeInterface $from,
        \DateTimeInterface $until,
        PageMatching|array|null $matching = null,
        ?iterable $accepted = null,
    ): CompareAnswer {
        return Wire::call('access.compare', [
            'before' => Request::document($before),
            'after' => Request::document($after),
            'members' => $members,
            'from' => $from,
            'until' => $until,
            'matching' => $matching,
            'accepted' => $accepted,
        ]);
    }

    /**
     * The automation of a CRM (`kit`, `keap`, `ontraport`, `activecampaign`, `drip`) that delivers an offering.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     */
    public static function blueprint(
        Site|SiteDocument|array $site,
        string $offering,
        Crm|string $crm,
        DripBy|string|null $drip = null,
    ): Blueprint {
        return Request::ask('automation.blueprint', ['offering' => $offering, 'crm' => $crm, 'drip' => $drip], site: $site);
    }

    /**
     * What is wrong with an automation, the whole first, then by step.
     *
     * @param Automation|array<string, mixed> $automation
     * @param Site|SiteDocument|array<string, mixed> $site
     * @return list<Issue>
     */
    public static function lint(Automation|array $automation, Site|SiteDocument|array $site): array
    {
        return Request::ask('automation.lint', ['automation' => $automation], site: $site)->issues;
    }

    /**
     * What an automation does to a contact, hour by hour, as data.
     *
     * @param Automation|array<string, mixed> $automation
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param ContactHistory|array<string, mixed> $contact
     */
    public static function simulate(
        Automation|array $automation,
        Site|SiteDocument|array $site,
        ContactHistory|array $contact,
        ?string $timezone = null,
    ): Timeline {
        $request = ['automation' => $automation, 'contact' => $contact, 'timezone' => $timezone];

        return Request::ask('automation.simulate', $request, site: $site);
    }

    /**
     * What becomes of an automation when the site keeps its contacts itself; with `proveAt`, a proof for somebody who starts then.
     *
     * @param Automation|array<string, mixed> $automation
     * @param Site|SiteDocument|array<string, mixed> $site
     */
    public static function translate(
        Automation|array $automation,
        Site|SiteDocument|array $site,
        ?\DateTimeInterface $proveAt = null,
        ?string $timezone = null,
    ): TranslateAnswer {
        $request = ['automation' => $automation, 'proveAt' => $proveAt, 'timezone' => $timezone];

        return Request::ask('automation.translate', $request, site: $site);
    }

    /**
     * What becomes of each webhook of a site after the move.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @return list<WebhookFate>
     */
    public static function webhookInventory(Site|SiteDocument|array $site, \DateTimeInterface $at): array
    {
        return Request::ask('webhook.inventory', ['at' => $at], site: $site)->webhooks;
    }

    /**
     * Whether a site is set up to take money, and whether other copies of it charge with the same accounts.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param iterable<Site|SiteDocument|array<string, mixed>> $others
     */
    public static function checkPaymentSetup(Site|SiteDocument|array $site, iterable $others = []): SetupAnswer
    {
        $documents = [];
        foreach ($others as $other) {
            $documents[] = Request::document($other);
        }

        return Request::ask('payment.setup', ['others' => $documents], site: $site);
    }

    /**
     * Who charges whom before a move and after it. Nothing is charged by it; with `here`, only actions of the site it is for are given.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param iterable<BillingSource|array<string, mixed>> $sources
     * @param BillingOptions|array<string, mixed> $options
     * @param Environment|array<string, mixed>|null $here
     */
    public static function planBilling(
        Site|SiteDocument|array $site,
        iterable $sources,
        \DateTimeInterface $at,
        BillingOptions|array $options,
        Environment|array|null $here = null,
    ): BillingAnswer {
        $request = ['sources' => $sources, 'at' => $at, 'options' => $options, 'here' => $here];

        return Request::ask('billing.plan', $request, site: $site);
    }

    /**
     * Which modules open and close to whom within a span of time, in order of time.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param iterable<EnrolledMember|array<string, mixed>> $members
     * @return list<NextRelease>
     */
    public static function nextReleases(
        Site|SiteDocument|array $site,
        iterable $members,
        \DateTimeInterface $from,
        \DateTimeInterface $until,
    ): array {
        return Request::ask('release.next', ['members' => $members, 'from' => $from, 'until' => $until], site: $site)->releases;
    }
}
