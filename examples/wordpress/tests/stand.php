<?php

// Makes one site and keeps it up until its standard input ends: for trying by hand. It takes what `run.php` takes.

declare(strict_types=1);

namespace MemberferryTests;

require __DIR__ . '/autoload.php';

$options = getopt('', ['extension:', 'wordpress:', 'work:']);
$work = rtrim($options['work'], '/');
exec('rm -rf ' . escapeshellarg($work) . '/sites ' . escapeshellarg($work) . '/database');
foreach (['sites/stand', 'database'] as $folder) {
    @mkdir("{$work}/{$folder}", 0o755, true);
}
$database = new Database("{$work}/database");
$site = new WordPress($database, $options['extension'], $options['wordpress'], "{$work}/sites/stand", 'stand');
Pages::make($site);
$who = WordPress::ADMINISTRATOR;
$password = $site->ask('return WP_Application_Passwords::create_new_application_password(1, ["name" => "stand"])[0];');
echo "{$site->address} {$site->folder}\n{$who['login']} / {$who['password']}\napplication password: {$password}\n";
file_put_contents("{$work}/site.json", json_encode(Export::site($site->address)));
file_put_contents("{$work}/export.csv", Export::csv(100));
fgets(STDIN);
$site->stop();
$database->stop();
