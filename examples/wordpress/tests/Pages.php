<?php

declare(strict_types=1);

namespace MemberferryTests;

/** Posts for the pages of the site document, and one that nobody guards. */
final class Pages
{
    public static function make(WordPress $site): void
    {
        $names = ['account', 'watercolour', 'washes', 'edges', 'skies', 'circle', 'vip', 'buy', 'open'];
        $site->ask('foreach ($v[0] as $name) { wp_insert_post(["post_type" => "page", "post_status" => "publish", "post_title" => ucfirst($name),
            "post_name" => $name, "post_content" => "The secret of {$name}."]); } return 1;', $names);
        $site->serve();
    }
}
