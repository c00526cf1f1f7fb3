<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * Writes the meta that WordPress gives a new user by one statement. By itself it writes one key after the other and reads all of
 * them again after each, which is most of what a new user costs. Where a plugin listens to single keys, it is left to do so.
 */
final class NewMeta
{
    /** What WordPress itself does at each key; once is enough. */
    private const OF_WORDPRESS = 'wp_cache_set_users_last_changed';

    /** @var array<int, list<array{string, mixed}>> The meta that is not written yet, by user. */
    private array $waiting = [];

    /** @var array<int, bool> Whether a user has no meta yet. */
    private array $isNew = [];

    private function __construct()
    {
    }

    /**
     * What a call gives that makes a user.
     *
     * @template T
     * @param \Closure(): T $call
     * @return T
     */
    public static function during(\Closure $call): mixed
    {
        if (self::isListenedTo()) {
            return $call();
        }
        $self = new self();
        $add = $self->add(...);
        $update = $self->update(...);
        $write = $self->write(...);
        add_filter('add_user_metadata', $add, PHP_INT_MAX, 4);
        add_filter('update_user_metadata', $update, PHP_INT_MAX, 4);
        // Whoever is told of the new user finds all of them.
        add_action('user_register', $write, PHP_INT_MIN);
        try {
            return $call();
        } finally {
            remove_filter('add_user_metadata', $add, PHP_INT_MAX);
            remove_filter('update_user_metadata', $update, PHP_INT_MAX);
            remove_action('user_register', $write, PHP_INT_MIN);
            $self->write();
        }
    }

    private function add(mixed $check, mixed $user, string $key, mixed $value): mixed
    {
        if ($check !== null || !$this->isNew((int) $user)) {
            return $check;
        }
        $this->waiting[(int) $user][] = [$key, $value];

        return true;
    }

    private function update(mixed $check, mixed $user, string $key, mixed $value): mixed
    {
        if ($check !== null || !$this->isNew((int) $user)) {
            return $check;
        }
        $others = array_filter($this->waiting[(int) $user] ?? [], static fn ($meta) => $meta[0] !== $key);
        $this->waiting[(int) $user] = [...array_values($others), [$key, $value]];

        return true;
    }

    private function isNew(int $user): bool
    {
        return $this->isNew[$user] ??= get_user_meta($user) === [];
    }

    private function write(): void
    {
        global $wpdb;
        $rows = [];
        foreach ($this->waiting as $user => $meta) {
            foreach ($meta as [$key, $value]) {
                $rows[] = [$user, $key, (string) maybe_serialize($value)];
            }
            wp_cache_delete($user, 'user_meta');
            // From here on they have some, and it is WordPress's to change.
            $this->isNew[$user] = false;
        }
        $this->waiting = [];
        Tables::insert("INSERT INTO {$wpdb->usermeta} (user_id, meta_key, meta_value)", $rows);
        if ($rows !== [] && function_exists(self::OF_WORDPRESS)) {
            (self::OF_WORDPRESS)();
        }
    }

    private static function isListenedTo(): bool
    {
        foreach (['add_user_meta', 'added_user_meta', 'update_user_meta', 'updated_user_meta'] as $hook) {
            foreach ($GLOBALS['wp_filter'][$hook]->callbacks ?? [] as $callbacks) {
                foreach ($callbacks as $callback) {
                    if ($callback['function'] !== self::OF_WORDPRESS) {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
