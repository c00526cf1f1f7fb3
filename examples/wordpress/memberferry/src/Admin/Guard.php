<?php

declare(strict_types=1);

namespace MemberferryPlugin\Admin;

use MemberferryPlugin\Plugin;
use MemberferryPlugin\Refused;
use MemberferryPlugin\Tables;

/**
 * Who may do what: whoever has the capability, by a form that this site made for them, once. WordPress's nonces are good for a day and as many
 * times as one likes, so a form also carries a token that is gone when it was used.
 */
final class Guard
{
    private const META = 'memberferry_once';
    private const KEPT = 40;

    private static ?string $token = null;

    /** The hidden fields of a form. */
    public static function fields(string $verb): string
    {
        return wp_nonce_field(self::action($verb), '_memberferry', false, false)
            . sprintf('<input type="hidden" name="_once" value="%s">', esc_attr(self::token()));
    }

    /** Ends the request unless it comes from such a form, sent for the first time. */
    public static function check(string $verb): void
    {
        if (!current_user_can(Plugin::CAPABILITY)) {
            wp_die(esc_html__('You may not do this.', 'memberferry'), '', ['response' => 403]);
        }
        $nonce = is_string($_POST['_memberferry'] ?? null) ? $_POST['_memberferry'] : '';
        if (!wp_verify_nonce($nonce, self::action($verb))) {
            wp_die(esc_html__('This form is too old, or of another page. Go back, load the page anew, and send it again.', 'memberferry'), '', ['response' => 403]);
        }
        $once = is_string($_POST['_once'] ?? null) ? $_POST['_once'] : '';
        if (!self::use($once)) {
            throw new Refused(__('this form was sent already. Nothing was done a second time.', 'memberferry'));
        }
    }

    public static function action(string $verb): string
    {
        return "memberferry-{$verb}";
    }

    private static function token(): string
    {
        global $wpdb;
        if (self::$token === null) {
            self::$token = bin2hex(random_bytes(16));
            $user = get_current_user_id();
            Tables::run("INSERT INTO {$wpdb->usermeta} (user_id, meta_key, meta_value) VALUES (%d, %s, %s)", $user, self::META, self::kept(self::$token));
            $old = Tables::rows("SELECT umeta_id FROM {$wpdb->usermeta} WHERE user_id = %d AND meta_key = %s ORDER BY umeta_id DESC LIMIT %d, 1", $user, self::META, self::KEPT);
            if ($old !== []) {
                Tables::run("DELETE FROM {$wpdb->usermeta} WHERE user_id = %d AND meta_key = %s AND umeta_id <= %d", $user, self::META, (int) $old[0][0]);
            }
        }

        return self::$token;
    }

    /** Two requests with the same token delete one row between them. */
    private static function use(string $token): bool
    {
        global $wpdb;

        return Tables::run(
            "DELETE FROM {$wpdb->usermeta} WHERE user_id = %d AND meta_key = %s AND meta_value = %s",
            get_current_user_id(),
            self::META,
            self::kept($token),
        ) === 1;
    }

    private static function kept(string $token): string
    {
        return hash('sha256', $token);
    }
}
