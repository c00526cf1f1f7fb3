<?php

// What the tests need of a site: mails are kept in a file, a lock that a killed process held is given up soon, and a plugin that sends mails
// to new users, as some do.

declare(strict_types=1);

add_filter('pre_wp_mail', static function ($sent, array $mail) {
    $to = is_array($mail['to']) ? implode(',', $mail['to']) : $mail['to'];
    $line = json_encode(['to' => $to, 'subject' => $mail['subject'], 'message' => $mail['message']]) . "\n";
    file_put_contents(MEMBERFERRY_TEST_WORK . '/mails', $line, FILE_APPEND | LOCK_EX);

    return true;
}, 10, 2);
add_filter('memberferry_lock_seconds', static fn () => 2);
add_filter('memberferry_upload_limit', static fn () => 32 << 20);
add_action('user_register', static function (int $user): void {
    wp_mail(get_userdata($user)->user_email, 'Welcome', 'Another plugin greets you.');
});
// What the guard of a page costs, for the benchmark: the CPU time around it.
$meter = static fn () => ($used = getrusage())['ru_utime.tv_sec'] * 1e3 + $used['ru_stime.tv_sec'] * 1e3 + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e3;
$began = 0.0;
add_action('template_redirect', static function () use ($meter, &$began): void {
    $began = $meter();
}, 4);
add_action('template_redirect', static function () use ($meter, &$began): void {
    header(sprintf('X-Memberferry-Decision: %.4f', $meter() - $began));
}, 6);
