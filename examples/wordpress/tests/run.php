<?php

// Tests the plugin on real sites: `php run.php --extension=FILE --wordpress=FOLDER … --work=FOLDER [NAME …]`. Each folder holds a WordPress as its
// Debian package has it; every test runs on each. Names pick some of the tests.

declare(strict_types=1);

namespace MemberferryTests;

require __DIR__ . '/autoload.php';

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    return (error_reporting() & $level) === 0 ? false : throw new \ErrorException($message, 0, $level, $file, $line);
});
$options = getopt('', ['extension:', 'wordpress:', 'work:', 'bench::'], $rest);
$picked = array_slice($argv, $rest);
$work = rtrim($options['work'], '/');
exec('rm -rf ' . escapeshellarg($work) . '/sites ' . escapeshellarg($work) . '/database');
@mkdir("{$work}/sites", 0o755, true);
@mkdir("{$work}/database", 0o755, true);
$database = new Database("{$work}/database");
$failures = [];
$passed = 0;
$open = [];
try {
    foreach ((array) $options['wordpress'] as $number => $sources) {
        $make = static function (string $name) use ($database, $options, $sources, $work, $number, &$open): WordPress {
            $folder = "{$work}/sites/{$number}-{$name}";
            mkdir($folder, 0o755, true);

            return $open[] = new WordPress($database, $options['extension'], $sources, $folder, "site{$number}_" . strtr($name, '-', '_'));
        };
        if (isset($options['bench'])) {
            (new Bench($make, $database, $options['bench'] === false ? 10_000 : (int) $options['bench']))->run();
            continue;
        }
        foreach (glob(__DIR__ . '/*Test.php') ?: [] as $file) {
            $area = basename($file, 'Test.php');
            $class = new \ReflectionClass("MemberferryTests\\{$area}Test");
            foreach ($class->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
                $name = "{$area}::{$method->getName()}";
                $isPicked = $picked === [] || array_filter($picked, static fn ($part) => str_contains($name, $part)) !== [];
                if (!str_starts_with($method->getName(), 'test') || !$isPicked) {
                    continue;
                }
                $start = microtime(true);
                $at = count($open);
                try {
                    $method->invoke($class->newInstance($make));
                    $passed++;
                    $version = isset($open[$at]) ? $open[$at]->version() : '';
                    printf("ok %s, WordPress %s, %.1f s\n", $name, $version, microtime(true) - $start);
                } catch (\Throwable $error) {
                    $failures[] = "{$name} ({$sources})\n{$error}";
                    echo "FAILED {$name}\n{$error}\n";
                } finally {
                    foreach (array_splice($open, $at) as $site) {
                        $site->stop();
                    }
                }
            }
        }
    }
} finally {
    foreach ($open as $site) {
        $site->stop();
    }
    $database->stop();
}
echo "{$passed} passed, ", count($failures), " failed\n";
exit($failures === [] && ($passed > 0 || isset($options['bench'])) ? 0 : 1);
