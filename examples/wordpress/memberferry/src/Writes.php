<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** What a batch writes of its users, gathered so that it takes few statements, and what is looked at again before it is kept. */
final class Writes
{
    /** @var list<list<string|int>> */
    private array $tags = [];

    /** @var array<string, list<string|int>> */
    private array $enrollments = [];

    /** @var array<int, list<string|int>> */
    private array $documents = [];

    /** @var list<list<string|int>> */
    private array $outbox = [];

    /** @var list<int> Who gets a password that nobody knows. */
    private array $locked = [];

    /** @var array<int, array{operation: string, row: array<string, string>}> What the row of each user has to hold. */
    private array $expected = [];

    /** A user who was just made: their row is looked at before the batch is kept. */
    public function made(\stdClass $operation, \stdClass $user): void
    {
        $this->expected[(int) $user->id] = [
            'operation' => $operation->id,
            'row' => ['user_login' => $operation->change->username, 'user_email' => $operation->change->email],
        ];
    }

    /** What of a user is other than before. */
    public function user(string $key, ?\stdClass $before, \stdClass $after): void
    {
        $id = (int) $after->id;
        if ($before !== null) {
            $this->names($id, $before, $after);
        }
        $this->tags($id, $before->tags ?? [], $after->tags ?? []);
        $this->enrollments($id, (array) ($before->enrollments ?? []), (array) ($after->enrollments ?? []));
        $document = self::document($after);
        if ($before === null || $document !== self::document($before)) {
            $this->documents[$id] = [$id, $key, $document];
        }
    }

    public function password(int $id, #[\SensitiveParameter] string $hash, string $operation): void
    {
        GivenHash::during($hash, static fn () => wp_set_password(wp_generate_uuid4(), $id));
        $this->expected[$id] = ['operation' => $operation, 'row' => ['user_pass' => $hash] + ($this->expected[$id]['row'] ?? [])];
    }

    /** A password that nobody knows: no hash is one of it. Whoever it is of chooses theirs, by the mail or on the login page. */
    public function lock(int $id): void
    {
        $this->locked[] = $id;
    }

    /** A user who is to be told how to log in. Nothing is sent from here. */
    public function mail(int $id): void
    {
        $this->outbox[] = [$id, 'credentials'];
    }

    /** Deletes a user whom a move had made. Whoever has written something since stays. */
    public function delete(\stdClass $user): void
    {
        global $wpdb;
        $id = (int) $user->id;
        if (Tables::rows("SELECT 1 FROM {$wpdb->posts} WHERE post_author = %d LIMIT 1", $id) !== []) {
            throw new Conflict('the user has written something since');
        }
        require_once ABSPATH . 'wp-admin/includes/user.php';
        if (!wp_delete_user($id)) {
            throw new Refused('WordPress did not delete the user');
        }
        foreach (['users', 'tags', 'enrollments', 'outbox', 'mails'] as $table) {
            Tables::run("DELETE FROM {$wpdb->prefix}memberferry_{$table} WHERE user_id = %d", $id);
        }
    }

    public function flush(): void
    {
        global $wpdb;
        $own = "{$wpdb->prefix}memberferry_";
        Tables::insert("INSERT IGNORE INTO {$own}tags", $this->tags);
        Tables::insert("REPLACE INTO {$own}enrollments", array_values($this->enrollments));
        Tables::insert("INSERT INTO {$own}users", array_values($this->documents), 'ON DUPLICATE KEY UPDATE document = VALUES(document)');
        Tables::insert("INSERT IGNORE INTO {$own}outbox", $this->outbox);
        if ($this->locked !== []) {
            $nobodys = "CONCAT('!', MD5(CONCAT(ID, RAND(), RAND())))";
            Tables::run("UPDATE {$wpdb->users} SET user_pass = {$nobodys}, user_activation_key = '' WHERE ID IN (" . implode(', ', $this->locked) . ')');
            array_walk($this->locked, static fn (int $id) => wp_cache_delete($id, 'users'));
        }
    }

    /** Whether the rows hold what was planned. Whatever WordPress, a plugin or the database made other is not kept. */
    public function compare(): void
    {
        global $wpdb;
        $ids = array_keys($this->expected);
        if ($ids === []) {
            return;
        }
        $rows = $wpdb->get_results("SELECT ID, user_login, user_email, user_pass FROM {$wpdb->users} WHERE ID IN (" . implode(', ', $ids) . ')', OBJECT_K);
        foreach ($this->expected as $id => ['operation' => $operation, 'row' => $expected]) {
            foreach ($expected as $column => $value) {
                if (($rows[$id]->$column ?? null) !== $value) {
                    $message = "WordPress stored something else as `{$column}`";
                    throw new Spoiled($operation, ['kind' => 'failed', 'retryable' => false, 'message' => $message]);
                }
            }
        }
    }

    private function names(int $id, \stdClass $before, \stdClass $after): void
    {
        foreach (Users::NAMES as $field => $key) {
            if (($before->$field ?? '') !== ($after->$field ?? '')) {
                update_user_meta($id, $key, wp_slash(Users::storedName($key, $after->$field ?? '')));
            }
        }
    }

    /**
     * @param list<string> $old
     * @param list<string> $new
     */
    private function tags(int $id, array $old, array $new): void
    {
        global $wpdb;
        foreach (array_diff($new, $old) as $tag) {
            $this->tags[] = [$id, $tag];
        }
        foreach (array_diff($old, $new) as $tag) {
            $this->tags = array_values(array_filter($this->tags, static fn ($row) => $row !== [$id, $tag]));
            Tables::run("DELETE FROM {$wpdb->prefix}memberferry_tags WHERE user_id = %d AND tag = %s", $id, $tag);
        }
    }

    /**
     * @param array<string, mixed> $old
     * @param array<string, mixed> $new
     */
    private function enrollments(int $id, array $old, array $new): void
    {
        global $wpdb;
        foreach ($new as $offering => $enrollment) {
            if (($old[$offering] ?? null) != $enrollment) {
                $this->enrollments["{$id} {$offering}"] = [$id, (string) $offering, self::json($enrollment)];
            }
        }
        foreach (array_diff_key($old, $new) as $offering => $_) {
            unset($this->enrollments["{$id} {$offering}"]);
            Tables::run("DELETE FROM {$wpdb->prefix}memberferry_enrollments WHERE user_id = %d AND offering = %s", $id, $offering);
        }
    }

    /** What of a user stands in the document beside WordPress's tables: what these do not hold, or hold in other words. */
    private static function document(\stdClass $user): string
    {
        $document = (object) array_diff_key(get_object_vars($user), array_flip(Users::ELSEWHERE));
        foreach (Users::NAMES as $field => $key) {
            if (isset($user->$field) && Users::storedName($key, $user->$field) !== $user->$field) {
                $document->$field = $user->$field;
            }
        }

        return self::json($document);
    }

    private static function json(mixed $value): string
    {
        return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
    }
}
