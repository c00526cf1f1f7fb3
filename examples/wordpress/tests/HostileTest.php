<?php

declare(strict_types=1);

namespace MemberferryTests;

/** What somebody would send who means harm, or whose export is broken. */
final class HostileTest extends TestCase
{
    private string $uploadNonce = '';

    private const TOOLS = '/wp-admin/tools.php?page=memberferry';

    public function testNothingThatIsSentIsRunUnpackedOrGivenAway(): void
    {
        $site = ($this->site)('hostile');
        Pages::make($site);
        $owner = new Browser($site->address);
        $owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']);
        $owner->get(self::TOOLS);
        [$to, $fields] = $owner->form('verb=site');
        $owner->post($to, ['document' => json_encode(Export::site($site->address, 'staging'))] + $fields);

        $php = "Email,First Name,Tags\nada@example.com,\"<?php touch('{$site->folder}/owned'); ?>\",\"=cmd|' /C calc'!A0\"\n";
        foreach (['shell.php', '../../../wp-content/uploads/shell.php', "shell.php\0.csv", '.htaccess', 'a.phtml'] as $name) {
            $this->upload($owner, str_replace("\0", '%00', $name), $php);
            $page = $owner->get(self::TOOLS . '&step=export')->body;
            $this->contains('ada@example.com', $page);
            $this->contains('&lt;?php', $page);
            $this->lacks('<?php', $page);
            $this->lacks('../', strip_tags($page));
        }
        $this->that(!file_exists("{$site->folder}/owned"));
        $this->same([], array_values(array_filter(explode("\n", (string) shell_exec('find ' . escapeshellarg("{$site->folder}/wp-content") . " -name 'shell*' -o -name export -o -name '*.csv'")))));
        $folder = $site->ask('return MemberferryPlugin\Folder::path();');
        $this->same(1, count(glob("{$folder}/*/export")), 'the exports before it were not deleted');
        foreach ([$folder => 0o700, ...array_fill_keys(glob("{$folder}/*"), 0o700), ...array_fill_keys(glob("{$folder}/*/export"), 0o600)] as $path => $mode) {
            $this->same($mode, fileperms($path) & 0o777, $path);
        }

        // A bomb under another name: nothing here unpacks anything, and what is no text is refused and deleted.
        $bomb = "PK\x03\x04" . gzdeflate(str_repeat("\0", 8 << 20), 9) . random_bytes(4_096);
        foreach (["PK\x03\x04" . $bomb, gzencode(str_repeat('a,b,c' . "\n", 1 << 18)), random_bytes(1 << 16), ''] as $binary) {
            $this->upload($owner, 'contacts.csv', $binary);
            $this->that(memory_get_usage() < 1 << 28);
            $this->lacks('The export is here', $owner->get(self::TOOLS . '&step=export')->body);
            $this->contains('ada@example.com', $owner->body);
        }
        $this->same(1, count(glob("{$folder}/*")), 'what was refused was not deleted');
        $this->sizes($site, $folder);
        $this->inTheReport($site);
    }

    /** Two gigabytes, said or not said: refused, and nothing of it stays. */
    private function sizes(WordPress $site, string $folder): void
    {
        $large = dirname($site->folder) . '/large';
        $file = fopen($large, 'wb');
        ftruncate($file, 2 << 30);
        fclose($file);
        $before = disk_free_space($folder);
        foreach (['(int) filesize($v[0])', '0'] as $declared) {
            $said = $site->ask("try { MemberferryPlugin\\Upload::store(fopen(\$v[0], 'rb'), \$v[1], {$declared}); return 'kept'; }
                catch (MemberferryPlugin\\Refused \$refused) { return \$refused->getMessage(); }", $large, "{$folder}/large");
            $this->contains('larger than', $said);
            $this->that(!file_exists("{$folder}/large"));
        }
        [$status, , $errors] = $site->command('upload', $large);
        $this->that($status === 1 && str_contains($errors, 'larger than'), $errors);
        $this->that(abs($before - disk_free_space($folder)) < 1 << 30);
        unlink($large);
        // A body that PHP itself throws away is answered in words, by the page that it came from.
        $owner = new Browser($site->address);
        $owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']);
        $owner->send('POST', '/wp-admin/admin-post.php?action=memberferry&verb=upload', str_repeat('x', 65 << 20), ['Content-Type' => 'multipart/form-data; boundary=x']);
        $this->same(302, $owner->status);
        $this->contains('larger than', $owner->get(self::TOOLS . '&step=export')->body);
    }

    private function upload(Browser $owner, string $name, string $content): void
    {
        $owner->get(self::TOOLS . '&step=export');
        if (str_contains($owner->body, 'verb=discard')) {
            // There is an export already: the form for another one is the same, from a page that is still open elsewhere.
            [, $fields] = $owner->form('verb=discard');
            $nonce = $this->uploadNonce;
        } else {
            [, $fields] = $owner->form('verb=upload');
            $nonce = $this->uploadNonce = $fields['_memberferry'];
        }
        $owner->upload('/wp-admin/admin-post.php?action=memberferry&verb=upload', ['_memberferry' => $nonce] + $fields, 'export', $name, $content);
        $this->same(302, $owner->status, $owner->body);
    }

    /** Formulas stay text, wherever they come out. */
    private function inTheReport(WordPress $site): void
    {
        $this->done($site, 'plan', '--all-contacts');
        $file = dirname($site->folder) . '/report.html';
        $this->done($site, 'report', $file);
        $report = (string) file_get_contents($file);
        $this->lacks('<?php', $report);
        $this->lacks('<script', $report);
    }

    public function testNoAddressAndNoLoginNameIsStoredAsAnother(): void
    {
        $site = ($this->site)('names');
        // The owner of a copy for trying things out has an address that no list can have.
        $site->query("UPDATE wp_users SET user_email = 'owner@site.local' WHERE ID = 1");
        $rows = [
            ['zoë@example.org', 'Zoë'], ['zo@example.org', 'Zo'], ['a+b@example.org', 'Plus'], ['ab@example.org', 'Ab'],
            [str_repeat('l', 49) . '@example.org', 'Sixty-one'], ['иван@example.org', 'Иван'], ['plain@example.org', 'Tom & <b>Jerry</b>'],
            ['o\'brien@example.org', 'Slash\\ed'], ['UPPER@example.org', 'Upper'], ['a&b@example.org', 'Ampersand'], ['zoe@müller.example', 'Domain'],
        ];
        $file = dirname($site->folder) . '/names.csv';
        file_put_contents($file, "Email,First Name,Tags\n" . implode('', array_map(static fn ($row) => "\"{$row[0]}\",\"{$row[1]}\",VIP\n", $rows)));
        file_put_contents("{$file}.site", json_encode(Export::site($site->address, 'staging')));
        $this->done($site, 'site', "{$file}.site");
        $this->done($site, 'upload', $file);
        [$status, $said] = $site->command('plan', '--all-contacts');
        $this->same(1, $status);
        $this->contains('blocked by email-not-storable', $said);
        $this->contains('username-rewritten', $said);
        $said = $this->done($site, 'plan', '--all-contacts', '--waive=email-not-storable:they are written to by hand');
        $this->done($site, 'approve', $this->digest($said));
        $this->done($site, 'run', '--in-spite=a rehearsal', '--i-have-a-backup');
        $this->done($site, 'verify');
        $stored = array_column($site->query('SELECT user_email, user_login FROM wp_users WHERE ID > 1 ORDER BY ID'), 1, 0);
        $planned = $site->ask('foreach (MemberferryPlugin\Move::current()->plan()->operations() as $o) { if ($o->kind === "create-user") { $m[$o->change->email] = $o->change->username; } } return $m;');
        ksort($stored);
        ksort($planned);
        $this->same($planned, $stored);
        $addresses = array_map(static fn ($row) => $row[0], $rows);
        foreach ($stored as $address => $login) {
            $isPunycode = $address === 'zoe@xn--mller-kva.example';
            $this->that($isPunycode || in_array($address, $addresses, true), "`{$address}` is nobody’s");
            $this->that(strlen($login) <= 60 && $login !== '' && preg_match('/\A[A-Za-z0-9 _.\-@]+\z/', $login) === 1, $login);
        }
        $this->that(!isset($stored['zoë@example.org']) && isset($stored['zo@example.org'], $stored['ab@example.org'], $stored['a+b@example.org']), json_encode($stored));
        $this->same('Tom &amp;', rtrim(substr($site->ask('return get_user_by("email", "plain@example.org")->first_name;'), 0, 9)));
    }
}
