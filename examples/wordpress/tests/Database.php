<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A MariaDB of the tests' own: a private folder, a socket, no network. Knows no table. */
final class Database
{
    public readonly string $socket;

    /** @var resource */
    private mixed $process;

    public function __construct(private readonly string $folder)
    {
        $this->socket = "{$folder}/socket";
        $data = "{$folder}/data";
        // A server that starts deletes the temporary tables of every other in the same folder.
        $temporary = "{$folder}/temporary";
        @mkdir($temporary);
        $user = posix_getpwuid(posix_geteuid())['name'];
        if (!is_dir("{$data}/mysql")) {
            self::run([self::program('mariadb-install-db'), '--no-defaults', "--datadir={$data}", "--user={$user}", "--tmpdir={$temporary}", '--skip-test-db', '--auth-root-authentication-method=normal']);
        }
        // A test's database may be lost with the machine; what is killed here is PHP.
        $options = ["--tmpdir={$temporary}", '--skip-networking', "--pid-file={$folder}/pid", '--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=2', '--skip-log-bin'];
        $command = [self::program('mariadbd'), '--no-defaults', "--datadir={$data}", "--socket={$this->socket}", "--user={$user}", ...$options];
        $log = ['file', "{$folder}/log", 'w'];
        $this->process = proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes);
        for ($tries = 0; $tries < 600; $tries++) {
            try {
                $this->connect();

                return;
            } catch (\mysqli_sql_exception) {
                usleep(100_000);
            }
        }
        throw new \RuntimeException('MariaDB did not start: ' . substr((string) file_get_contents("{$folder}/log"), -2_000));
    }

    public function connect(?string $database = null): \mysqli
    {
        $connection = mysqli_init();
        @$connection->real_connect(null, 'root', '', $database, 0, $this->socket);
        $connection->set_charset('utf8mb4');

        return $connection;
    }

    /** The CPU seconds that the server has used so far. */
    public function cpu(): float
    {
        $fields = explode(' ', (string) preg_replace('/^.*\) /', '', (string) file_get_contents('/proc/' . proc_get_status($this->process)['pid'] . '/stat')));

        return ((int) $fields[11] + (int) $fields[12]) / 100;
    }

    public function stop(): void
    {
        proc_terminate($this->process);
        proc_close($this->process);
    }

    /** Where a program is; Debian keeps the server's outside of many people's PATH. */
    private static function program(string $name): string
    {
        foreach ([...explode(':', (string) getenv('PATH')), '/usr/sbin', '/usr/local/sbin'] as $folder) {
            if (is_executable("{$folder}/{$name}")) {
                return "{$folder}/{$name}";
            }
        }
        throw new \RuntimeException("`{$name}` is not installed; on Debian: apt-get install mariadb-server-core mariadb-client-core");
    }

    /** @param list<string> $command */
    private static function run(array $command): void
    {
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['pipe', 'w']], $pipes);
        $said = stream_get_contents($pipes[2]);
        if (proc_close($process) !== 0) {
            throw new \RuntimeException(basename($command[0]) . ': ' . substr((string) $said, -2_000));
        }
    }
}
