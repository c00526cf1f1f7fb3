<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Memberferry;
use Memberferry\Record\AccessProof;
use Memberferry\Snapshot;

/**
 * Who sees less or more by a move than anybody asked for: foreseen before it begins, found when it is over. What nobody asked for, the library
 * says; what of it is right all the same, whoever approves the plan, each with a reason.
 */
final class AccessCheck
{
    /** How far ahead it is looked who may see what. */
    public const AHEAD = 'P90D';

    /**
     * What the plan would do, carried out on the users who were here when it was made.
     *
     * @param list<array<string, mixed>> $losses What is accepted, as the library's `AcceptedLoss` has it.
     * @param list<array<string, mixed>> $gains The same of `AcceptedGain`.
     */
    public static function foreseen(Move $move, array $losses, array $gains): AccessProof
    {
        return self::prove($move, $move->before(), true, $losses, $gains)
            ?? throw new Refused(__('the export was deleted, as it is when a move is over. Send it again for another one.', 'memberferry'));
    }

    /** What became of it, on the users as they are now. Nothing, where it is not known any more whom the export held. */
    public static function found(Move $move): ?AccessProof
    {
        return self::prove($move, Users::snapshot(), false, $move->acceptedLosses(), $move->acceptedGains());
    }

    /** @param list<array<string, mixed>> $losses @param list<array<string, mixed>> $gains */
    private static function prove(Move $move, Snapshot $users, bool $isForeseen, array $losses, array $gains): ?AccessProof
    {
        $plan = $move->plan() ?? throw new Refused(__('there is no plan.', 'memberferry'));
        $people = $move->people();
        if ($people === null) {
            return null;
        }
        $until = $plan->header()->options->now->add(new \DateInterval(self::AHEAD));

        return Memberferry::proveAccess($move->site(), $people, $plan, $users, $until, foreseen: $isForeseen, accepted: $losses, acceptedGains: $gains);
    }

    /**
     * What nobody asked for, by page and cause, with the first few who are concerned.
     *
     * @return list<array{isLoss: bool, page: string, before: string, after: ?string, count: int, who: list<string>}>
     */
    public static function groups(AccessProof $proof): array
    {
        $groups = [];
        foreach ($proof->unasked as $change) {
            $group = [
                'isLoss' => $change->verdict->value === 'lost',
                'page' => $change->page->before ?? $change->page->after ?? '',
                'before' => $change->before->reason?->value ?? '',
                'after' => $change->after->reason?->value,
            ];
            $key = json_encode($group, JSON_THROW_ON_ERROR);
            $groups[$key] ??= $group + ['count' => 0, 'who' => []];
            $groups[$key]['count']++;
            if (count($groups[$key]['who']) < 3) {
                $groups[$key]['who'][] = $change->subject;
            }
        }

        return array_values($groups);
    }

    /**
     * What can be accepted of such a group: its page, or its cause wherever it is met. A reason has to be added.
     *
     * @param array{isLoss: bool, page: string, before: string, after: ?string} $group
     * @return list<array<string, string>>
     */
    public static function acceptable(array $group): array
    {
        $cause = array_filter(['kind' => 'cause', 'before' => $group['before'], 'after' => $group['after']], static fn ($part) => $part !== null);

        return [['kind' => 'page', 'page' => $group['page']], $cause];
    }

    /** What is wrong, in one sentence. */
    public static function words(AccessProof $proof): string
    {
        return sprintf(
            /* translators: %s: a number */
            __('Somebody sees a page no more, or one more, that nobody asked for (%s in all).', 'memberferry'),
            number_format_i18n($proof->unaskedFound),
        );
    }
}
