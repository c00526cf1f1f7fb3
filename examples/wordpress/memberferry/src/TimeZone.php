<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** The time zone of the site, by the name that the time zone database has for it. */
final class TimeZone
{
    /** Absent where WordPress is set to an offset from UTC that is no whole number of hours: no zone has such a name. */
    public static function ofSite(): ?string
    {
        $zone = wp_timezone_string();
        if (preg_match('/\A([+-])(\d\d):(\d\d)\z/', $zone, $offset) !== 1) {
            return $zone;
        }
        [, $sign, $hours, $minutes] = $offset;
        if ((int) $hours === 0 && $minutes === '00') {
            return 'UTC';
        }

        // These zones are named after what has to be added to have UTC: two hours ahead is `Etc/GMT-2`.
        return $minutes === '00' ? 'Etc/GMT' . ($sign === '+' ? '-' : '+') . (int) $hours : null;
    }
}
