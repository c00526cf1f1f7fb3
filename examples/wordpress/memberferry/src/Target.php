<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Native;

/**
 * Carries operations of a plan out on this site, a batch at a time: all of it or nothing. What an operation makes of a user is the library's
 * to say; here it is written, read again and compared. What was done is remembered in the same transaction, so nothing is done twice.
 */
final class Target
{
    /** @var array<string, \stdClass> The users of the batch, by the key of their address. */
    private array $users = [];

    private Writes $writes;

    /** @param \Closure(\stdClass): ?array{kind: string, secret: string} $passwordOf The password of an operation; nothing for a reset that nobody is told. */
    private function __construct(private readonly bool $hasBackup, private readonly \Closure $passwordOf)
    {
        $this->writes = new Writes();
    }

    /** Whether anything of a plan was carried out here. */
    public static function knows(string $plan): bool
    {
        global $wpdb;

        return Tables::rows("SELECT 1 FROM {$wpdb->prefix}memberferry_operations WHERE plan = %s LIMIT 1", $plan) !== [];
    }

    /**
     * What became of each operation.
     *
     * @param list<\stdClass> $operations
     * @param \Closure(\stdClass): ?array{kind: string, secret: string} $passwordOf
     * @return list<array<string, mixed>>
     */
    public static function perform(string $plan, array $operations, bool $hasBackup, \Closure $passwordOf): array
    {
        if (defined('WP_IMPORTING')) {
            throw new Refused('an import is running, and WordPress does not look for duplicates meanwhile');
        }
        // WordPress counts all users after each one that is made, until there are ten thousand; whoever has batches carried out does it afterwards.
        add_filter('enable_live_network_counts', '__return_false', 1_000);
        try {
            return self::performAll($plan, $operations, $hasBackup, $passwordOf);
        } finally {
            remove_filter('enable_live_network_counts', '__return_false', 1_000);
        }
    }

    /**
     * @param list<\stdClass> $operations
     * @param \Closure(\stdClass): ?array{kind: string, secret: string} $passwordOf
     * @return list<array<string, mixed>>
     */
    private static function performAll(string $plan, array $operations, bool $hasBackup, \Closure $passwordOf): array
    {
        $rejected = [];
        while (true) {
            try {
                return MailHold::during(static fn () => Transaction::of(
                    static fn () => (new self($hasBackup, $passwordOf))->attempt($plan, $operations, $rejected),
                ));
            } catch (Spoiled $spoiled) {
                $rejected[$spoiled->operation] = $spoiled->outcome;
            } finally {
                // The rows of a batch are not asked for again.
                wp_cache_flush_runtime();
            }
        }
    }

    /**
     * @param list<\stdClass> $operations
     * @param array<string, array<string, mixed>> $rejected
     * @return list<array<string, mixed>>
     */
    private function attempt(string $plan, array $operations, array $rejected): array
    {
        global $wpdb;
        $memory = "{$wpdb->prefix}memberferry_operations";
        $ids = array_map(static fn ($operation) => $operation->id, $operations);
        $within = "FROM {$memory} WHERE plan = %s AND id IN (" . Tables::places($ids) . ')';
        $done = array_column(Tables::rows("SELECT id {$within}", $plan, ...$ids), 0);
        $todo = array_values(array_filter($operations, static fn ($operation) => !in_array($operation->id, $done, true)
            && !isset($rejected[$operation->id])));
        // Before anything else: whoever does the same at the same time waits here, and is refused.
        Tables::insert("INSERT INTO {$memory}", array_map(static fn ($operation) => [$plan, $operation->id], $todo));
        $keys = array_map(static fn ($operation) => $operation->subject->email ?? null, $todo);
        $this->users = Users::ofKeys(array_values(array_unique(array_filter($keys, is_string(...)))));
        $outcomes = [];
        $undone = [];
        foreach ($operations as $operation) {
            $outcome = match (true) {
                in_array($operation->id, $done, true) => ['kind' => 'already'],
                isset($rejected[$operation->id]) => $rejected[$operation->id],
                default => $this->outcome($operation),
            };
            if ($outcome['kind'] !== 'applied' && $outcome['kind'] !== 'already' && !isset($rejected[$operation->id])) {
                $undone[] = $operation->id;
            }
            $outcomes[] = $outcome;
        }
        $this->writes->flush();
        $this->writes->compare();
        if ($undone !== []) {
            Tables::run("DELETE FROM {$memory} WHERE plan = %s AND id IN (" . Tables::places($undone) . ')', $plan, ...$undone);
        }
        $this->checkStillThere($within, [$plan, ...$ids], count($done) + count($todo) - count($undone));

        return $outcomes;
    }

    /** A deadlock takes the transaction back and says so only to whoever ran the statement, which may have been a plugin. */
    private function checkStillThere(string $within, array $values, int $expected): void
    {
        if ((int) Tables::rows("SELECT COUNT(*) {$within}", ...$values)[0][0] !== $expected) {
            throw new DatabaseFailure('the database took the transaction back on the way');
        }
    }

    /** @return array<string, mixed> */
    private function outcome(\stdClass $operation): array
    {
        try {
            return $this->change($operation);
        } catch (Conflict $conflict) {
            return ['kind' => 'conflict', 'message' => $conflict->getMessage()];
        } catch (Refused $refused) {
            return ['kind' => 'failed', 'retryable' => false, 'message' => $refused->getMessage()];
        } catch (DatabaseFailure | Spoiled $error) {
            throw $error;
        } catch (\Throwable $error) {
            // Somebody's hook. What was written so far cannot be told from what was to be.
            throw new Spoiled($operation->id, [
                'kind' => 'failed',
                'retryable' => false,
                'message' => 'a plugin failed meanwhile: ' . get_class($error),
            ]);
        }
    }

    /** @return array<string, mixed> */
    private function change(\stdClass $operation): array
    {
        $applied = ['kind' => 'applied'];
        switch ($operation->kind) {
            case 'confirm-backup':
                return $this->hasBackup ? $applied : throw new Refused('nobody said that there is a backup of the database');
            case 'enable-maintenance':
            case 'disable-maintenance':
                Maintenance::set($operation->kind === 'enable-maintenance');

                return $applied;
        }
        $key = $operation->subject->email ?? throw new Refused("this site does not know how to do `{$operation->kind}`");
        $before = $this->users[$key] ?? null;
        if ($before !== null && in_array('administrator', $before->roles ?? [], true)) {
            throw new Refused('an administrator is left alone');
        }
        $isNew = $operation->kind === 'create-user' && $before === null;
        // A user who is yet to be made is asked for under an id that nobody has, so that whatever is refused is refused before.
        $answer = self::ask($operation, $before, $isNew ? '0' : $before->id ?? '0');
        if ($answer->outcome->kind !== 'applied') {
            return (array) $answer->outcome;
        }
        $after = $answer->user ?? null;
        switch ($operation->kind) {
            case 'reset-password':
            case 'set-password':
                $this->password($operation, (int) $after->id);
                break;
            case 'send-credentials':
                $this->writes->mail((int) $after->id);
                break;
            default:
                $this->write($operation, $key, $before, $after);
        }

        return $applied;
    }

    private function password(\stdClass $operation, int $id): void
    {
        $password = ($this->passwordOf)($operation);
        if ($password !== null) {
            $this->writes->password($id, self::hash($operation->kind, $password), $operation->id);
        } elseif ($operation->kind === 'reset-password') {
            $this->writes->lock($id);
        } else {
            throw new Refused('there is no password for it');
        }
    }

    private function write(\stdClass $operation, string $key, ?\stdClass $before, ?\stdClass $after): void
    {
        if ($after === null) {
            $this->writes->delete($before);
            unset($this->users[$key]);

            return;
        }
        if ($before === null) {
            $after->id = (string) NewUser::make($operation, $after);
            $this->writes->made($operation, $after);
        }
        $this->writes->user($key, $before, $after);
        $this->users[$key] = $after;
    }

    /** What an operation makes of a user. */
    private static function ask(\stdClass $operation, ?\stdClass $user, string $id): \stdClass
    {
        $request = ['operation' => $operation, 'id' => $id] + ($user === null ? [] : ['user' => $user]);
        $json = json_encode($request, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
        $reply = json_decode(Native\call('operation.perform', $json), false, 512, JSON_THROW_ON_ERROR);

        return $reply->ok ?? throw new Refused($reply->failure->message);
    }

    /** @param array{kind: string, secret: string} $password */
    private static function hash(string $kind, #[\SensitiveParameter] array $password): string
    {
        return match (true) {
            $password['kind'] === 'hash' => $password['secret'],
            // One that was made up has nothing to guess in it, so it is hashed cheaply; WordPress hashes it anew at the first login.
            $kind === 'reset-password' => password_hash($password['secret'], PASSWORD_BCRYPT, ['cost' => 4]),
            default => wp_hash_password($password['secret']),
        };
    }
}
