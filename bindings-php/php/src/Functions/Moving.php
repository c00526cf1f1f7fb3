<?php

declare(strict_types=1);

namespace Memberferry\Functions;

use Memberferry\Contacts;
use Memberferry\Intake;
use Memberferry\Merged;
use Memberferry\Native;
use Memberferry\Orders;
use Memberferry\Plan;
use Memberferry\Record\AcceptedGain;
use Memberferry\Record\AcceptedLoss;
use Memberferry\Record\AccessProof;
use Memberferry\Record\BillingSource;
use Memberferry\Record\Contact;
use Memberferry\Record\ContinuityAnswer;
use Memberferry\Record\CustomerIds;
use Memberferry\Record\CustomOperation;
use Memberferry\Record\DripProfile;
use Memberferry\Record\DuplicatesPolicy;
use Memberferry\Record\InferAnswer;
use Memberferry\Record\JoinOptions;
use Memberferry\Record\NamesAnswer;
use Memberferry\Record\Operation;
use Memberferry\Record\Order;
use Memberferry\Record\PerformAnswer;
use Memberferry\Record\ReadingCounts;
use Memberferry\Record\ReadinessAnswer;
use Memberferry\Record\Reconciliation;
use Memberferry\Record\Report;
use Memberferry\Record\SiteDocument;
use Memberferry\Record\SpotCheck;
use Memberferry\Record\Subscription;
use Memberferry\Record\TagMapEntry;
use Memberferry\Record\Tags;
use Memberferry\Record\TargetUser;
use Memberferry\Record\TieAnswer;
use Memberferry\Site;
use Memberferry\Snapshot;
use Memberferry\Subscriptions;
use Memberferry\Wire;

/**
 * Several lists in one, what a move makes of memberships, and its proof.
 *
 * @internal
 */
trait Moving
{
    /**
     * One list of several exports of one site; the first one's people come first. `policy` says which of two values is kept.
     *
     * @param iterable<Contacts> $lists
     */
    public static function mergeContacts(iterable $lists, DuplicatesPolicy|string|null $policy = null): Merged
    {
        $options = Wire::encode($policy === null ? new \stdClass() : ['duplicates' => Wire::tell(null, $policy)]);
        $handles = array_map(static fn (Contacts $contacts) => $contacts->handle(), [...$lists]);

        return new Merged(Wire::ask(static fn () => Native\Contacts::merge($handles, $options)));
    }

    /**
     * The users of a site put to the contacts of its CRM: by the CRM's id, which the users have in `idField` or as their own, else by the
     * address.
     */
    public static function joinContacts(
        Contacts $contacts,
        Contacts $users,
        ?string $idField = null,
        DuplicatesPolicy|string|null $policy = null,
    ): Merged {
        $options = Wire::encodeAs(JoinOptions::class, ['idField' => $idField, 'duplicates' => $policy]);

        return new Merged(Wire::ask(static fn () => $contacts->handle()->join($users->handle(), $options)));
    }

    /**
     * Entries for the site's `tagMap`: the contacts' tags that are the site's but for capitals or a category. Look at them before use.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     * @return list<TagMapEntry>
     */
    public static function proposeTagMap(Site|SiteDocument|array $site, Contacts|array $contacts): array
    {
        return Request::ask('site.propose-tag-map', [], site: $site, contacts: $contacts)->tagMap;
    }

    /**
     * Who is enrolled in what, by tags and by what else is known; `now` stands in for dates nobody knows.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     * @param ?array<string, mixed> $evidence
     */
    public static function inferEnrollments(
        Site|SiteDocument|array $site,
        Contacts|array $contacts,
        \DateTimeInterface $now,
        Tags|string|null $tags = null,
        ?array $evidence = null,
    ): InferAnswer {
        $request = ['now' => $now, 'tags' => $tags, 'evidence' => $evidence];

        return Request::ask('membership.infer', $request, site: $site, contacts: $contacts);
    }

    /**
     * What each policy of drip continuity makes of each member's modules.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     * @param ?array<string, mixed> $evidence
     */
    public static function continuity(
        Site|SiteDocument|array $site,
        Contacts|array $contacts,
        \DateTimeInterface $now,
        DripProfile|string|null $sourceClock = null,
        ?array $evidence = null,
    ): ContinuityAnswer {
        $request = ['options' => ['now' => $now, 'sourceClock' => $sourceClock], 'evidence' => $evidence];

        return Request::ask('membership.continuity', $request, site: $site, contacts: $contacts);
    }

    /**
     * Whose each order is: by the customer's id, where `customerIds` says that it is one of a contact, else by the address.
     *
     * @param Orders|iterable<Order|array<string, mixed>> $orders
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     */
    public static function tieOrders(iterable $orders, Contacts|array $contacts, CustomerIds|string $customerIds): TieAnswer
    {
        return Request::ask('orders.tie', ['orders' => $orders, 'customerIds' => $customerIds], contacts: $contacts);
    }

    /**
     * Whose each subscription is, likewise.
     *
     * @param Subscriptions|iterable<Subscription|array<string, mixed>> $subscriptions
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     */
    public static function tieSubscriptions(
        iterable $subscriptions,
        Contacts|array $contacts,
        CustomerIds|string $customerIds,
    ): TieAnswer {
        return Request::ask('subscriptions.tie', ['subscriptions' => $subscriptions, 'customerIds' => $customerIds], contacts: $contacts);
    }

    /**
     * What an operation of a plan makes of a user, for a target that keeps users as they are in a snapshot, and the outcome to record of
     * it. `id` is the one that the target gives a user who is created; `user` the one who is there.
     *
     * @param Operation|array<string, mixed> $operation
     * @param TargetUser|array<string, mixed>|null $user
     */
    public static function performOperation(Operation|array $operation, string $id, TargetUser|array|null $user = null): PerformAnswer
    {
        return Wire::call('operation.perform', ['operation' => $operation, 'id' => $id, 'user' => $user]);
    }

    /**
     * What an operation of the site's own, such as a webhook's, makes of a user. One who is not there yet is given as they are to be made.
     * Throws where the operation changes nothing of a user, such as one that sends an email.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param CustomOperation|array<string, mixed> $operation
     * @param TargetUser|array<string, mixed> $user
     */
    public static function performCustomOperation(
        Site|SiteDocument|array $site,
        CustomOperation|array $operation,
        TargetUser|array $user,
        \DateTimeInterface $at,
    ): PerformAnswer {
        return Request::ask('operation.perform-custom', ['operation' => $operation, 'user' => $user, 'at' => $at], site: $site);
    }

    /** What WordPress stores of an address and a login name that it is given: `email` and `username`, empty where it refuses them. */
    public static function wordpressNames(string $email, string $username): NamesAnswer
    {
        return Wire::call('wordpress.names', ['email' => $email, 'username' => $username]);
    }

    /**
     * Whether a site is ready to be moved: a verdict with reasons, a checklist, what is left to do by hand, and counts to compare later.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     * @param Snapshot|list<TargetUser|array<string, mixed>>|null $users
     * @param ?iterable<BillingSource|array<string, mixed>> $sources
     * @param ?array<string, mixed> $answers
     */
    public static function assessReadiness(
        Site|SiteDocument|array $site,
        Contacts|array $contacts,
        \DateTimeInterface $at,
        Snapshot|array|null $users = null,
        ?iterable $sources = null,
        ?array $answers = null,
        ?\DateTimeInterface $environmentSince = null,
    ): ReadinessAnswer {
        $request = ['at' => $at, 'answers' => $answers, 'environmentSince' => $environmentSince, 'sources' => $sources];

        return Request::ask('readiness.assess', $request, site: $site, contacts: $contacts, users: $users);
    }

    /**
     * What a plan wanted, and what the target holds after it was carried out.
     *
     * @param Snapshot|list<TargetUser|array<string, mixed>> $users
     */
    public static function reconcile(Plan $plan, Snapshot|array $users): Reconciliation
    {
        return Request::ask('plan.reconcile', [], users: $users, plan: $plan);
    }

    /**
     * Whether a move gave or took access that nobody asked for, with who and what, from the instant of the plan until another. `before` is
     * the site as it was, where it was another. With `foreseen`, `users` are those that the plan was built for.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>> $contacts
     * @param Snapshot|list<TargetUser|array<string, mixed>> $users
     * @param Site|SiteDocument|array<string, mixed>|null $before
     * @param ?list<AcceptedLoss|array<string, mixed>> $accepted
     * @param ?list<AcceptedGain|array<string, mixed>> $acceptedGains
     */
    public static function proveAccess(
        Site|SiteDocument|array $site,
        Contacts|array $contacts,
        Plan $plan,
        Snapshot|array $users,
        \DateTimeInterface $until,
        Site|SiteDocument|array|null $before = null,
        bool $foreseen = false,
        ?array $accepted = null,
        ?array $acceptedGains = null,
    ): AccessProof {
        $request = [
            'before' => $before === null ? null : Request::document($before),
            'stage' => $foreseen ? 'foreseen' : null,
            'until' => $until,
            'accepted' => $accepted,
            'acceptedGains' => $acceptedGains,
        ];

        return Request::ask('access.prove', $request, site: $site, contacts: $contacts, users: $users, plan: $plan);
    }

    /**
     * People to look at by hand, drawn from every kind of change; the same people for the same plan. `users` are those that the plan was
     * built for.
     *
     * @param Snapshot|list<TargetUser|array<string, mixed>> $users
     * @return list<SpotCheck>
     */
    public static function spotCheck(Plan $plan, Snapshot|array $users, int $count = 10): array
    {
        return Request::ask('plan.spot-check', ['count' => $count], users: $users, plan: $plan)->spotChecks;
    }

    /**
     * The report of a move: a record, or with the form `markdown` or `html` its text. With `pseudonymise`, a secret of your own, nobody can
     * be recognised in it. `reading` is what gave the contacts: how much of the list was read, and what was wrong with it. With
     * `compareUntil` the access that nobody asked for is told, as `proveAccess` finds it.
     *
     * @param Site|SiteDocument|array<string, mixed> $site
     * @param Contacts|list<Contact|array<string, mixed>>|null $contacts
     * @param ?array<string, mixed> $readiness
     * @param Snapshot|list<TargetUser|array<string, mixed>>|null $usersAfter
     * @param Site|SiteDocument|array<string, mixed>|null $before
     * @param ?list<AcceptedLoss|array<string, mixed>> $accepted
     * @param ?list<AcceptedGain|array<string, mixed>> $acceptedGains
     * @param ?array<string, mixed> $billing
     */
    public static function report(
        Site|SiteDocument|array $site,
        \DateTimeInterface $at,
        string $form = 'document',
        Contacts|array|null $contacts = null,
        ?array $readiness = null,
        ?Plan $plan = null,
        ?string $journal = null,
        Snapshot|array|null $usersAfter = null,
        ?\DateTimeInterface $compareUntil = null,
        ?array $billing = null,
        #[\SensitiveParameter] ?string $pseudonymise = null,
        ?Intake $reading = null,
        Site|SiteDocument|array|null $before = null,
        ?array $accepted = null,
        ?array $acceptedGains = null,
    ): Report|string {
        $request = [
            'reading' => $reading === null ? null : new ReadingCounts($reading->stats, $reading->issues->counts()),
            'before' => $before === null ? null : Request::document($before),
            'accepted' => $accepted,
            'acceptedGains' => $acceptedGains,
            'at' => $at,
            'form' => $form,
            'readiness' => $readiness,
            'journal' => $journal,
            'compareUntil' => $compareUntil,
            'billing' => $billing,
            'pseudonymise' => $pseudonymise,
            'usersAfter' => $usersAfter instanceof Snapshot ? null : $usersAfter,
        ];
        $users = $usersAfter instanceof Snapshot ? $usersAfter : null;
        $answer = Request::ask('report.make', $request, site: $site, contacts: $contacts, users: $users, plan: $plan);

        return $answer->text ?? $answer->document;
    }
}
