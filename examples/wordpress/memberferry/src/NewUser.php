<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** Makes a user by WordPress's own function, so that every plugin hears of it. Sends nothing and decides nothing. */
final class NewUser
{
    private const LONGEST_DISPLAY_NAME = 250;

    /** The id of a user who was made as a `create-user` and the user that it makes say. */
    public static function make(\stdClass $operation, \stdClass $user): int
    {
        $change = $operation->change;
        if (!wp_roles()->is_role($change->role)) {
            throw new Refused("this site has no role `{$change->role}`");
        }
        [$first, $last] = [$user->firstName ?? '', $user->lastName ?? ''];
        $name = trim("{$first} {$last}");
        $fields = [
            'user_login' => $change->username,
            'user_email' => $change->email,
            // Nobody knows it, and no hash is made of it. The passwords come in a phase of their own.
            'user_pass' => wp_generate_uuid4(),
            'first_name' => $first,
            'last_name' => $last,
            'display_name' => mb_substr($name === '' ? $change->username : $name, 0, self::LONGEST_DISPLAY_NAME),
            'role' => $change->role,
        ];
        if (isset($user->createdAt)) {
            $fields['user_registered'] = gmdate('Y-m-d H:i:s', (new \DateTimeImmutable($user->createdAt))->getTimestamp());
        }
        $id = GivenHash::during('!' . bin2hex(random_bytes(16)), static fn () => NewMeta::during(static fn () => wp_insert_user(wp_slash($fields))));
        if (is_wp_error($id)) {
            $taken = ['existing_user_login', 'existing_user_email'];
            $why = wp_strip_all_tags($id->get_error_message());
            throw in_array($id->get_error_code(), $taken, true) ? new Conflict($why) : new Refused($why);
        }
        if (!$id) {
            throw new Refused('WordPress made no user, and does not say why');
        }

        return (int) $id;
    }
}
