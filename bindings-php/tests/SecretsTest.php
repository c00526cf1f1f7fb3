<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Exception\MemberferryException;
use Memberferry\Exception\PlanException;
use Memberferry\Exception\RunException;
use Memberferry\Exception\UsageException;
use Memberferry\Memberferry;
use Memberferry\NewPassword;
use Memberferry\Record\OperationResetPassword;
use Memberferry\Run;

/** Secrets come out where somebody asks for them, and nowhere else. */
final class SecretsTest extends TestCase
{
    public function testAPasswordIsHandedOutForTheBatchInHandAlone(): void
    {
        $run = $this->run();
        $given = 0;
        $earlier = null;
        foreach ($run->batches() as $batch) {
            foreach ($batch as $operation) {
                $password = $run->password($operation);
                if ($password !== null) {
                    $this->same(['plaintext', 20], [$password->kind, strlen($password->expose())]);
                    $given++;
                }
            }
            if ($earlier !== null) {
                $this->thrown(UsageException::class, static fn () => $run->password($earlier));
            }
            $run->record($batch, array_fill(0, count($batch), 'applied'));
            $earlier = $batch->operations[0];
        }
        $this->same(12, $given);
    }

    public function testTheSameSeedMakesTheSamePasswordsAndAnotherOthers(): void
    {
        $first = $this->password($this->run())->expose();
        $this->same($first, $this->password($this->run())->expose());
        $this->that($first !== $this->password($this->run('another secret of sixteen bytes'))->expose());
        $this->that($first !== $this->password($this->run(null))->expose());
    }

    public function testNothingShowsASecret(): void
    {
        $run = $this->run();
        $password = $this->password($run);
        $secret = $password->expose();
        $shown = '';
        foreach ([$password, $run, $run->plan] as $value) {
            ob_start();
            var_dump($value, (array) $value);
            print_r($value);
            var_export(get_object_vars($value));

            $shown .= ob_get_clean() . print_r($value, true) . json_encode($value) . var_export((array) $value, true);
        }
        $shown .= $run->plan->toBytes();
        $this->that(!str_contains($shown, $secret), 'a password is shown');
        $this->that(!str_contains($shown, Moving::SEED), 'the seed is shown');
        foreach ([$password, $run, $run->plan, Moving::contacts(), Moving::site()] as $value) {
            foreach ([serialize(...), static fn ($value) => clone $value] as $refused) {
                $this->contains('neither serialized nor copied', $this->thrown(UsageException::class, static fn () => $refused($value))->getMessage());
            }
        }
        $this->thrown(\Throwable::class, static fn () => unserialize('O:22:"Memberferry\NewPassword":0:{}'));
        $this->thrown(\Error::class, static fn () => (string) $password);
    }

    public function testNoTraceShowsASecret(): void
    {
        ini_set('zend.exception_ignore_args', '0');
        try {
            $short = $this->thrown(PlanException::class, fn () => $this->password($this->run('a short seed')));
            $this->same('password-seed-short', $short->code);
            $this->hides('a short seed', $short);
            $journal = fopen(__FILE__, 'rb');
            $failed = $this->thrown(MemberferryException::class, static fn () => new Run(Moving::plan(), $journal, seed: Moving::SEED));
            $this->hides(Moving::SEED, $failed);
            $pseudonym = 'the secret of a pseudonym';
            $report = $this->thrown(MemberferryException::class, static fn () => Memberferry::report(
                Moving::SITE,
                Moving::now(),
                form: 'papyrus',
                pseudonymise: 'the secret of a pseudonym',
            ));
            $this->hides($pseudonym, $report);
        } finally {
            ini_restore('zend.exception_ignore_args');
        }
    }

    public function testARunWithoutContactsHasNoPasswords(): void
    {
        $run = new Run(Moving::plan(), fopen('php://temp', 'w+b'));
        $this->contains('no contacts', $this->thrown(UsageException::class, fn () => $this->password($run))->getMessage());
    }

    private function hides(string $secret, \Throwable $error): void
    {
        for ($next = $error; $next !== null; $next = $next->getPrevious()) {
            ob_start();
            var_dump($next->getTrace());
            $shown = ob_get_clean() . $next . print_r($next->getTrace(), true);
            $this->that(!str_contains($shown, $secret), 'a trace shows a secret');
        }
    }

    private function run(#[\SensitiveParameter] ?string $seed = Moving::SEED): Run
    {
        return new Run(Moving::plan(), fopen('php://temp', 'w+b'), contacts: Moving::contacts(), seed: $seed);
    }

    /** The first password that a run hands out. */
    private function password(Run $run): NewPassword
    {
        foreach ($run->batches() as $batch) {
            foreach ($batch as $operation) {
                if ($operation instanceof OperationResetPassword) {
                    return $run->password($operation) ?? throw new \Exception('no password');
                }
            }
            $run->record($batch, array_fill(0, count($batch), 'applied'));
        }
        throw new \Exception('no operation needs a password');
    }
}
