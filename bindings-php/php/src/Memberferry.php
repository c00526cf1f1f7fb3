<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * Moves membership sites safely: read, check, plan, apply, prove.
 *
 *     $intake = Memberferry::readContacts('keap-export.csv');
 *     echo count($intake->contacts), ' people, ', count($intake->issues), " issues\n";
 *
 * What is large stays in Rust, behind handles: `Contacts`, `Site`, `Snapshot`, `Plan`, `Run`. What is small are records, values that cannot be
 * changed; wherever one is taken, an array in the form of the wire (camelCase keys, as in a site document) is taken as well. What is refused
 * is an exception of its area, with a stable `code`; what the operating system refuses is a `FileException`.
 */
final class Memberferry
{
    use Functions\Checking;
    use Functions\Moving;
    use Functions\OfSites;
    use Functions\Reading;

    /** The version of the extension, which is that of this package. */
    public static function version(): string
    {
        return Native\version();
    }
}
