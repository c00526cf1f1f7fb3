<?php

// What Composer's autoloader does with the package's `composer.json`, for tests that have no Composer.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $roots = ['Memberferry\\Tests\\' => __DIR__ . '/', 'Memberferry\\' => __DIR__ . '/../php/src/'];
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
