<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Contacts;
use Memberferry\Memberferry;
use Memberferry\Site;
use Memberferry\Source;

/** The report of a move as far as it has come. */
final class Report
{
    /** How far ahead access before the move is compared with access after it. */
    private const AHEAD = 'P90D';

    /** In a form of the library: as HTML it needs nothing else. With a key, nobody can be recognised in it. */
    public static function of(Move $move, string $form = 'html', #[\SensitiveParameter] ?string $key = null): string
    {
        $people = self::people($move);
        $answers = (array) $move->get('answers', []);
        $journal = self::content($move, 'journal');
        $site = self::content($move, 'site.json');
        $at = new \DateTimeImmutable();
        $made = Memberferry::report(
            $site === null ? SiteStore::site() : Site::load($site),
            $at,
            $form,
            contacts: $people,
            readiness: $people === null ? null : ['answers' => $answers === [] ? new \stdClass() : $answers],
            plan: $move->plan(),
            journal: $journal,
            usersAfter: $journal === null ? null : Users::snapshot(),
            compareUntil: $people === null || $journal === null ? null : $at->add(new \DateInterval(self::AHEAD)),
            pseudonymise: $key,
        );

        return is_string($made) ? $made : json_encode($made, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE);
    }

    /** Whom the export held, as long as that is known. */
    private static function people(Move $move): ?Contacts
    {
        if (is_file($move->file('export'))) {
            return $move->intake()->contacts;
        }
        $people = $move->file('people');

        return is_file($people) ? Memberferry::readContacts(Source::path($people))->contacts : null;
    }

    private static function content(Move $move, string $name): ?string
    {
        return is_file($move->file($name)) ? (string) file_get_contents($move->file($name)) : null;
    }
}
