<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** Holds back every mail that WordPress or a plugin would send because members are written. */
final class MailHold
{
    /** How many mails were held back in this process. */
    public static int $held = 0;

    private static bool $isHolding = false;

    /**
     * While it lasts, nobody else hears of a mail either: plugins that send by a service of their own hook into the very same filter.
     *
     * @template T
     * @param \Closure(): T $work
     * @return T
     */
    public static function during(\Closure $work): mixed
    {
        if (self::$isHolding) {
            return $work();
        }
        $others = $GLOBALS['wp_filter']['pre_wp_mail'] ?? null;
        unset($GLOBALS['wp_filter']['pre_wp_mail']);
        self::$isHolding = true;
        add_filter('pre_wp_mail', self::hold(...));
        // A plugin that replaces `wp_mail` may not ask that filter, but it asks this one, and sends nothing to nobody.
        add_filter('wp_mail', self::toNobody(...), PHP_INT_MAX);
        try {
            return $work();
        } finally {
            remove_all_filters('wp_mail', PHP_INT_MAX);
            unset($GLOBALS['wp_filter']['pre_wp_mail']);
            if ($others !== null) {
                $GLOBALS['wp_filter']['pre_wp_mail'] = $others;
            }
            self::$isHolding = false;
        }
    }

    private static function hold(): bool
    {
        self::$held++;

        return true;
    }

    private static function toNobody(mixed $mail): mixed
    {
        return ['to' => []] + (array) $mail;
    }
}
