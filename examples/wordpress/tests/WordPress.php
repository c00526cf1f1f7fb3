<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A WordPress of the tests' own: a copy of its files, a database, the plugin in it, and a web server where one is wanted. */
final class WordPress
{
    public const ADMINISTRATOR = ['login' => 'owner', 'email' => 'owner@example.com', 'password' => 'correct horse battery'];

    public readonly string $folder;

    public readonly string $address;

    /** @var ?resource */
    private mixed $server = null;

    /**
     * @param string $sources The files of WordPress, as its package has them.
     * @param string $work A folder for everything else.
     */
    public function __construct(
        private readonly Database $database,
        private readonly string $extension,
        string $sources,
        private readonly string $work,
        public readonly string $name,
    ) {
        $this->folder = "{$work}/www";
        self::copy("{$sources}/usr/share/wordpress", $this->folder);
        $languages = "{$sources}/var/lib/wordpress/wp-content/languages";
        @mkdir("{$this->folder}/wp-content/plugins", 0o755, true);
        symlink(dirname(__DIR__) . '/memberferry', "{$this->folder}/wp-content/plugins/memberferry");
        self::copy(__DIR__ . '/theme', "{$this->folder}/wp-content/themes/plain");
        @mkdir("{$this->folder}/wp-content/mu-plugins", 0o755, true);
        copy(__DIR__ . '/mu-plugin.php', "{$this->folder}/wp-content/mu-plugins/tests.php");
        $port = self::freePort();
        $this->address = "http://127.0.0.1:{$port}";
        $this->configure();
        $database->connect()->query("CREATE DATABASE {$this->name} CHARACTER SET utf8mb4");
        $this->php(<<<'PHP'
            define('WP_INSTALLING', true);
            require $argv[1] . '/wp-load.php';
            require_once ABSPATH . 'wp-admin/includes/upgrade.php';
            $who = json_decode($argv[2], true);
            wp_install('Harbour Academy', $who['login'], $who['email'], true, '', $who['password']);
            update_option('permalink_structure', '/%postname%/');
            update_option('timezone_string', 'Europe/Amsterdam');
            PHP, json_encode(self::ADMINISTRATOR));
        $this->php(<<<'PHP'
            require $argv[1] . '/wp-load.php';
            require_once ABSPATH . 'wp-admin/includes/plugin.php';
            switch_theme('plain');
            flush_rewrite_rules();
            @unlink(MEMBERFERRY_TEST_WORK . '/mails');
            $error = activate_plugin('memberferry/memberferry.php');
            if (is_wp_error($error)) { throw new Exception($error->get_error_message()); }
            PHP);
    }

    public function version(): string
    {
        return $this->php('require $argv[1] . "/wp-load.php"; echo get_bloginfo("version");');
    }

    /** Runs a script, and gives what it says. */
    public function php(string $code, string ...$arguments): string
    {
        [$status, $said, $errors] = $this->start($this->script($code), [$this->folder, ...$arguments])->wait();
        if ($status !== 0) {
            throw new \RuntimeException("a script ended with {$status}: {$said}\n{$errors}");
        }

        return $said;
    }

    /** Runs a script within WordPress where the server lacks the extension. */
    public function withoutExtension(string $code): string
    {
        $script = $this->script('require $argv[1] . "/wp-load.php";' . $code);
        [$status, $said, $errors] = (new Process([PHP_BINARY, '-d', 'display_errors=stderr', $script, $this->folder], $this->work))->wait();

        return $status === 0 ? $said : throw new \RuntimeException("a script ended with {$status}: {$said}\n{$errors}");
    }

    /** Runs a script within WordPress, and gives what it returns. */
    public function ask(string $code, mixed ...$values): mixed
    {
        return json_decode($this->askForJson($code, ...$values), true);
    }

    /** The same, as it was written: to PHP's arrays an empty object is an empty list. */
    public function askForJson(string $code, mixed ...$values): string
    {
        $said = $this->php('require $argv[1] . "/wp-load.php"; $v = json_decode($argv[2], true);'
            . 'echo "\n<answer>", json_encode((function () use ($v) { ' . $code . ' })());', json_encode($values));

        return substr($said, strrpos($said, '<answer>') + 8);
    }

    /**
     * Runs a command of the plugin.
     *
     * @return array{int, string, string} How it ended, what it said, and what went wrong.
     */
    public function command(string ...$words): array
    {
        return $this->startCommand(...$words)->wait();
    }

    public function startCommand(string ...$words): Process
    {
        return $this->start(dirname(__DIR__) . '/memberferry/bin/memberferry.php', ["--path={$this->folder}", ...$words]);
    }

    public function query(string $question): array
    {
        $found = $this->database->connect($this->name)->query($question);

        return $found === true ? [] : $found->fetch_all();
    }

    /** The mails that were sent, in order. @return list<array{to: string, subject: string, message: string}> */
    public function mails(): array
    {
        $file = "{$this->work}/mails";

        return is_file($file) ? array_map(static fn ($line) => json_decode($line, true), file($file)) : [];
    }

    public function serve(): void
    {
        $port = (string) parse_url($this->address, PHP_URL_PORT);
        $options = ['-d', 'opcache.enable=1', '-d', 'opcache.enable_cli=1', '-d', 'post_max_size=64M', '-d', 'upload_max_filesize=64M'];
        $command = [PHP_BINARY, ...$this->settings(), ...$options, '-S', "127.0.0.1:{$port}", '-t', $this->folder, __DIR__ . '/router.php'];
        $log = ['file', "{$this->work}/server.log", 'a'];
        $this->server = proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes, $this->folder, ['PHP_CLI_SERVER_WORKERS' => '3'] + getenv());
        for ($tries = 0; $tries < 200; $tries++) {
            if (@fsockopen('127.0.0.1', (int) $port) !== false) {
                return;
            }
            usleep(50_000);
        }
        throw new \RuntimeException('the web server did not start');
    }

    public function serverPid(): int
    {
        return proc_get_status($this->server)['pid'];
    }

    public function log(): string
    {
        return (string) @file_get_contents("{$this->folder}/wp-content/debug.log") . (string) @file_get_contents("{$this->work}/server.log");
    }

    public function stop(): void
    {
        if ($this->server !== null) {
            // Its workers are children of it.
            foreach (explode("\n", (string) shell_exec('ps -o pid= --ppid ' . $this->serverPid())) as $worker) {
                if ((int) $worker > 0) {
                    posix_kill((int) $worker, SIGTERM);
                }
            }
            proc_terminate($this->server);
            proc_close($this->server);
            $this->server = null;
        }
    }

    /** @param list<string> $arguments */
    private function start(string $script, array $arguments): Process
    {
        return new Process([PHP_BINARY, ...$this->settings(), $script, ...$arguments], "{$this->work}");
    }

    /** @return list<string> */
    private function settings(): array
    {
        return ['-d', "extension={$this->extension}", '-d', 'memory_limit=512M', '-d', 'zend.assertions=1', '-d', 'display_errors=stderr', '-d', 'error_reporting=' . (E_ALL & ~E_DEPRECATED)];
    }

    private function script(string $code): string
    {
        $file = "{$this->work}/script-" . md5($code) . '.php';
        file_put_contents($file, "<?php\n{$code}");

        return $file;
    }

    private function configure(): void
    {
        $constants = [
            'DB_NAME' => $this->name,
            'DB_USER' => 'root',
            'DB_PASSWORD' => '',
            'DB_HOST' => "localhost:{$this->database->socket}",
            'DB_CHARSET' => 'utf8mb4',
            'DB_COLLATE' => '',
            'WP_HOME' => $this->address,
            'WP_SITEURL' => $this->address,
            'WP_ENVIRONMENT_TYPE' => 'local',
            'WP_HTTP_BLOCK_EXTERNAL' => true,
            'AUTOMATIC_UPDATER_DISABLED' => true,
            'WP_DEBUG' => true,
            'WP_DEBUG_DISPLAY' => false,
            'WP_DEBUG_LOG' => true,
            'AUTH_KEY' => 'a test has no secrets',
            'MEMBERFERRY_PACKAGE' => dirname(__DIR__, 3) . '/bindings-php/php/src',
            'MEMBERFERRY_TEST_WORK' => $this->work,
        ];
        $lines = array_map(static fn ($name, $value) => 'define(' . var_export($name, true) . ', ' . var_export($value, true) . ');', array_keys($constants), $constants);
        // The suite's packages are written for the PHP of their own suite.
        $quiet = 'error_reporting(E_ALL & ~E_DEPRECATED);';
        // No request is anybody's clock, but the one that says so.
        $quiet .= "\ndefine('DISABLE_WP_CRON', !isset(\$_SERVER['HTTP_X_CLOCK']));";
        file_put_contents("{$this->folder}/wp-config.php", "<?php\n{$quiet}\n" . implode("\n", $lines)
            . "\n\$table_prefix = 'wp_';\ndefined('ABSPATH') || define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n");
    }

    private static function copy(string $from, string $to): void
    {
        @mkdir($to, 0o755, true);
        exec('cp -RL ' . escapeshellarg("{$from}/.") . ' ' . escapeshellarg("{$to}/") . ' 2>/dev/null');
    }

    private static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
        fclose($socket);

        return $port;
    }
}
