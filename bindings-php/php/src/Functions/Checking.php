<?php

declare(strict_types=1);

namespace Memberferry\Functions;

use Memberferry\Record\Anchors;
use Memberferry\Record\CustomOperation;
use Memberferry\Record\DecimalMark;
use Memberferry\Record\Decision;
use Memberferry\Record\DescribeAnswer;
use Memberferry\Record\DescribedCode;
use Memberferry\Record\DripProfile;
use Memberferry\Record\EmailCheck;
use Memberferry\Record\Enrollment;
use Memberferry\Record\ImportedRule;
use Memberferry\Record\Mapping;
use Memberferry\Record\Member;
use Memberferry\Record\MemberFacts;
use Memberferry\Record\Offering;
use Memberferry\Record\ParsedDate;
use Memberferry\Record\ParsedMoney;
use Memberferry\Record\PeerSetting;
use Memberferry\Record\Release;
use Memberferry\Record\ReleaseRule;
use Memberferry\Record\Rule;
use Memberferry\Wire;

/**
 * Single values, rules and openings, without a site.
 *
 * @internal
 */
trait Checking
{
    /** Whether mail can be sent to an address, and the key that it is matched by. */
    public static function checkEmail(string $text): EmailCheck
    {
        return Wire::call('email.check', ['address' => $text]);
    }

    /**
     * A date as exports write them: an instant where it or `timezone` has a zone, else a wall-clock time, or why it is none.
     *
     * @param ?list<string> $formats
     */
    public static function parseDate(
        string $text,
        ?array $formats = null,
        ?bool $dayFirst = null,
        ?string $timezone = null,
    ): ParsedDate {
        $options = ['formats' => $formats, 'dayFirst' => $dayFirst, 'zone' => $timezone];

        return Wire::call('date.parse', ['text' => $text, 'options' => $options]);
    }

    /** An amount as exports write them, in minor units, or why it is none. */
    public static function parseMoney(
        string $text,
        ?string $currency = null,
        DecimalMark|string|null $decimalMark = null,
    ): ParsedMoney {
        $options = ['currency' => $currency, 'decimalMark' => $decimalMark];

        return Wire::call('money.parse', ['text' => $text, 'options' => $options]);
    }

    /**
     * What each column of an export seems to be for, with a score from 0 to 100 and the reason.
     *
     * @param iterable<string> $headers
     */
    public static function matchColumns(iterable $headers, ?string $profile = null): Mapping
    {
        return Wire::call('columns.match', ['headers' => $headers, 'profile' => $profile]);
    }

    /**
     * What the codes of issues and exceptions mean and what to do about them; every one, unless some are named.
     *
     * @param ?iterable<string> $codes
     * @return list<DescribedCode>
     */
    public static function listCodes(?iterable $codes = null): array
    {
        return Wire::call('code.list', ['codes' => $codes])->codes;
    }

    /**
     * What one access rule decides of a member at an instant, without a site.
     *
     * @param Rule|array<string, mixed> $rule
     * @param Member|array<string, mixed> $member
     */
    public static function evaluateRule(Rule|array $rule, Member|array $member, \DateTimeInterface $at): Decision
    {
        return Wire::call('access.evaluate-rule', ['rule' => $rule, 'member' => $member, 'at' => $at]);
    }

    /**
     * The rule that decides as another membership system's setting does, and where it cannot.
     *
     * @param PeerSetting|array<string, mixed> $setting
     */
    public static function importRule(PeerSetting|array $setting): ImportedRule
    {
        return Wire::call('access.import-rule', ['setting' => $setting]);
    }

    /**
     * When one release rule opens what it guards; `null` where the clock never does, or what it counts from is not known.
     *
     * @param ReleaseRule|array<string, mixed> $rule
     * @param Anchors|array<string, mixed> $anchors
     */
    public static function releaseAt(
        ReleaseRule|array $rule,
        Anchors|array $anchors,
        string $timezone,
        DripProfile|string|null $profile = null,
    ): ?\DateTimeImmutable {
        $request = ['rule' => $rule, 'anchors' => $anchors, 'timezone' => $timezone, 'profile' => $profile];

        return Wire::call('release.at', $request)->opensAt;
    }

    /**
     * Every module of an offering as it stands for an enrollment, without a site: open, scheduled or closed, and why.
     *
     * @param Offering|array<string, mixed> $offering
     * @param Enrollment|array<string, mixed> $enrollment
     * @param MemberFacts|array<string, mixed>|null $facts
     * @return list<Release>
     */
    public static function releaseSchedule(
        Offering|array $offering,
        Enrollment|array $enrollment,
        string $timezone,
        \DateTimeInterface $at,
        MemberFacts|array|null $facts = null,
        DripProfile|string|null $profile = null,
    ): array {
        return Wire::call('release.schedule', [
            'offering' => $offering,
            'enrollment' => $enrollment,
            'timezone' => $timezone,
            'at' => $at,
            'facts' => $facts,
            'profile' => $profile,
        ])->releases;
    }

    /**
     * The openings and closings of a member's modules as an iCalendar, for any calendar program. `member` is any name that stays.
     *
     * @param iterable<array{Offering|array<string, mixed>, Enrollment|array<string, mixed>}> $schedules
     * @param MemberFacts|array<string, mixed>|null $facts
     */
    public static function releaseCalendar(
        string $member,
        iterable $schedules,
        string $timezone,
        \DateTimeInterface $at,
        MemberFacts|array|null $facts = null,
    ): string {
        $listed = [];
        foreach ($schedules as [$offering, $enrollment]) {
            $listed[] = ['offering' => $offering, 'enrollment' => $enrollment];
        }
        $request = ['member' => $member, 'schedules' => $listed, 'timezone' => $timezone, 'at' => $at, 'facts' => $facts];

        return Wire::call('release.calendar', $request)->calendar;
    }

    /**
     * The name of a custom operation, where it can be used, and what takes it back.
     *
     * @param CustomOperation|array<string, mixed> $operation
     */
    public static function describeOperation(CustomOperation|array $operation): DescribeAnswer
    {
        return Wire::call('operation.describe', ['operation' => $operation]);
    }
}
