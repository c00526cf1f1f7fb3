<?php

declare(strict_types=1);

namespace MemberferryTests;

/**
 * What the plugin costs, in CPU seconds of PHP and of the database: a move of ten thousand members against a bare loop of `wp_insert_user` with
 * the same trick for hashes, by turns in one run; and what a decision adds to the request for a page.
 */
final class Bench
{
    private const REQUESTS = 400;

    public function __construct(private readonly \Closure $site, private readonly Database $database, private readonly int $people)
    {
    }

    /** Both; of no members, the decisions alone. */
    public function run(): void
    {
        if ($this->people > 0) {
            $this->moves();
        }
        $this->decisions();
    }

    private function moves(): void
    {
        $bare = $this->bare('bare');
        $moved = $this->moved();
        $again = $this->bare('again');
        $loop = min(array_sum($bare), array_sum($again));
        printf("%-28s %8s %8s %8s\n", number_format($this->people) . ' members, CPU seconds', 'PHP', 'database', 'together');
        foreach (['bare loop' => $bare, 'bare loop, again' => $again, 'Memberferry' => $moved] as $name => [$php, $database]) {
            printf("%-28s %8.1f %8.1f %8.1f\n", $name, $php, $database, $php + $database);
        }
        printf("Memberferry / bare loop      %8.2f  (asked: 1.3 at most)\n", array_sum($moved) / $loop);
    }

    /** @return array{float, float} The CPU seconds of PHP and of the database. What sets a site up is not measured. */
    private function measured(WordPress $site, string $code, mixed ...$values): array
    {
        $database = $this->database->cpu();
        $php = (float) $site->ask(self::USAGE . $code, ...$values);

        return [$php, $this->database->cpu() - $database];
    }

    /** A loop as people write it, with a transaction for every five hundred: it holds no tags, no journal and no proof. @return array{float, float} */
    private function bare(string $name): array
    {
        $site = ($this->site)($name);

        return $this->measured($site, '
            remove_all_actions("user_register");
            $GLOBALS["wp_hasher"] = new class { public function HashPassword($password) { return "!" . bin2hex(random_bytes(16)); } };
            $rows = fopen($v[0], "rb"); $head = fgetcsv($rows, null, ",", "\"", ""); $count = 0;
            $wpdb = $GLOBALS["wpdb"]; $wpdb->query("START TRANSACTION");
            while ($row = fgetcsv($rows, null, ",", "\"", "")) {
                $row = array_combine($head, $row);
                $id = wp_insert_user(wp_slash(["user_login" => $row["Email"], "user_email" => $row["Email"], "user_pass" => "x", "first_name" => $row["First Name"],
                    "last_name" => $row["Last Name"], "display_name" => $row["First Name"] . " " . $row["Last Name"], "role" => "subscriber"]));
                if (is_wp_error($id) || !$id) { throw new Exception("not made"); }
                if (++$count % 500 === 0) { $wpdb->query("COMMIT"); wp_cache_flush(); $wpdb->query("START TRANSACTION"); }
            }
            $wpdb->query("COMMIT");
            return $cpu();', $this->export($site));
    }

    /** The whole of a run: reading, batches, tags, enrollments, passwords, journal, and the proof at the end. @return array{float, float} */
    private function moved(): array
    {
        $site = ($this->site)('moved');
        $file = $this->export($site);
        file_put_contents("{$file}.site", json_encode(Export::site($site->address, 'staging')));
        foreach ([['site', "{$file}.site"], ['upload', $file]] as $words) {
            self::done($site->command(...$words));
        }
        $said = self::done($site->command('plan', '--all-contacts'));
        preg_match('/^digest (\w+)$/m', $said, $match);
        self::done($site->command('approve', $match[1]));
        $usage = $this->measured($site, '
            remove_all_actions("user_register");
            $move = MemberferryPlugin\Move::current();
            $move->change(["hasBackup" => true, "inSpite" => ["reason" => "a measurement", "by" => "bench", "at" => gmdate("c")]]);
            $move->start();
            while (($status = MemberferryPlugin\Ticks::tick(20.0)) === "running") {}
            if ($status !== "complete") { throw new Exception($status); }
            return $cpu();');
        if ((int) $site->query('SELECT COUNT(*) FROM wp_users')[0][0] !== $this->people + 1) {
            throw new \RuntimeException('the move is not what it should be');
        }

        return $usage;
    }

    /** What a decision adds to a request: the same page, guarded and not, as a member has it. */
    private function decisions(): void
    {
        $site = ($this->site)('decisions');
        Pages::make($site);
        $file = dirname($site->folder) . '/site.json';
        file_put_contents($file, json_encode(Export::site($site->address)));
        self::done($site->command('site', $file));
        $site->ask('global $wpdb; $id = wp_insert_user(["user_login" => "ada", "user_email" => "ada@example.com", "user_pass" => "a password", "role" => "subscriber"]);
            foreach (["Course: Watercolour", "VIP", "Circle Member"] as $tag) { $wpdb->insert("{$wpdb->prefix}memberferry_tags", ["user_id" => $id, "tag" => $tag]); }
            $wpdb->insert("{$wpdb->prefix}memberferry_enrollments", ["user_id" => $id, "offering" => "watercolour", "document" => json_encode(["enrolledAt" => "2024-01-01T00:00:00Z"])]); return 1;');
        $ada = new Browser($site->address);
        $ada->logIn('ada', 'a password');
        $spent = ['/open/' => [], '/vip/' => [], '/edges/' => []];
        for ($turn = 0; $turn < self::REQUESTS; $turn++) {
            foreach (array_keys($spent) as $page) {
                $ada->get($page);
                if ($ada->status !== 200) {
                    throw new \RuntimeException("{$page} answers {$ada->status}");
                }
                $spent[$page][] = (float) ($ada->headers['x-memberferry-decision'] ?? 0);
            }
        }
        foreach ($spent as $page => $each) {
            sort($each);
            printf("%-28s %8.3f ms CPU of PHP in the median, within the request\n", $page === '/open/' ? 'a page that nobody guards' : "a decision for {$page}", $each[intdiv(count($each), 2)]);
        }
    }

    private function export(WordPress $site): string
    {
        $file = dirname($site->folder) . '/export.csv';
        file_put_contents($file, Export::csv($this->people));

        return $file;
    }

    /** @param array{int, string, string} $ended */
    private static function done(array $ended): string
    {
        return $ended[0] === 0 ? $ended[1] : throw new \RuntimeException($ended[1] . $ended[2]);
    }

    /** The CPU seconds of this process since here. */
    private const USAGE = '$used = static fn () => ($u = getrusage())["ru_utime.tv_sec"] + $u["ru_stime.tv_sec"] + ($u["ru_utime.tv_usec"] + $u["ru_stime.tv_usec"]) / 1e6;
        $began = $used(); $cpu = static fn () => $used() - $began;';
}
