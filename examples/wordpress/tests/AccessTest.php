<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A move by which somebody sees less or more than anybody asked for: it does not begin until that is accepted, and it is told again afterwards. */
final class AccessTest extends TestCase
{
    private const TOOLS = '/wp-admin/tools.php?page=memberferry';

    public function testAMoveThatGivesOrTakesAccessUnaskedHasToBeAccepted(): void
    {
        $site = ($this->site)('unasked');
        Pages::make($site);
        $file = dirname($site->folder) . '/export.csv';
        file_put_contents($file, Export::csv(60));
        // Two tags stay behind: one opens a page, the other shuts out those who left the circle.
        $drop = static fn (string $tag) => ['kind' => 'drop', 'from' => $tag, 'reason' => 'of the old shop'];
        $document = Export::site($site->address, 'staging') + ['tagMap' => [$drop('VIP'), $drop('Circle Cancelled')]];
        file_put_contents("{$file}.site", json_encode($document));
        $this->done($site, 'site', "{$file}.site");
        $this->done($site, 'upload', $file);
        [$status, $planned] = $site->command('plan', '--all-contacts');
        $this->that($status === 1, $planned);
        $this->contains('`vip` lost by 6, such as member0@example.com: rule-met before, tag-missing after', $planned);
        $this->contains('`circle` gained by 4, such as member0@example.com: forbidden before, rule-met after', $planned);
        $this->contains('nobody asked for (10 in all)', $planned);
        $digest = $this->digest($planned);
        foreach ([[], ['--accept-loss=vip'], ['--accept-loss=vip:nobody used it'], ['--accept-gain=vip:they paid for it', '--accept-gain=circle:they may come back']] as $accepted) {
            [$status, , $errors] = $site->command('approve', $digest, ...$accepted);
            $this->that($status === 1, 'something was approved that nobody accepted');
            $this->contains($accepted === ['--accept-loss=vip'] ? 'no reason is given' : 'Accept it by its page or its cause', $errors);
        }
        [$status, , $errors] = $site->command('run', '--in-spite=a rehearsal', '--i-have-a-backup');
        $this->that($status === 1 && str_contains($errors, 'not approved'), $errors);
        $site->command('approve', $digest, '--accept-loss=vip:nobody used it');

        $owner = new Browser($site->address);
        $this->that($owner->logIn(WordPress::ADMINISTRATOR['login'], WordPress::ADMINISTRATOR['password']));
        $page = $owner->get(self::TOOLS . '&step=plan')->body;
        $this->contains('nobody asked for (4 in all)', $page);
        $this->contains('<th scope="row">circle</th><td>opens to them</td><td>forbidden</td><td>', $page);
        $this->contains('value="nobody used it"', $page);
        [$to, $fields] = $owner->form('verb=approve');
        $owner->post($to, $fields);
        $this->contains('step=plan', $owner->headers['location']);
        $this->contains('Accept it by its page or its cause', $owner->get(self::TOOLS . '&step=plan')->body);
        [$to, $fields] = $owner->form('verb=approve');
        $cause = 'gains[' . bin2hex('{"kind":"cause","before":"forbidden","after":"rule-met"}') . ']';
        $this->that(array_key_exists($cause, $fields), json_encode(array_keys($fields)));
        $owner->post($to, [$cause => 'they may come back'] + $fields);
        $this->contains('step=run', $owner->headers['location']);
        $this->contains('they may come back', $owner->get(self::TOOLS . '&step=plan')->body);

        // What is guarded is another thing by now than what was foreseen by.
        $site->ask('MemberferryPlugin\SiteStore::guard(get_page_by_path("open")->ID, (object) ["id" => "open", "title" => "Open", "rule" => (object) ["kind" => "logged-in"]]); return 1;');
        $run = ['run', '--in-spite=a rehearsal', '--i-have-a-backup'];
        [$status, , $errors] = $site->command(...$run);
        $this->that($status === 1 && str_contains($errors, 'changed since the plan was made'), $errors);
        $site->ask('MemberferryPlugin\SiteStore::guard(get_page_by_path("open")->ID, null); return 1;');
        $this->done($site, ...$run);
        $said = $this->done($site, 'verify');
        $this->contains('accepted     4 times: they may come back', $said);
        $this->contains('nobody sees less or more than was asked for', $said);

        // Something takes somebody's course away.
        $site->query("DELETE e FROM wp_memberferry_enrollments e JOIN wp_users u ON u.ID = e.user_id WHERE u.user_email = 'member3@example.com' AND e.offering = 'watercolour'");
        [$status, $said] = $site->command('verify');
        $this->same(1, $status);
        $this->contains('`washes` lost by 1, such as member3@example.com: rule-met before, tag-missing after', $said);
        $page = $owner->get(self::TOOLS . '&step=proof')->body;
        $this->contains('<th scope="row">washes</th><td>closes to them</td>', $page);
        $this->contains('they may come back', $page);
    }
}
