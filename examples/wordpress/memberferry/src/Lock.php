<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** That one process at a time does the work. Whoever holds it renews it; one that died loses it when it expires. */
final class Lock
{
    private const OPTION = 'memberferry_lock';

    private function __construct(private string $value)
    {
    }

    public function __destruct()
    {
        $this->release();
    }

    /** The lock, or nothing where another process works. */
    public static function take(): ?self
    {
        global $wpdb;
        $value = self::fresh();
        if (Tables::run("INSERT IGNORE INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'no')", self::OPTION, $value) === 1) {
            return new self($value);
        }
        $held = Tables::rows("SELECT option_value FROM {$wpdb->options} WHERE option_name = %s", self::OPTION)[0][0] ?? '';
        if ((int) $held > time()) {
            return null;
        }

        return self::replace((string) $held, $value) ? new self($value) : null;
    }

    /** Goes on holding it; where another process took it over, this one has to stop. */
    public function renew(): void
    {
        $value = self::fresh();
        if (!self::replace($this->value, $value)) {
            throw new Refused(__('another process took the work over.', 'memberferry'));
        }
        $this->value = $value;
    }

    public function release(): void
    {
        global $wpdb;
        $wpdb->query($wpdb->prepare("DELETE FROM {$wpdb->options} WHERE option_name = %s AND option_value = %s", self::OPTION, $this->value));
    }

    private static function replace(string $old, string $new): bool
    {
        global $wpdb;

        return Tables::run("UPDATE {$wpdb->options} SET option_value = %s WHERE option_name = %s AND option_value = %s", $new, self::OPTION, $old) === 1;
    }

    /** When it expires, and a name that no other process has. */
    private static function fresh(): string
    {
        return time() + (int) apply_filters('memberferry_lock_seconds', 60) . ' ' . bin2hex(random_bytes(8));
    }
}
