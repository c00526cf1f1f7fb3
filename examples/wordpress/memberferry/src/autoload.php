<?php

// The plugin's own classes, and the package `memberferry/memberferry`: as Composer put it into `vendor`, or where `MEMBERFERRY_PACKAGE` says.

declare(strict_types=1);

if (is_file(__DIR__ . '/../vendor/autoload.php')) {
    require_once __DIR__ . '/../vendor/autoload.php';
}

spl_autoload_register(static function (string $class): void {
    $roots = ['MemberferryPlugin\\' => __DIR__ . '/'];
    if (defined('MEMBERFERRY_PACKAGE')) {
        $roots['Memberferry\\'] = rtrim(MEMBERFERRY_PACKAGE, '/') . '/';
    }
    foreach ($roots as $prefix => $folder) {
        if (str_starts_with($class, $prefix)) {
            $file = $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
            if (is_file($file)) {
                require $file;
            }

            return;
        }
    }
});
