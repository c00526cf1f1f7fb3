<?php

declare(strict_types=1);

namespace MemberferryTests;

/** A PHP that runs beside the tests, and may be killed. */
final class Process
{
    /** @var resource */
    private mixed $process;

    private string $out;

    private string $errors;

    /** @param list<string> $command */
    public function __construct(array $command, string $folder)
    {
        $this->out = tempnam($folder, 'out');
        $this->errors = tempnam($folder, 'err');
        $this->process = proc_open($command, [['file', '/dev/null', 'r'], ['file', $this->out, 'w'], ['file', $this->errors, 'w']], $pipes, $folder);
    }

    /** @return array{int, string, string} How it ended, what it said, and what went wrong. */
    public function wait(): array
    {
        $status = proc_close($this->process);
        [$said, $errors] = [(string) file_get_contents($this->out), (string) file_get_contents($this->errors)];
        unlink($this->out);
        unlink($this->errors);

        return [$status, $said, $errors];
    }

    public function isRunning(): bool
    {
        return proc_get_status($this->process)['running'];
    }

    /** As a server does that has had enough, or a power cut. */
    public function kill(): void
    {
        proc_terminate($this->process, SIGKILL);
        $this->wait();
    }
}
