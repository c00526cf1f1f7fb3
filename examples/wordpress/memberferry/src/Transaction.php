<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * A transaction that is all or nothing even where WordPress is not: a connection that is lost is not silently made anew in the middle, and
 * what is written after a deadlock is not kept without what was written before it.
 */
final class Transaction
{
    /**
     * @template T
     * @param \Closure(): T $work
     * @return T
     */
    public static function of(\Closure $work): mixed
    {
        global $wpdb;
        $retries = $wpdb->reconnect_retries;
        // `START TRANSACTION` would leave what follows a deadlock to be committed statement by statement.
        Tables::run('SET autocommit = 0');
        $wpdb->reconnect_retries = 0;
        try {
            $made = $work();
            Tables::run('COMMIT');

            return $made;
        } catch (\Throwable $error) {
            $wpdb->query('ROLLBACK');
            // What was read within the transaction is no longer so.
            wp_cache_flush();
            throw $error;
        } finally {
            $wpdb->reconnect_retries = $retries;
            $wpdb->query('SET autocommit = 1');
        }
    }
}
