<?php

declare(strict_types=1);

namespace MemberferryTests;

/** The wizard as somebody with a browser has it: every step by its form, the window closed on the way, and what may not be done. */
final class WizardTest extends TestCase
{
    private const TOOLS = '/wp-admin/tools.php?page=memberferry';

    public function testAMoveByTheWizardFromTheUploadToTheWayBack(): void
    {
        $site = ($this->site)('wizard');
        Pages::make($site);
        $owner = $this->owner($site);
        $this->contains('The site document', $owner->get(self::TOOLS)->body);
        // What cannot be used is there to be mended.
        $this->send($owner, 'verb=site', ['document' => '{"format": 1, "name": "Half']);
        $this->contains('{&quot;format&quot;: 1, &quot;name&quot;: &quot;Half</textarea>', $owner->get(self::TOOLS)->body);
        $this->send($owner, 'verb=site', ['document' => json_encode(Export::site($site->address, 'staging'))]);
        $this->contains('7 pages guard posts', $owner->get(self::TOOLS)->body);

        [$to, $fields] = $owner->form('verb=upload');
        $owner->upload($to, $fields, 'export', '..\\..\\keap <export>.csv', Export::csv(60));
        $page = $owner->get(self::TOOLS . '&step=export')->body;
        $this->contains('keap', $page);
        $this->contains('member0@example.com', $page);
        $this->lacks('..\\', $page);
        // Another column is left out, and what was recognised stays.
        $columns = [];
        preg_match_all('~<select name="columns\[(\d+)\]".*?</select>~s', $page, $selects, PREG_SET_ORDER);
        foreach ($selects as [$select, $place]) {
            $columns[$place] = preg_match('~<option value="([^"]*)" selected~', str_replace("'", '"', $select), $match) === 1 ? $match[1] : '';
        }
        $this->same(11, count($columns));
        $this->that(in_array('email', $columns, true) && in_array('tags', $columns, true), json_encode($columns));
        $columns[3] = '-';
        $this->send($owner, 'verb=read', ['columns' => $columns]);
        $this->contains('Read so', $owner->get(self::TOOLS . '&step=export')->body);

        $owner->get(self::TOOLS . '&step=checklist');
        $this->send($owner, 'verb=answer', ['answers' => ['backup-verified' => 'yes', 'ftp-access' => 'no'], 'notes' => ['ftp-access' => 'the host gives none']]);
        $this->contains('the host gives none', $owner->get(self::TOOLS . '&step=checklist')->body);
        $this->contains('Not yet', $owner->body);

        $owner->get(self::TOOLS . '&step=plan');
        $this->send($owner, 'verb=plan', ['all' => '1', 'passwords' => 'keep-hash', 'existing' => 'update', 'drip' => 'continue-from-last-released']);
        $this->contains('Users who are made', $owner->get(self::TOOLS . '&step=plan')->body);
        $this->send($owner, 'verb=approve', ['digest' => str_repeat('0', 64)]);
        $this->contains('not the digest', $owner->get(self::TOOLS . '&step=plan')->body);
        $this->send($owner, 'verb=approve', []);
        $owner->get(self::TOOLS . '&step=run');
        $this->contains('Approved', $owner->body);
        $this->send($owner, 'verb=start', ['backup' => '1']);
        $this->contains('not ready', $owner->get(self::TOOLS . '&step=run')->body);
        $this->send($owner, 'verb=start', ['backup' => '1', 'in-spite' => 'a rehearsal']);

        // The window is closed: WP-Cron goes on by visitors who are kept out, and another window sees how far it is.
        $this->contains('go on by itself', str_replace('goes on', 'go on', $owner->get(self::TOOLS . '&step=run')->body));
        $this->same(true, $site->ask('return (bool) wp_next_scheduled("memberferry_tick");'));
        $this->done($site, 'maintenance', 'on');
        $this->same(503, (new Browser($site->address))->get('/', ['X-Clock' => '1'])->status);
        for ($tries = 0; $tries < 60 && $site->ask('return MemberferryPlugin\Move::current()->isUnderWay();'); $tries++) {
            usleep(500_000);
        }
        $this->same(61, (int) $site->query('SELECT COUNT(*) FROM wp_users')[0][0]);
        $another = $this->owner($site);
        $proof = $another->get(self::TOOLS . '&step=proof')->body;
        $this->contains('The site is as planned', $proof);
        $this->contains('Ten people to look at', $proof);
        $this->contains('Losses that nothing explains</th><td>0</td>', $proof);
        $this->same([], $site->mails(), 'a staging copy mails nobody');
        $this->send($another, 'verb=report', ['pseudonyms' => '1']);
        $this->contains('attachment', $another->headers['content-disposition'] ?? '');
        $this->lacks('member1@example.com', $another->body);

        $another->get(self::TOOLS . '&step=proof');
        $this->send($another, 'verb=back', []);
        $another->get(self::TOOLS . '&step=proof');
        $this->send($another, 'verb=start-back', []);
        preg_match('~memberferry = \{.*?"nonce":"([^"]+)"~', $another->get(self::TOOLS . '&step=proof')->body, $nonce);
        do {
            $tick = $another->post('/wp-admin/admin-ajax.php', ['action' => 'memberferry_tick', 'nonce' => $nonce[1]]);
            $this->same(200, $tick->status);
        } while (json_decode($tick->body, true)['data']['running']);
        $this->same(1, (int) $site->query('SELECT COUNT(*) FROM wp_users')[0][0]);
        $this->keepsOut($site, $another);
    }

    /** Nobody but an administrator, and nothing twice. */
    private function keepsOut(WordPress $site, Browser $owner): void
    {
        $site->ask('wp_insert_user(["user_login" => "sub", "user_email" => "sub@example.org", "user_pass" => "subscribed", "role" => "subscriber"]); return 1;');
        $subscriber = new Browser($site->address);
        $this->that($subscriber->logIn('sub', 'subscribed'));
        $owner->get(self::TOOLS . '&step=run');
        [, $stolen] = $owner->form('verb=maintenance');
        $before = $this->state($site);
        $verbs = ['site', 'redirects', 'upload', 'read', 'answer', 'plan', 'approve', 'start', 'abort', 'maintenance', 'report', 'resend', 'back', 'start-back', 'discard', 'post', 'tick', '__construct'];
        foreach ([$subscriber, new Browser($site->address)] as $who) {
            foreach ($verbs as $verb) {
                foreach ([[], ['state' => 'on'] + $stolen] as $fields) {
                    $answer = $who->post("/wp-admin/admin-post.php?action=memberferry&verb={$verb}", $fields);
                    $this->that(in_array($answer->status, [302, 400, 403, 404], true), "{$verb} answers {$answer->status}");
                    $this->that($answer->status !== 302 || str_contains($answer->headers['location'] ?? '', 'tools.php') === false || $verb === 'none' || $fields === [], "{$verb} was let through");
                    $this->lacks('member', $answer->body);
                }
                $this->that($who->get("/wp-admin/admin-post.php?action=memberferry&verb={$verb}")->status >= 302);
            }
            $this->that(in_array($who->post('/wp-admin/admin-ajax.php', ['action' => 'memberferry_tick', 'nonce' => 'x'])->status, [400, 403], true));
            $this->that(in_array($who->get(self::TOOLS)->status, [302, 403], true));
            foreach (['users?after=0&limit=10', 'plans/' . str_repeat('a', 64)] as $route) {
                $this->that(in_array($who->get("/wp-json/memberferry/v1/{$route}")->status, [401, 403], true), $route);
            }
            $this->that(in_array($who->send('POST', '/wp-json/memberferry/v1/batches', '{}', ['Content-Type' => 'application/json'])->status, [401, 403], true));
        }
        $this->same($before, $this->state($site), 'somebody changed something');
        // The same form twice: the second time nothing is done.
        $owner->post('/wp-admin/admin-post.php?action=memberferry&verb=maintenance', ['state' => 'on'] + $stolen);
        $this->same('on', $site->ask('return get_option("memberferry_maintenance");'));
        $owner->post('/wp-admin/admin-post.php?action=memberferry&verb=maintenance', ['state' => 'off'] + $stolen);
        $this->same('on', $site->ask('return get_option("memberferry_maintenance");'));
        $this->contains('sent already', $owner->get(self::TOOLS . '&step=run')->body);
        // A form for one thing does not do another.
        [, $fields] = $owner->form('verb=maintenance');
        $this->same(403, $owner->post('/wp-admin/admin-post.php?action=memberferry&verb=discard', $fields)->status);
    }

    private function state(WordPress $site): array
    {
        return $site->query("SELECT option_name, option_value FROM wp_options WHERE option_name LIKE 'memberferry%' ORDER BY option_name");
    }

    private function owner(WordPress $site): Browser
    {
        $owner = new Browser($site->address);
        $this->that($owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']), 'the owner cannot log in');

        return $owner;
    }

    /** Sends a form of the page with what somebody filled in. */
    private function send(Browser $who, string $action, array $filled): void
    {
        [$to, $fields] = $who->form($action);
        $kept = array_filter($fields, static fn ($name) => !isset($filled[strtok($name, '[')]), ARRAY_FILTER_USE_KEY);
        $who->post($to, $filled + $kept);
        $this->that(in_array($who->status, [200, 302], true), "{$action} answers {$who->status}: " . strip_tags($who->body));
    }
}
