<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;
use Memberferry\Record\ReadinessAnswer;

/** Whether the site is ready for a move: what the library finds, and what people have answered so far. */
final class Readiness
{
    public function __construct(private readonly Move $move)
    {
    }

    public function assess(): ReadinessAnswer
    {
        return $this->with((array) $this->move->get('answers', []));
    }

    /** Whether the move may be started: everything is confirmed, or somebody said by name that it is to be started all the same. */
    public function mayStart(): bool
    {
        return $this->assess()->verdict->value === 'ready' || $this->move->get('inSpite') !== null;
    }

    /** @param array<string, array{answer: string, note?: string}> $answers By item. */
    public function answer(array $answers): void
    {
        $this->move->refuseUnderWay();
        $kept = (array) $this->move->get('answers', []);
        $at = gmdate('Y-m-d\TH:i:s\Z');
        foreach ($answers as $item => $answer) {
            if ($answer['answer'] === '') {
                unset($kept[$item]);
                continue;
            }
            $given = array_filter(['answer' => $answer['answer'], 'note' => $answer['note'] ?? '']);
            $was = $kept[$item] ?? [];
            // One who answers the same again has not said anything new, and the old answer keeps its age.
            $isSame = ($was['answer'] ?? null) === $given['answer'] && ($was['note'] ?? '') === ($given['note'] ?? '');
            $kept[$item] = $isSame ? $was : $given + ['answeredBy' => Move::operator(), 'at' => $at];
        }
        // What cannot be assessed is not kept.
        $this->with($kept);
        $this->move->change(['answers' => $kept]);
    }

    /** @param array<string, mixed> $answers */
    private function with(array $answers): ReadinessAnswer
    {
        return Memberferry::assessReadiness(
            SiteStore::site(),
            $this->move->intake()->contacts,
            new \DateTimeImmutable(),
            users: Users::snapshot(),
            answers: $answers === [] ? null : $answers,
        );
    }
}
