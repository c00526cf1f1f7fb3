<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;
use Memberferry\Snapshot;

/**
 * The users of the site as documents in the form of the library's wire: WordPress's tables have the login, the address, the names and the
 * roles, the tables beside them the tags, the enrollments and the rest. Changes nothing.
 */
final class Users
{
    /** What does not stand in a user's document: WordPress or a table beside it has it. */
    public const ELSEWHERE = ['id', 'email', 'username', 'roles', 'firstName', 'lastName', 'tags', 'enrollments'];

    private const PAGE = 500;

    /** @var array<string, bool> Whether mail can go to a domain. */
    private static array $domains = [];

    /** The names of a person, and the meta keys that WordPress has them by. */
    public const NAMES = ['firstName' => 'first_name', 'lastName' => 'last_name'];

    /** The users of this site as they are now. */
    public static function snapshot(): Snapshot
    {
        return Snapshot::fromRecords((static function (): \Generator {
            foreach (self::all() as $user) {
                yield (array) $user;
            }
        })());
    }

    /**
     * Every user, by id. One without an address is nobody that a plan could be about, and is left out, as is one whose address no list can
     * have: `admin@site.local` of a copy for trying things out, say.
     *
     * @return \Generator<int, \stdClass>
     */
    public static function all(): \Generator
    {
        $after = 0;
        while (($page = self::page($after, self::PAGE)) !== []) {
            foreach ($page as $user) {
                $after = (int) $user->id;
                if (self::isAddress($user->email)) {
                    yield $user;
                }
            }
        }
    }

    /**
     * So many users after an id.
     *
     * @return list<\stdClass>
     */
    public static function page(int $after, int $limit): array
    {
        global $wpdb;
        $ids = Tables::rows("SELECT ID FROM {$wpdb->users} WHERE ID > %d ORDER BY ID LIMIT %d", $after, $limit);

        return array_values(self::read(array_map(static fn ($row) => (int) $row[0], $ids)));
    }

    public static function one(int $id): ?\stdClass
    {
        return self::read([$id])[$id] ?? null;
    }

    /**
     * The users of some addresses, by the key that each address is matched by. Their rows are locked for the transaction.
     *
     * @param list<string> $keys
     * @return array<string, \stdClass>
     */
    public static function ofKeys(array $keys): array
    {
        global $wpdb;
        if ($keys === []) {
            return [];
        }
        $found = [];
        $known = "SELECT email_key, user_id FROM {$wpdb->prefix}memberferry_users WHERE email_key IN (" . Tables::places($keys) . ')';
        foreach (Tables::rows($known, ...$keys) as [$key, $id]) {
            $found[$key] = (int) $id;
        }
        // Whom no move has touched: the key is the address in lower case, as far as WordPress keeps addresses.
        $others = array_values(array_filter($keys, static fn ($key) => !isset($found[$key])));
        if ($others !== []) {
            $byAddress = "SELECT user_email, ID FROM {$wpdb->users} WHERE user_email IN (" . Tables::places($others) . ') ORDER BY ID DESC';
            foreach (Tables::rows($byAddress, ...$others) as [$address, $id]) {
                $key = strtolower((string) $address);
                if (in_array($key, $others, true)) {
                    $found[$key] = (int) $id;
                }
            }
        }
        $users = self::read(array_values($found), 'FOR UPDATE');
        $known = array_filter(array_map(static fn ($id) => $users[$id] ?? null, $found));

        // Whoever has another address by now is somebody else to a plan.
        return array_filter($known, static fn ($user, $key) => self::key($user->email) === (string) $key, ARRAY_FILTER_USE_BOTH);
    }

    /** Whether an address is one to the library: a list with any other is refused as a whole. */
    public static function isAddress(string $email): bool
    {
        if (strlen($email) > 64 || preg_match('/\A[a-z0-9]+(?:[._-][a-z0-9]+)*@((?:[a-z0-9-]+\.)+[a-z]+)\z/', $email, $parts) !== 1) {
            return Memberferry::checkEmail($email)->valid;
        }

        // What stands before the sign is plain, and most people share a few domains.
        return self::$domains[$parts[1]] ??= Memberferry::checkEmail("a@{$parts[1]}")->valid;
    }

    /** What an address is matched by. */
    private static function key(string $email): string
    {
        // Of most addresses it is plain; of the others the library knows it.
        return preg_match('/\A[a-z0-9._-]+@(?!xn--)(?:[a-z0-9-]+\.)+[a-z]+\z/', $email) === 1 ? $email : (string) Memberferry::checkEmail($email)->key;
    }

    /**
     * What the enrollments of a user are to a schedule of releases, with the facts that it may count from.
     *
     * @return array{enrollments: list<array<string, mixed>>, facts: array<string, mixed>}
     */
    public static function enrolled(\stdClass $user): array
    {
        $enrollments = [];
        foreach (get_object_vars($user->enrollments ?? new \stdClass()) as $offering => $enrollment) {
            $enrollments[] = ['offering' => (string) $offering] + (array) $enrollment;
        }
        $facts = array_filter(['registeredAt' => $user->createdAt ?? null, 'timezone' => $user->timeZone ?? null]);

        return ['enrollments' => $enrollments, 'facts' => $facts];
    }

    /** A name as WordPress keeps it. */
    public static function storedName(string $metaKey, string $name): string
    {
        return wp_unslash((string) apply_filters("pre_user_{$metaKey}", wp_slash($name)));
    }

    /**
     * @param list<int> $ids
     * @return array<int, \stdClass>
     */
    private static function read(array $ids, string $lock = ''): array
    {
        global $wpdb;
        if ($ids === []) {
            return [];
        }
        $within = 'IN (' . implode(', ', array_map('intval', $ids)) . ')';
        $users = [];
        $kept = [];
        foreach (Tables::rows("SELECT user_id, document FROM {$wpdb->prefix}memberferry_users WHERE user_id {$within}") as [$id, $document]) {
            $kept[(int) $id] = $document;
        }
        foreach (Tables::rows("SELECT ID, user_login, user_email FROM {$wpdb->users} WHERE ID {$within} ORDER BY ID {$lock}") as [$id, $login, $email]) {
            $user = json_decode($kept[(int) $id] ?? '{}', false, 512, JSON_THROW_ON_ERROR);
            $user->id = (string) $id;
            $user->email = $email;
            if ($login !== $email) {
                $user->username = $login;
            }
            $users[(int) $id] = $user;
        }
        self::addMeta($users, $within);
        foreach (Tables::rows("SELECT user_id, tag FROM {$wpdb->prefix}memberferry_tags WHERE user_id {$within} ORDER BY user_id, tag") as [$id, $tag]) {
            if (isset($users[(int) $id])) {
                $users[(int) $id]->tags[] = $tag;
            }
        }
        $enrolled = "SELECT user_id, offering, document FROM {$wpdb->prefix}memberferry_enrollments WHERE user_id {$within}";
        foreach (Tables::rows($enrolled) as [$id, $offering, $document]) {
            if (isset($users[(int) $id])) {
                $users[(int) $id]->enrollments ??= new \stdClass();
                $users[(int) $id]->enrollments->{$offering} = json_decode((string) $document, false, 512, JSON_THROW_ON_ERROR);
            }
        }

        return $users;
    }

    /** @param array<int, \stdClass> $users */
    private static function addMeta(array $users, string $within): void
    {
        global $wpdb;
        $capabilities = $wpdb->get_blog_prefix() . 'capabilities';
        $names = array_flip(self::NAMES);
        $asked = [...self::NAMES, $capabilities];
        $meta = "SELECT user_id, meta_key, meta_value FROM {$wpdb->usermeta} WHERE user_id {$within} AND meta_key IN (%s, %s, %s)";
        $stored = [];
        foreach (Tables::rows($meta, ...array_values($asked)) as [$id, $key, $value]) {
            $user = $users[(int) $id] ?? null;
            if ($user === null) {
                continue;
            }
            if ($key === $capabilities) {
                $user->roles = self::roles((string) $value);
            } else {
                $stored[(int) $id][$names[$key]] = (string) $value;
            }
        }
        foreach ($users as $id => $user) {
            foreach (self::NAMES as $field => $key) {
                $is = $stored[$id][$field] ?? '';
                // A name that WordPress keeps in other words stands in the document as it was given, until somebody changes it.
                if (isset($user->$field) && self::storedName($key, $user->$field) === $is) {
                    continue;
                }
                unset($user->$field);
                if ($is !== '') {
                    $user->$field = $is;
                }
            }
        }
    }

    /** @return list<string> */
    private static function roles(string $serialized): array
    {
        $flags = unserialize($serialized, ['allowed_classes' => false]);
        $roles = is_array($flags) ? array_map('strval', array_keys(array_filter($flags))) : [];
        sort($roles);

        return $roles;
    }
}
