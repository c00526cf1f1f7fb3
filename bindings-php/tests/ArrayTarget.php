<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Memberferry;
use Memberferry\Record\Operation;
use Memberferry\Record\Outcome;
use Memberferry\Record\OutcomeApplied;
use Memberferry\Record\TargetUser;
use Memberferry\Run;
use Memberferry\Snapshot;

/** A site that is an array of users by the key of their address, and forgets nothing when its process is killed. */
final class ArrayTarget
{
    /** @var array<string, TargetUser> */
    public array $users = [];

    /** @var array<string, true> */
    private array $done = [];

    public function snapshot(): Snapshot
    {
        return Snapshot::fromRecords($this->users);
    }

    /**
     * Carries one operation out by the library's own words for it, and says what became of it.
     *
     * @return Outcome|array<string, string>
     */
    public function perform(Run $run, Operation $operation): Outcome|array
    {
        if (isset($this->done[$operation->id])) {
            return ['kind' => 'already'];
        }
        $outcome = $this->change($run, $operation);
        if ($outcome instanceof OutcomeApplied) {
            $this->done[$operation->id] = true;
        }

        return $outcome;
    }

    private function change(Run $run, Operation $operation): Outcome|array
    {
        if ($operation->kind === 'check-target') {
            return $this->snapshot()->digest() === $operation->change->snapshot ? new OutcomeApplied() : self::conflict('other users');
        }
        if ($operation->kind === 'verify-target') {
            $found = Memberferry::reconcile($run->plan, $this->snapshot());

            return $found->ok ? new OutcomeApplied() : self::conflict("{$found->differencesFound} differences");
        }
        if ($operation->subject->kind === 'site') {
            return new OutcomeApplied();
        }
        $email = $operation->subject->email;
        $answer = Memberferry::performOperation(
            $operation,
            id: (string) (1_000 + count($this->users)),
            user: $this->users[$email] ?? null,
        );
        if ($answer->outcome instanceof OutcomeApplied) {
            unset($this->users[$email]);
            if ($answer->user !== null) {
                $this->users[$email] = $answer->user;
                ksort($this->users);
            }
        }

        return $answer->outcome;
    }

    /** @return array<string, string> */
    private static function conflict(string $message): array
    {
        return ['kind' => 'conflict', 'message' => $message];
    }
}
