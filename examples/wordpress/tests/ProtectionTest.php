<?php

declare(strict_types=1);

namespace MemberferryTests;

/** Pages that are guarded: every way to them, what the clock opens, and who says what guards them. */
final class ProtectionTest extends TestCase
{
    public function testWhatIsGuardedComesOutByNoDoor(): void
    {
        $site = ($this->site)('doors');
        Pages::make($site);
        $this->takeOver($site);
        // A post in lists and feeds, guarded by a rule of its own.
        $post = (int) $site->ask('$id = wp_insert_post(["post_status" => "publish", "post_title" => "Inner", "post_name" => "inner", "post_content" => "The inner secret.", "post_excerpt" => "The excerpt of the secret."]);
            MemberferryPlugin\SiteStore::guard($id, (object) ["id" => "post-$id", "title" => "Inner", "url" => "/inner/", "rule" => (object) ["kind" => "has-any", "tags" => ["VIP"]]]); return $id;');
        $page = (int) $site->ask('return get_page_by_path("vip")->ID;');
        $visitor = new Browser($site->address);
        $doors = ['/', '/?s=secret', '/feed/', '/feed/atom/', '/comments/feed/', "/?p={$post}&feed=rss2", '/wp-json/wp/v2/posts', "/wp-json/wp/v2/posts/{$post}", "/wp-json/wp/v2/pages/{$page}",
            '/wp-json/wp/v2/pages?per_page=50', '/wp-json/wp/v2/search?search=secret', '/inner/', '/inner/feed/', '/vip/', '/inner/embed/', "/?p={$post}", '/wp-json/oembed/1.0/embed?url=' . rawurlencode("{$site->address}/inner/")];
        foreach ($doors as $door) {
            $body = $visitor->get($door)->body;
            $this->lacks('inner secret', $body);
            $this->lacks('excerpt of the secret', $body);
            $this->lacks('The secret of vip', $body);
            $this->that(!str_contains($door, 'pages?') || str_contains($body, 'The secret of open'), 'what nobody guards was shut');
        }
        // Its address is changed, and the document taken over once more.
        $site->ask('wp_update_post(["ID" => $v[0], "post_name" => "elsewhere"]); MemberferryPlugin\SiteStore::replace(MemberferryPlugin\SiteStore::json()); return 1;', $page);
        $this->lacks('The secret of vip', $visitor->get('/elsewhere/')->body);
        $site->ask('wp_update_post(["ID" => $v[0], "post_name" => "vip"]); return 1;', $page);
        $this->contains('no-cache', $visitor->get('/vip/')->headers['cache-control'] ?? '');
        $member = $this->member($site, 'vip', ['VIP']);
        $this->contains('The secret of vip', $member->get('/vip/')->body);
        $this->contains('The inner secret', $member->get('/inner/')->body);
        // WordPress has users without an address, and with one that no mail goes to. No rule asks for it.
        foreach (['', 'root@localhost'] as $address) {
            $site->query("UPDATE wp_users SET user_email = '{$address}' WHERE user_login = 'vip'");
            $this->contains('The secret of vip', $member->get('/vip/')->body);
        }
        $owner = new Browser($site->address);
        $owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']);
        $this->contains('The secret of vip', $owner->get('/vip/')->body);

        // A server that lost the extension shuts what is guarded, and nothing else.
        $shown = $site->withoutExtension('foreach (["vip", "open"] as $name) { $GLOBALS["post"] = get_page_by_path($name); setup_postdata($GLOBALS["post"]); echo apply_filters("the_content", $GLOBALS["post"]->post_content); }');
        $this->contains('The secret of open', $shown);
        $this->lacks('The secret of vip', $shown);
        // Where it cannot be decided, nobody gets in.
        $site->ask('delete_post_meta($v[0], "_memberferry_around"); return 1;', $page);
        $this->same(503, $member->get('/vip/')->status);
        $this->same(200, $member->get('/inner/')->status);
        $site->ask('update_option("memberferry_site", "{broken"); return 1;');
        $this->same(503, $member->get('/vip/')->status);
        $this->lacks('inner secret', $member->get('/')->body);
        $this->same(200, $member->get('/open/')->status);
        $this->same(503, $member->get('/wp-json/memberferry/v1/access?page=vip')->status);
    }

    public function testWhereSomebodyIsSentGoesByTheReason(): void
    {
        $site = ($this->site)('redirects');
        Pages::make($site);
        $this->takeOver($site);
        $site->ask('update_option("memberferry_redirects", ["login" => "/account", "upsell" => "https://shop.example/circle", "not-yet" => "/open"]); return 1;');
        $member = $this->member($site, 'new', ['Course: Watercolour'], ['watercolour' => ['enrolledAt' => gmdate('Y-m-d\TH:i:s\Z', time() - 86_400)]]);
        $visitor = new Browser($site->address);
        foreach ([
            [$visitor, '/vip/', "{$site->address}/account"],
            [$visitor, '/watercolour/', "{$site->address}/account"],
            // A page that would send to itself says so instead.
            [$visitor, '/account/', ''],
            [$member, '/vip/', 'https://shop.example/circle'],
            [$member, '/edges/', "{$site->address}/open"],
        ] as [$who, $page, $expected]) {
            $this->same($expected, $who->get($page)->headers['location'] ?? '', $page);
        }
        $answer = json_decode($member->get('/wp-json/memberferry/v1/access?page=edges', ['X-WP-Nonce' => $this->nonce($site, 'new', $member)])->body, true);
        $this->same([false, 'tag-missing'], [$answer['allowed'], $answer['reason']], json_encode($answer));
        $this->that(abs(strtotime($answer['opensAt']) - time() - 6 * 86_400) < 7_200, $answer['opensAt']);
        $this->same(['allowed', 'reason', 'opensAt'], array_keys($answer));
        $this->same(404, $visitor->get('/wp-json/memberferry/v1/access?page=open')->status);
        $this->same(404, $visitor->get('/wp-json/memberferry/v1/access?page=99999')->status);
        $this->same(['allowed' => false, 'reason' => 'login-required'], json_decode($visitor->get('/wp-json/memberferry/v1/access?page=circle')->body, true));
    }

    public function testTheClockOpensModulesAndTellsOfEachOnce(): void
    {
        $site = ($this->site)('drip');
        Pages::make($site);
        $this->takeOver($site);
        $opened = gmdate('Y-m-d\TH:i:s\Z', time() - 8 * 86_400);
        $this->member($site, 'new', ['Course: Watercolour'], ['watercolour' => ['enrolledAt' => $opened]]);
        $site->ask('wp_insert_post(["post_type" => "page", "post_status" => "publish", "post_title" => "When", "post_name" => "when",
            "post_content" => "A[memberferry_opens offering=\"watercolour\" module=\"edges\"] B[memberferry_opens offering=\"watercolour\" module=\"skies\"] C[memberferry_opens offering=\"nothing\" module=\"x\" never=\"never\"] D[memberferry_opens page=\"vip\" never=\"not for you\"]"]); return 1;');
        $run = 'global $told; $told = []; add_action("memberferry_released", function (...$w) { global $told; $told[] = array_slice($w, 0, 3); }, 10, 4);
            MemberferryPlugin\Drip::run(new DateTimeImmutable($v[0])); return $told;';
        $at = static fn (int $days) => gmdate('Y-m-d\TH:i:s\Z', time() + $days * 86_400);
        $user = $site->ask('return get_user_by("login", "new")->ID;');
        $this->same([], $site->ask($run, $at(-5)), 'the first time there is nothing to catch up on');
        $this->same([[$user, 'watercolour', 'edges']], $site->ask($run, $at(0)));
        $this->same([], $site->ask($run, $at(0)));
        // The mark was lost, as in a crash: nobody is told twice.
        $site->ask('update_option("memberferry_releases_until", $v[0]); return 1;', $at(-5));
        $this->same([], $site->ask($run, $at(1)));
        $member = new Browser($site->address);
        $this->that($member->logIn('new', 'a password'));
        $said = strip_tags($member->get('/when/')->body, '<time>');
        $this->contains('Aopen now', $said);
        $this->contains('B<time datetime="21', $said);
        $this->contains('Cnever', $said);
        $this->contains('Dnot for you', $said);
        $this->contains('The secret of edges', $member->get('/edges/')->body);
        $this->contains('opens for you on', $member->get('/skies/')->body);
        $this->same(true, $site->ask('return (bool) wp_next_scheduled("memberferry_releases");'));
    }

    public function testTheBoxBesideAPostKeepsARuleThatTheLibraryHasChecked(): void
    {
        $site = ($this->site)('box');
        Pages::make($site);
        $this->takeOver($site);
        $owner = new Browser($site->address);
        $owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']);
        $page = (int) $site->ask('return get_page_by_path("open")->ID;');
        $save = function (Browser $who, array $rules, ?string $nonce = null) use ($page): void {
            $who->get("/wp-admin/post.php?post={$page}&action=edit");
            $found = preg_match('~name="_memberferry_rules" value="([^"]+)"~', $who->body, $match) === 1 ? $match[1] : '';
            preg_match('~name="_wpnonce" value="([^"]+)"~', $who->body, $wp);
            $who->post('/wp-admin/post.php', ['action' => 'editpost', 'post_ID' => $page, 'post_type' => 'page', 'post_title' => 'Open', 'content' => 'The secret of open.', '_wpnonce' => $wp[1] ?? '',
                '_memberferry_rules' => $nonce ?? $found, 'memberferry' => $rules]);
        };
        $visitor = new Browser($site->address);
        $save($owner, ['kind' => 'has-any', 'tags' => "VIP\n", 'inherit' => 'own', 'part' => '', 'redirect' => 'https://shop.example/']);
        $this->same('https://shop.example/', $visitor->get('/open/')->headers['location'] ?? '');
        $save($owner, ['kind' => 'module', 'part' => 'watercolour edges']);
        $this->that($visitor->get('/open/')->status === 302);
        $before = $site->ask('return MemberferryPlugin\SiteStore::json();');
        foreach ([['kind' => 'has-any', 'tags' => ''], ['kind' => 'other', 'rule' => '{"kind":"php","code":"phpinfo()"}'], ['kind' => 'other', 'rule' => '{'], ['kind' => 'offering', 'part' => 'nothing']] as $wrong) {
            $save($owner, $wrong);
            $this->contains('was not kept', $owner->get("/wp-admin/post.php?post={$page}&action=edit")->body);
            $this->same($before, $site->ask('return MemberferryPlugin\SiteStore::json();'));
        }
        // Neither by a form of another post's, nor by somebody who may not.
        $save($owner, ['kind' => ''], 'forged');
        $this->same($before, $site->ask('return MemberferryPlugin\SiteStore::json();'));
        $save($owner, ['kind' => '']);
        $this->same(200, $visitor->get('/open/')->status);
    }

    private function takeOver(WordPress $site): void
    {
        $file = dirname($site->folder) . '/site.json';
        file_put_contents($file, json_encode(Export::site($site->address)));
        $this->done($site, 'site', $file);
    }

    /** A member with tags and enrollments, logged in. */
    private function member(WordPress $site, string $login, array $tags, array $enrollments = []): Browser
    {
        $site->ask('global $wpdb; $id = wp_insert_user(["user_login" => $v[0], "user_email" => "{$v[0]}@example.com", "user_pass" => "a password", "role" => "subscriber"]);
            foreach ($v[1] as $tag) { $wpdb->insert("{$wpdb->prefix}memberferry_tags", ["user_id" => $id, "tag" => $tag]); }
            foreach ($v[2] as $offering => $e) { $wpdb->insert("{$wpdb->prefix}memberferry_enrollments", ["user_id" => $id, "offering" => $offering, "document" => json_encode($e)]); } return 1;', $login, $tags, $enrollments);
        $browser = new Browser($site->address);
        $this->that($browser->logIn($login, 'a password'));

        return $browser;
    }

    /** What the REST API wants beside a cookie, as a theme would print it. */
    private function nonce(WordPress $site, string $login, Browser $who): string
    {
        return $site->ask('[$name, $token] = [LOGGED_IN_COOKIE, $v[1]]; $_COOKIE[$name] = $token; wp_set_current_user(get_user_by("login", $v[0])->ID); return wp_create_nonce("wp_rest");', $login, $who->cookie('wordpress_logged_in_'));
    }
}
