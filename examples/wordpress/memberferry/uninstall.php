<?php

// Deletes what the plugin kept: its tables, its options, its folder. The users it made are WordPress's, and stay.

declare(strict_types=1);

defined('WP_UNINSTALL_PLUGIN') || exit;

require __DIR__ . '/src/autoload.php';

MemberferryPlugin\Folder::removeAll();
MemberferryPlugin\Tables::drop();
foreach (['site', 'pages', 'posts', 'move', 'redirects', 'maintenance', 'releases_until', 'lock'] as $name) {
    delete_option("memberferry_{$name}");
}
delete_metadata('post', 0, MemberferryPlugin\Access::PAGE, '', true);
delete_metadata('post', 0, MemberferryPlugin\Access::AROUND, '', true);
delete_metadata('user', 0, 'memberferry_once', '', true);
wp_clear_scheduled_hook('memberferry_tick');
wp_clear_scheduled_hook('memberferry_releases');
