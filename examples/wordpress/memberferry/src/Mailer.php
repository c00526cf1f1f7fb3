<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/**
 * Tells new users how to log in, after the plan said whom to tell and the run came that far. A mail that may have been sent is not sent again
 * by itself: it is listed, and somebody decides.
 */
final class Mailer
{
    private const PART = 10;

    /** Sends some of what waits. Whether anything still does. */
    public static function send(Lock $lock, float $until): bool
    {
        while (($waiting = self::waiting(self::PART)) !== []) {
            foreach ($waiting as [$id, $message]) {
                self::sendOne((int) $id, (string) $message);
            }
            $lock->renew();
            if (microtime(true) >= $until) {
                return self::waiting(1) !== [];
            }
        }

        return false;
    }

    /** Has a mail sent anew. */
    public static function again(int $id): void
    {
        global $wpdb;
        Tables::run("DELETE FROM {$wpdb->prefix}memberferry_mails WHERE user_id = %d AND message = 'credentials'", $id);
        Tables::run("INSERT IGNORE INTO {$wpdb->prefix}memberferry_outbox VALUES (%d, 'credentials')", $id);
        Ticks::schedule();
    }

    /**
     * What became of the mails, those that did not go out first.
     *
     * @return list<array{id: int, login: string, email: string, state: string, at: ?string}>
     */
    public static function listing(int $limit = 200): array
    {
        global $wpdb;
        $question = "SELECT u.ID, u.user_login, u.user_email, m.state, m.at FROM {$wpdb->users} u
            JOIN {$wpdb->prefix}memberferry_mails m ON m.user_id = u.ID AND m.message = 'credentials'
            ORDER BY m.state = 'sent', m.at DESC, u.ID LIMIT %d";

        return array_map(
            static fn ($row) => ['id' => (int) $row[0], 'login' => $row[1], 'email' => $row[2], 'state' => $row[3], 'at' => $row[4]],
            Tables::rows($question, $limit),
        );
    }

    /** How many mails are in which state. @return array<string, int> */
    public static function counts(): array
    {
        global $wpdb;
        $counts = ['waiting' => (int) Tables::rows("SELECT COUNT(*) FROM {$wpdb->prefix}memberferry_outbox")[0][0]];
        foreach (Tables::rows("SELECT state, COUNT(*) FROM {$wpdb->prefix}memberferry_mails WHERE message = 'credentials' GROUP BY state") as [$state, $count]) {
            $counts[$state] = (int) $count;
        }

        return $counts;
    }

    /** @return list<list<?string>> */
    private static function waiting(int $limit): array
    {
        global $wpdb;
        $own = "{$wpdb->prefix}memberferry_";

        return Tables::rows("SELECT o.user_id, o.message FROM {$own}outbox o LEFT JOIN {$own}mails m
            ON m.user_id = o.user_id AND m.message = o.message WHERE m.user_id IS NULL ORDER BY o.user_id LIMIT %d", $limit);
    }

    private static function sendOne(int $id, string $message): void
    {
        global $wpdb;
        $own = "{$wpdb->prefix}memberferry_";
        $now = gmdate('Y-m-d H:i:s');
        // Said before it is done: whoever dies in between leaves a mail that nobody knows about, and not one that is sent twice.
        if (Tables::run("INSERT IGNORE INTO {$own}mails VALUES (%d, %s, 'sending', %s)", $id, $message, $now) === 0) {
            return;
        }
        $user = get_userdata($id);
        $state = $user !== false && self::mail($user) ? 'sent' : 'failed';
        Tables::run("UPDATE {$own}mails SET state = %s, at = %s WHERE user_id = %d AND message = %s", $state, $now, $id, $message);
        Tables::run("DELETE FROM {$own}outbox WHERE user_id = %d AND message = %s", $id, $message);
    }

    private static function mail(\WP_User $user): bool
    {
        $key = get_password_reset_key($user);
        if (is_wp_error($key)) {
            return false;
        }
        $link = network_site_url('wp-login.php?action=rp&key=' . $key . '&login=' . rawurlencode($user->user_login), 'login');
        $site = wp_specialchars_decode(get_bloginfo('name'), ENT_QUOTES);
        $mail = [
            /* translators: %s: the name of the site */
            'subject' => sprintf(__('[%s] Your account has moved', 'memberferry'), $site),
            'message' => sprintf(
                /* translators: 1: name of the site, 2: login name, 3: a link */
                __("%1\$s has a new home, and your account is there already.\n\nYour login name: %2\$s\nChoose your password here: %3\$s\n", 'memberferry'),
                $site,
                $user->user_login,
                $link,
            ),
        ];
        $mail = (array) apply_filters('memberferry_credentials_mail', $mail, $user, $link);

        return wp_mail($user->user_email, (string) $mail['subject'], (string) $mail['message']);
    }
}
