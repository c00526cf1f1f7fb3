<?php

// Writes the stubs of the extension anew: `php -d extension=… tests/write_stubs.php`.

declare(strict_types=1);

require __DIR__ . '/autoload.php';

file_put_contents(Memberferry\Tests\Stubs::FILE, Memberferry\Tests\Stubs::text());
