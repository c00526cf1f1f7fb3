<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Record\Decision;
use Memberferry\Record\DripProfile;
use Memberferry\Record\Enrollment;
use Memberferry\Record\Issue;
use Memberferry\Record\Member;
use Memberferry\Record\MemberFacts;
use Memberferry\Record\Release;
use Memberferry\Record\SiteDocument;
use Memberferry\Record\TargetUser;

/** A checked site: its offerings and modules, its pages and rules, every reference resolved. */
final class Site extends Handle
{
    private function __construct(private readonly Native\Site $handle)
    {
    }

    /**
     * Reads and checks a site document: of a path, of JSON as text, of an open stream, or one that is there already, as an array or record.
     * One that cannot be used throws a `SiteException` with every issue.
     *
     * @param string|resource|array<string, mixed>|SiteDocument|Source|\SplFileInfo $source
     */
    public static function load(mixed $source): self
    {
        $isDocument = $source instanceof SiteDocument || (is_array($source) && !array_is_list($source)) || $source === [];
        $json = match (true) {
            $isDocument => Wire::encodeAs(SiteDocument::class, $source),
            is_string($source) && str_starts_with(ltrim($source), '{') => $source,
            default => Source::whole($source),
        };

        return new self(Wire::ask(static fn () => new Native\Site($json)));
    }

    /** As people call the site. */
    public function name(): string
    {
        return $this->handle->name();
    }

    /**
     * The document, as JSON has it.
     *
     * @return array<string, mixed>
     */
    public function document(): array
    {
        return Wire::decode(Wire::ask(fn () => $this->handle->document()));
    }

    /**
     * What is worth knowing of a site that can be used, in document order.
     *
     * @return list<Issue>
     */
    public function issues(): array
    {
        return Wire::readText(['list', Issue::class], Wire::ask(fn () => $this->handle->issues()));
    }

    /**
     * Whether a member gets to see a page at an instant, and why.
     *
     * @param Member|array<string, mixed> $member
     */
    public function decide(Member|array $member, string $page, \DateTimeInterface $at): Decision
    {
        return Wire::call('access.decide', ['member' => $member, 'page' => $page, 'at' => $at], site: $this->handle);
    }

    /**
     * Who a user of the target is to the site's rules at an instant: what `decide` decides by when they ask for a page.
     *
     * @param TargetUser|array<string, mixed> $user
     */
    public function memberOf(TargetUser|array $user, \DateTimeInterface $at): Member
    {
        return Wire::call('access.member-of', ['user' => $user, 'at' => $at], site: $this->handle);
    }

    /**
     * Whether a user of the target gets to see a page at an instant, and why: `decide` of whom `memberOf` says they are, at once. Nobody is
     * who is not logged in.
     *
     * @param TargetUser|array<string, mixed>|null $user
     */
    public function decideUser(TargetUser|array|null $user, string $page, \DateTimeInterface $at): Decision
    {
        return Wire::call('access.decide-user', ['user' => $user, 'page' => $page, 'at' => $at], site: $this->handle);
    }

    /** Who of the contacts gets to see which page at an instant, once they have been moved then by the default policy. */
    public function decideAll(Contacts $contacts, \DateTimeInterface $at): AccessTable
    {
        $when = Wire::at($at);

        return new AccessTable(Wire::ask(fn () => $this->handle->decideAll($contacts->handle(), $when)));
    }

    /**
     * Every module of the offering of an enrollment: open, scheduled or closed, and why.
     *
     * @param Enrollment|array<string, mixed> $enrollment
     * @param MemberFacts|array<string, mixed>|null $facts
     * @return list<Release>
     */
    public function releaseSchedule(
        Enrollment|array $enrollment,
        \DateTimeInterface $at,
        MemberFacts|array|null $facts = null,
        DripProfile|string|null $profile = null,
    ): array {
        $request = ['enrollment' => $enrollment, 'at' => $at, 'facts' => $facts, 'profile' => $profile];

        return Wire::call('site.schedule', $request, site: $this->handle)->releases;
    }

    /** @internal */
    public function handle(): Native\Site
    {
        return $this->handle;
    }

    public function __debugInfo(): array
    {
        return ['name' => $this->name()];
    }
}
