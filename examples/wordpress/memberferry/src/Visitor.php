<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** Who asks for a page, as far as rules can ask about them. What that means for a page, the library says. */
final class Visitor
{
    /** No rule asks for the address, and WordPress keeps some that are none to the library, or none at all: everybody has this one here. */
    private const ADDRESS = 'visitor@example.com';

    /** @var array<int, \stdClass> */
    private static array $known = [];

    /** A user as rules and schedules know them, by one question to the database. */
    public static function document(\WP_User $user): \stdClass
    {
        if (isset(self::$known[$user->ID])) {
            return self::$known[$user->ID];
        }
        global $wpdb;
        $own = "{$wpdb->prefix}memberferry_";
        $id = (int) $user->ID;
        $rows = Tables::rows("SELECT 't', tag, '' FROM {$own}tags WHERE user_id = {$id}
            UNION ALL SELECT 'e', offering, document FROM {$own}enrollments WHERE user_id = {$id}
            UNION ALL SELECT 'd', '', document FROM {$own}users WHERE user_id = {$id}");
        $is = (object) ['id' => (string) $user->ID, 'email' => self::ADDRESS, 'roles' => array_values($user->roles), 'tags' => []];
        foreach ($rows as [$what, $name, $document]) {
            if ($what === 't') {
                $is->tags[] = $name;
                continue;
            }
            $document = json_decode((string) $document, false, 512, JSON_THROW_ON_ERROR);
            if ($what === 'e') {
                $is->enrollments ??= new \stdClass();
                $is->enrollments->{$name} = $document;
            } else {
                foreach (['createdAt', 'timeZone'] as $field) {
                    if (isset($document->$field)) {
                        $is->$field = $document->$field;
                    }
                }
            }
        }

        return self::$known[$user->ID] = $is;
    }

    /** Forgets whom it knows: somebody was changed. */
    public static function forget(): void
    {
        self::$known = [];
    }
}
