<?php

declare(strict_types=1);

namespace MemberferryTests;

/** Passwords that people keep, hosts that move members from outside, and users who are here already. */
final class AccountsTest extends TestCase
{
    public function testTheZoneOfASiteHasAName(): void
    {
        $site = ($this->site)('zone');
        $zone = static fn (string $name, string $offset) => $site->ask('update_option("timezone_string", $v[0]); update_option("gmt_offset", $v[1]); return MemberferryPlugin\\TimeZone::ofSite();', $name, $offset);
        $this->same('Europe/Amsterdam', $zone('Europe/Amsterdam', ''));
        $this->same('UTC', $zone('', '0'));
        $this->same('Etc/GMT-2', $zone('', '2'));
        $this->same('Etc/GMT+11', $zone('', '-11'));
        $this->same(null, $zone('', '5.5'));
        $this->same('2024-02-27T12:00:00Z', $site->ask('return MemberferryPlugin\\SiteStore::isThere() ? null : Memberferry\\Memberferry::readContacts(Memberferry\\Source::bytes("email,created_at\na@example.com,2024-02-27 14:00\n"), timezone: "Etc/GMT-2")->contacts->get(0)->createdAt->format("Y-m-d\\TH:i:s\\Z");'));
    }

    public function testPeopleLogInWithThePasswordsTheyHad(): void
    {
        $site = ($this->site)('hashes');
        $site->serve();
        $site->ask('wp_insert_user(["user_login" => "here", "user_email" => $v[0], "user_pass" => "already here", "role" => "editor"]); return 1;', Export::email(26));
        $hash = $site->query('SELECT user_pass FROM wp_users WHERE user_login = "here"')[0][0];
        $file = dirname($site->folder) . '/export.csv';
        file_put_contents($file, Export::csv(60));
        file_put_contents("{$file}.site", json_encode(Export::site($site->address)));
        $this->done($site, 'site', "{$file}.site");
        $this->done($site, 'upload', $file);
        $said = $this->done($site, 'plan', '--all-contacts', '--passwords=keep-hash');
        $this->done($site, 'approve', $this->digest($said));
        $this->done($site, 'run', '--in-spite=a rehearsal', '--i-have-a-backup');
        $this->done($site, 'verify');
        foreach ([1, 2, 27, 51] as $number) {
            $this->that((new Browser($site->address))->logIn(Export::email($number), Export::password($number)), "member {$number} cannot log in");
            $this->that(!(new Browser($site->address))->logIn(Export::email($number), 'another'), "anybody is member {$number}");
        }
        // Whoever was here keeps password and role, and gets what they lack.
        $this->same($hash, $site->query('SELECT user_pass FROM wp_users WHERE user_login = "here"')[0][0]);
        $this->same(['editor'], $site->ask('return get_user_by("login", "here")->roles;'));
        $this->that((int) $site->query('SELECT COUNT(*) FROM wp_memberferry_tags t JOIN wp_users u ON u.ID = t.user_id WHERE u.user_login = "here"')[0][0] > 0);
        $this->same([Export::email(26)], array_column($site->mails(), 'to'), 'only who was made before the move was greeted');
        $this->same(0, (int) $site->query("SELECT COUNT(*) FROM wp_users WHERE user_pass = ''")[0][0]);
    }

    public function testAHostFromOutsideMovesMembersByTheRestApi(): void
    {
        $site = ($this->site)('rest');
        $site->serve();
        $password = $site->ask('return WP_Application_Passwords::create_new_application_password(1, ["name" => "move"])[0];');
        $basic = ['Authorization' => 'Basic ' . base64_encode("owner:{$password}"), 'Content-Type' => 'application/json'];
        $outside = new Browser($site->address);
        $endpoint = '/wp-json/memberferry/v1';
        $ask = function (string $method, string $path, mixed $body = null) use ($outside, $endpoint, $basic): array {
            $outside->send($method, "{$endpoint}/{$path}", $body === null ? '' : json_encode($body), $basic);

            return [$outside->status, json_decode($outside->body, true)];
        };
        $this->same([200, 'owner@example.com'], [($answer = $ask('GET', 'users?after=0&limit=1'))[0], $answer[1]['users'][0]['email']]);
        $plan = str_repeat('ab', 32);
        $this->same([200, ['known' => false]], $ask('GET', "plans/{$plan}"));
        $id = static fn (int $number) => sprintf('00000000-0000-5000-8000-%012d', $number);
        $operations = $this->operations($site);
        $batch = ['plan' => $plan, 'operations' => $operations, 'passwords' => [], 'hasBackup' => false];
        foreach ($operations as $operation) {
            if (in_array($operation->kind, ['reset-password', 'set-password'], true)) {
                $batch['passwords'][$operation->id] = ['kind' => 'plaintext', 'secret' => 'from-outside-1'];
            }
        }
        $batch['passwords'] = (object) $batch['passwords'];
        [$status, $answer] = $ask('POST', 'batches', $batch);
        $this->same(200, $status, json_encode($answer));
        $this->same(['applied'], array_values(array_unique(array_column($answer['outcomes'], 'kind'))), json_encode($answer));
        // The answer was lost, and the batch is sent again: nothing is done twice.
        [, $answer] = $ask('POST', 'batches', $batch);
        $this->same(['already'], array_values(array_unique(array_column($answer['outcomes'], 'kind'))));
        $this->same([200, ['known' => true]], $ask('GET', "plans/{$plan}"));
        $this->that((new Browser($site->address))->logIn(Export::email(0), 'from-outside-1'));
        $found = array_column($ask('GET', 'users?after=1&limit=500')[1]['users'], null, 'email')[Export::email(0)];
        $this->same('Ada', $found['firstName']);
        $this->that(in_array('VIP', $found['tags'], true));

        foreach ([[], ['plan' => 'x', 'operations' => []], ['plan' => $plan, 'operations' => [['id' => 'x', 'kind' => 'create-user']]], ['plan' => $plan, 'operations' => [1]]] as $wrong) {
            $this->same(400, $ask('POST', 'batches', $wrong)[0], json_encode($wrong));
        }
        [, $answer] = $ask('POST', 'batches', ['plan' => $plan, 'operations' => [['id' => $id(9), 'kind' => 'confirm-backup', 'phase' => 'backup', 'subject' => ['kind' => 'site'], 'change' => (object) []]], 'hasBackup' => false]);
        $this->same('failed', $answer['outcomes'][0]['kind']);
        // An administrator is left alone, whatever a batch says.
        $demote = clone $operations[array_search('add-tags', array_column($operations, 'kind'), true)];
        $demote->subject = ['kind' => 'user', 'email' => 'owner@example.com'];
        $demote->id = $id(10);
        [, $answer] = $ask('POST', 'batches', ['plan' => $plan, 'operations' => [$demote]]);
        $this->same('failed', $answer['outcomes'][0]['kind']);
    }

    public function testTheTablesAreThoseOfTheHostThatWritesToTheDatabase(): void
    {
        $root = dirname(__DIR__, 3);
        $theirs = (string) file_get_contents("{$root}/bindings-python/python/memberferry/targets/wordpress_schema.sql");
        $own = (string) file_get_contents("{$root}/examples/wordpress/memberferry/src/schema.sql");
        $this->that($theirs !== '' && str_starts_with($own, rtrim($theirs)), 'one schema was changed, and the other has to be');
    }

    /** The operations of a plan for some people, as they go over the wire, without those that need all users. */
    private function operations(WordPress $site): array
    {
        $file = dirname($site->folder) . '/few.csv';
        file_put_contents($file, Export::csv(3));
        file_put_contents("{$file}.site", json_encode(Export::site($site->address)));
        $this->done($site, 'site', "{$file}.site");
        $this->done($site, 'upload', $file);
        $this->done($site, 'plan', '--all-contacts');
        $all = json_decode($site->askForJson('return iterator_to_array(MemberferryPlugin\Move::current()->plan()->operations(), false);'));

        return array_values(array_filter($all, static fn ($operation) => $operation->subject->kind === 'user'));
    }
}
