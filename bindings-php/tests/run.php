<?php

// Runs the tests: every public method of the classes in `*Test.php` whose name begins with `test`, in a new object each. Names on the
// command line pick some: `php run.php Vectors Run::testKilled`. A warning of PHP fails the test that caused it.

declare(strict_types=1);

namespace Memberferry\Tests;

require __DIR__ . '/autoload.php';

if (!extension_loaded('memberferry')) {
    fwrite(STDERR, "the extension is not loaded; `cargo xtask test` runs this with it\n");
    exit(2);
}
error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    if ((error_reporting() & $level) === 0) {
        return false;
    }
    throw new \ErrorException($message, 0, $level, $file, $line);
});

$picked = array_slice($argv, 1);
$failures = [];
$passed = 0;
foreach (glob(__DIR__ . '/*Test.php') ?: [] as $file) {
    $area = basename($file, 'Test.php');
    $class = new \ReflectionClass("Memberferry\\Tests\\{$area}Test");
    foreach ($class->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
        $name = "{$area}::{$method->getName()}";
        $isPicked = $picked === [] || array_filter($picked, static fn ($part) => str_contains($name, $part)) !== [];
        if (!str_starts_with($method->getName(), 'test') || !$isPicked) {
            continue;
        }
        $test = $class->newInstance();
        try {
            $method->invoke($test);
            $passed++;
        } catch (\Throwable $error) {
            $failures[] = "{$name}\n{$error}";
            echo "FAILED {$name}\n";
        } finally {
            $test->tearDown();
        }
    }
}
echo $failures === [] ? '' : "\n" . implode("\n\n", $failures) . "\n\n";
echo "{$passed} passed, ", count($failures), " failed\n";
exit($failures === [] && $passed > 0 ? 0 : 1);
