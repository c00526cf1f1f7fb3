<?php

// The whole job from a shell, for sites that have one: `php memberferry.php --path=/srv/www help`.

declare(strict_types=1);

if (PHP_SAPI !== 'cli') {
    http_response_code(404);
    exit;
}

$options = [];
$words = [];
foreach (array_slice($argv, 1) as $word) {
    if (preg_match('/\A--([a-z-]+)(?:=(.*))?\z/s', $word, $match) === 1) {
        $options[$match[1]][] = $match[2] ?? '';
    } else {
        $words[] = $word;
    }
}

$path = $options['path'][0] ?? null;
for ($folder = __DIR__; $path === null && $folder !== dirname($folder); $folder = dirname($folder)) {
    $path = is_file("{$folder}/wp-load.php") ? $folder : null;
}
if ($path === null || !is_file("{$path}/wp-load.php")) {
    fwrite(STDERR, "error: there is no WordPress here; name its folder by --path=\n");
    exit(2);
}
// WordPress's own maintenance file keeps everybody out, and with them the one who would end it.
$wp_filter = ['enable_maintenance_mode' => [0 => [['function' => static fn () => false, 'accepted_args' => 0]]]];
require "{$path}/wp-load.php";

if (!class_exists(MemberferryPlugin\Plugin::class)) {
    fwrite(STDERR, "error: the plugin Memberferry is not active on this site\n");
    exit(2);
}
exit(MemberferryPlugin\Shell\Command::main($words, $options));
