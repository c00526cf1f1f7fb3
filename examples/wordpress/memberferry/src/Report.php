<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;

/** The report of a move as far as it has come. */
final class Report
{
    /** In a form of the library: as HTML it needs nothing else. With a key, nobody can be recognised in it. */
    public static function of(Move $move, string $form = 'html', #[\SensitiveParameter] ?string $key = null): string
    {
        $people = $move->people();
        $answers = (array) $move->get('answers', []);
        $journal = self::content($move, 'journal');
        $at = new \DateTimeImmutable();
        $made = Memberferry::report(
            is_file($move->file('site.json')) ? $move->site() : SiteStore::site(),
            $at,
            $form,
            contacts: $people,
            readiness: $people === null ? null : ['answers' => $answers === [] ? new \stdClass() : $answers],
            plan: $move->plan(),
            journal: $journal,
            usersAfter: $journal === null ? null : Users::snapshot(),
            compareUntil: $people === null || $journal === null ? null : $at->add(new \DateInterval(AccessCheck::AHEAD)),
            pseudonymise: $key,
            accepted: $move->acceptedLosses(),
            acceptedGains: $move->acceptedGains(),
        );

        return is_string($made) ? $made : json_encode($made, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE);
    }

    private static function content(Move $move, string $name): ?string
    {
        return is_file($move->file($name)) ? (string) file_get_contents($move->file($name)) : null;
    }
}
