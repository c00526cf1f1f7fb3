<?php

declare(strict_types=1);

namespace MemberferryTests;

/** Five hundred members, moved by a process that is killed twice. */
final class MoveTest extends TestCase
{
    private const PEOPLE = 500;
    /** Members, by their number in the export, whose pages are looked at. */
    private const SAMPLE = [0, 1, 3, 17, 51];

    public function testFiveHundredMembersAreMovedByAProcessThatIsKilledTwice(): void
    {
        $site = ($this->site)('move');
        Pages::make($site);
        $file = dirname($site->folder) . '/export.csv';
        file_put_contents($file, Export::csv(self::PEOPLE));
        file_put_contents("{$file}.site", json_encode(Export::site($site->address)));
        $before = $site->query('SELECT * FROM wp_users WHERE ID = 1');
        $this->contains('7 pages guard posts', $this->done($site, 'site', "{$file}.site"));
        $this->contains('keap, certain', $this->done($site, 'upload', $file));
        $planned = $this->done($site, 'plan', '--all-contacts', '--passwords=reset-and-notify', '--notify', '--batch-size=40');
        $this->contains('toCreate                 500', $planned);
        $this->contains('nobody sees less or more than was asked for', $planned);
        $digest = $this->digest($planned);
        [$status, , $errors] = $site->command('run');
        $this->that($status === 1 && str_contains($errors, 'not approved'), $errors);
        $this->done($site, 'approve', $digest);
        [$status, , $errors] = $site->command('run');
        $this->that($status === 1 && str_contains($errors, 'not ready'), $errors);

        // Before anything is written: what each person will see, by what the source knows of them.
        $foreseen = $site->ask('$move = MemberferryPlugin\Move::current(); $contacts = $move->intake()->contacts;
            $table = MemberferryPlugin\SiteStore::site()->decideAll($contacts, new DateTimeImmutable());
            foreach ($v[0] as $number) { foreach ($table->pages as $page) { $seen[$number][$page] = $table->allows($number, $page); } } return $seen;', self::SAMPLE);

        $words = ['run', '--in-spite=a rehearsal', '--i-have-a-backup', '--tick=1'];
        foreach ([90, 310] as $users) {
            $process = $site->startCommand(...$words);
            while ($process->isRunning() && (int) $site->query('SELECT COUNT(*) FROM wp_users')[0][0] < $users) {
                usleep(5_000);
            }
            $this->that($process->isRunning(), 'it was over before it could be killed: ' . implode(' ', $process->isRunning() ? [] : $process->wait()));
            $process->kill();
            $this->same([], $site->mails(), 'mail before the notify phase');
            $this->same('on', $site->ask('return get_option("memberferry_maintenance");'));
            $this->same(503, (new Browser($site->address))->get('/')->status);
        }
        $this->done($site, ...$words);
        $this->same(self::PEOPLE + 1, (int) $site->query('SELECT COUNT(*) FROM wp_users')[0][0]);
        $this->same(self::PEOPLE + 1, (int) $site->query('SELECT COUNT(DISTINCT user_login) FROM wp_users')[0][0]);
        $this->same($before, $site->query('SELECT * FROM wp_users WHERE ID = 1'), 'the administrator was touched');
        $this->same('off', $site->ask('return get_option("memberferry_maintenance");'));
        $verified = $this->done($site, 'verify');
        $this->contains('users        501 of 501', $verified);
        $this->contains('nobody sees less or more than was asked for', $verified);
        $this->tagsRolesAndNames($site);
        $this->mails($site);
        $this->secretsAreGone($site, $file);
        $this->access($site, $foreseen);

        $this->done($site, 'report', "{$file}.html");
        $report = (string) file_get_contents("{$file}.html");
        $this->contains('<html', $report);
        $this->contains('Losses that nothing explains', $report);
        $this->rollback($site, $before);
        $this->same('', $this->faults($site));
    }

    private function tagsRolesAndNames(WordPress $site): void
    {
        $tags = [];
        foreach ($site->query('SELECT u.user_email, t.tag FROM wp_memberferry_tags t JOIN wp_users u ON u.ID = t.user_id ORDER BY t.tag') as [$email, $tag]) {
            $tags[$email][] = $tag;
        }
        $roles = array_column($site->query("SELECT u.user_email, m.meta_value FROM wp_users u JOIN wp_usermeta m ON m.user_id = u.ID AND m.meta_key = 'wp_capabilities' WHERE u.ID > 1"), 1, 0);
        for ($number = 0; $number < self::PEOPLE; $number++) {
            $expected = Export::tags($number);
            $found = array_values(array_filter($tags[Export::email($number)] ?? [], static fn ($tag) => !str_starts_with($tag, 'Watercolour: ')));
            sort($expected);
            sort($found);
            $this->same($expected, $found, "tags of member {$number}");
            $this->same('a:1:{s:10:"subscriber";b:1;}', $roles[Export::email($number)] ?? null);
        }
        // WordPress keeps these in other words, and shows them as they were given.
        $this->same('Tom &amp; Co', $site->ask('return get_user_by("email", $v[0])->first_name;', Export::email(8)));
        $this->same('Back\\slash', $site->ask('return get_user_by("email", $v[0])->last_name;', Export::email(70)));
    }

    private function mails(WordPress $site): void
    {
        $this->done($site, 'mails');
        $this->done($site, 'mails');
        $expected = array_map(Export::email(...), array_values(array_filter(range(0, self::PEOPLE - 1), static fn ($number) => !Export::isUnsubscribed($number))));
        $sent = array_column($site->mails(), 'to');
        sort($expected);
        sort($sent);
        $this->same($expected, $sent, 'everybody who may be mailed is, once');
        $mail = $site->mails()[0];
        $this->same('[Harbour Academy] Your account has moved', $mail['subject']);
        preg_match('~key=([^&\s]+)&login=(\S+)~', $mail['message'], $match);
        $this->same(true, $site->ask('return check_password_reset_key($v[0], $v[1]) instanceof WP_User;', $match[1], rawurldecode($match[2])));
    }

    private function secretsAreGone(WordPress $site, string $file): void
    {
        $folder = $site->ask('return MemberferryPlugin\Folder::path();');
        $this->that(!str_starts_with($folder, $site->folder), 'the folder is within the web root');
        $this->same([], glob("{$folder}/*/export"), 'the export was not deleted');
        foreach (glob("{$folder}/*/*") as $kept) {
            $this->lacks('$P$6saltsalt', (string) file_get_contents($kept));
        }
    }

    /**
     * What people may see by the export is what they see on the site.
     *
     * @param array<int, array<string, bool>> $foreseen
     */
    private function access(WordPress $site, array $foreseen): void
    {
        $site->ask('foreach ($v[0] as $email) { wp_set_password("known-" . $email, get_user_by("email", $email)->ID); } return 1;', array_map(Export::email(...), self::SAMPLE));
        $sample = [
            // Member, page, what is to come.
            [null, '/account', 'login'], [null, '/watercolour', '/account'], [null, '/open', 200],
            [0, '/account', 200], [0, '/circle', 403], [0, '/watercolour', 200], [0, '/washes', 200], [0, '/edges', 403], [0, '/skies', 403], [0, '/vip', 200],
            [1, '/circle', 200], [1, '/watercolour', '/buy'], [1, '/washes', 403], [1, '/vip', 403],
            [3, '/circle', 200], [3, '/watercolour', 200], [3, '/skies', 403],
            [17, '/circle', 403], [17, '/account', 200],
            [51, '/circle', 403], [51, '/watercolour', 200],
        ];
        $people = [];
        foreach ($sample as [$number, $page, $expected]) {
            if (!isset($people[$number ?? -1])) {
                $people[$number ?? -1] = new Browser($site->address);
                $this->that($number === null || $people[$number]->logIn(Export::email($number), 'known-' . Export::email($number)), "member {$number} cannot log in");
            }
            $seen = $people[$number ?? -1]->get("{$page}/");
            $found = match (true) {
                $seen->status !== 302 => $seen->status,
                str_contains($seen->headers['location'], 'wp-login') => 'login',
                default => rtrim(substr($seen->headers['location'], strlen($site->address)), '/'),
            };
            $this->same($expected, $found, "member {$number} asks for {$page}");
        }
        foreach ($foreseen as $number => $pages) {
            foreach ($pages as $page => $allowed) {
                $address = '/' . ($page === 'course' ? 'watercolour' : $page) . '/';
                $this->same($allowed, $people[$number]->get($address)->status === 200, "member {$number} and {$page}");
            }
        }
    }

    /** @param list<list<?string>> $administrator */
    private function rollback(WordPress $site, array $administrator): void
    {
        // Somebody has written something since: whoever has, stays.
        $author = (int) $site->ask('return wp_insert_post(["post_author" => get_user_by("email", $v[0])->ID, "post_title" => "Mine", "post_status" => "publish"]);', Export::email(7));
        $planned = $this->done($site, 'rollback');
        [$status, $said] = $site->command('rollback', $this->digest($planned));
        $this->same('owner@example.com', $site->query('SELECT user_email FROM wp_users ORDER BY ID')[0][0]);
        $left = array_column($site->query('SELECT user_email FROM wp_users WHERE ID > 1'), 0);
        $this->same([Export::email(7)], $left, $said);
        $this->that($author > 0 && (int) $site->query("SELECT COUNT(*) FROM wp_posts WHERE ID = {$author}")[0][0] === 1);
        $this->same($administrator, $site->query('SELECT * FROM wp_users WHERE ID = 1'));
    }

    /** What PHP had to say of the plugin. */
    private function faults(WordPress $site): string
    {
        return implode("\n", array_filter(explode("\n", $site->log()), static fn ($line) => str_contains($line, 'emberferry') && str_contains($line, 'PHP ')));
    }
}
