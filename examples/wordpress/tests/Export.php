<?php

declare(strict_types=1);

namespace MemberferryTests;

/** An export of Keap with invented people, the same each time, and the site that they move to. */
final class Export
{
    private const FIRST = ['Ada', 'Zoë', 'José', 'Ingrid', 'O’Neill', 'Wu', 'Marta', 'Łukasz', 'Tom & Co', 'Anaïs'];
    private const LAST = ['Lindqvist', 'de Vries', "O'Brien", 'Ng', 'Ångström', 'Smith', 'Müller', 'Back\\slash', 'Da Silva', '<b>Bold</b>'];
    private const HEADER = ['Id', 'First Name', 'Last Name', 'Phone 1', 'Email', 'Tag Ids', 'Tags', 'Email Status', 'Date Created', 'Last Updated', 'password_hash'];

    /** What everybody's password is whose hash the export has. */
    public static function password(int $number): string
    {
        return "sea-{$number}-harbour";
    }

    /** The tags of a person, by their number. @return list<string> */
    public static function tags(int $number): array
    {
        $tags = ['Circle Member'];
        if ($number % 3 === 0) {
            $tags[] = 'Course: Watercolour';
        }
        if ($number % 10 === 0) {
            $tags[] = 'VIP';
        }
        if ($number % 17 === 0) {
            $tags[] = 'Circle Cancelled';
        }

        return $tags;
    }

    public static function email(int $number): string
    {
        return "member{$number}@example.com";
    }

    public static function isUnsubscribed(int $number): bool
    {
        return $number % 5 === 0;
    }

    /** A hash as systems keep them, by turns phpass and bcrypt; most people have none. */
    public static function hash(int $number): string
    {
        return match (true) {
            $number % 25 === 1 => self::phpass(self::password($number)),
            $number % 25 === 2 => password_hash(self::password($number), PASSWORD_BCRYPT, ['cost' => 4]),
            default => '',
        };
    }

    public static function csv(int $people): string
    {
        $lines = [implode(',', self::HEADER)];
        for ($number = 0; $number < $people; $number++) {
            $row = [
                (string) (1_000 + $number),
                self::FIRST[$number % 10],
                self::LAST[intdiv($number, 10) % 10],
                '',
                self::email($number),
                '',
                implode(',', self::tags($number)),
                self::isUnsubscribed($number) ? 'Opted Out' : 'Single Opt In',
                ($number % 12 + 1) . '/' . ($number % 28 + 1) . '/' . (2018 + $number % 7) . ' 9:05 AM',
                '7/18/2025 8:16 PM',
                self::hash($number),
            ];
            $lines[] = implode(',', array_map(static fn ($cell) => '"' . str_replace('"', '""', $cell) . '"', $row));
        }

        return implode("\r\n", $lines) . "\r\n";
    }

    /** The site document. @return array<string, mixed> */
    public static function site(string $address, string $kind = 'live'): array
    {
        $module = static fn (string $id, int $days) => [
            'id' => $id,
            'name' => ucfirst($id),
            'accessTag' => "Watercolour: {$id}",
            'release' => $days === 0 ? ['kind' => 'at-once'] : ['kind' => 'timer', 'offset' => ['amount' => $days, 'unit' => 'days']],
        ];

        return [
            'format' => 1,
            'name' => 'Harbour Academy',
            'timezone' => 'Europe/Amsterdam',
            'environment' => ['kind' => $kind, 'url' => $address],
            'tags' => ['VIP'],
            'offerings' => [
                ['id' => 'watercolour', 'name' => 'Watercolour', 'accessTag' => 'Course: Watercolour', 'orderForm' => 'watercolour', 'modules' => [$module('washes', 0), $module('edges', 7), $module('skies', 36500)]],
                ['id' => 'circle', 'name' => 'The Circle', 'kind' => 'membership', 'accessTag' => 'Circle Member', 'revokeTag' => 'Circle Cancelled', 'orderForm' => 'circle'],
            ],
            'pages' => [
                ['id' => 'account', 'title' => 'Account', 'url' => '/account', 'rule' => ['kind' => 'logged-in']],
                ['id' => 'course', 'title' => 'Watercolour', 'url' => '/watercolour', 'offering' => 'watercolour', 'redirects' => [['reason' => 'login-required', 'to' => '/account'], ['to' => '/buy']]],
                ['id' => 'washes', 'title' => 'Washes', 'url' => '/washes', 'parent' => 'course', 'offering' => 'watercolour', 'module' => 'washes'],
                ['id' => 'edges', 'title' => 'Edges', 'url' => '/edges', 'parent' => 'course', 'offering' => 'watercolour', 'module' => 'edges'],
                ['id' => 'skies', 'title' => 'Skies', 'url' => '/skies', 'parent' => 'course', 'offering' => 'watercolour', 'module' => 'skies'],
                ['id' => 'circle', 'title' => 'Circle', 'url' => '/circle', 'offering' => 'circle'],
                ['id' => 'vip', 'title' => 'VIP', 'url' => '/vip', 'rule' => ['kind' => 'has-any', 'tags' => ['VIP']]],
            ],
        ];
    }

    /** A hash as WordPress itself made them until 6.7, of few rounds. */
    private static function phpass(string $password): string
    {
        $alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
        $salt = 'saltsalt';
        $hash = md5($salt . $password, true);
        for ($round = 0; $round < 1 << 8; $round++) {
            $hash = md5($hash . $password, true);
        }
        $encoded = '';
        for ($at = 0; $at < 16;) {
            $value = ord($hash[$at++]);
            $encoded .= $alphabet[$value & 0x3f];
            if ($at < 16) {
                $value |= ord($hash[$at]) << 8;
            }
            $encoded .= $alphabet[($value >> 6) & 0x3f];
            if ($at++ >= 16) {
                break;
            }
            if ($at < 16) {
                $value |= ord($hash[$at]) << 16;
            }
            $encoded .= $alphabet[($value >> 12) & 0x3f];
            if ($at++ >= 16) {
                break;
            }
            $encoded .= $alphabet[($value >> 18) & 0x3f];
        }

        return '$P$6' . $salt . $encoded;
    }
}
