<?php

declare(strict_types=1);

namespace MemberferryPlugin;

use Memberferry\Exception\MemberferryException;

/** What went wrong, for the person in front of it. Nothing of the inside comes out. */
final class Problem
{
    public static function text(\Throwable $error): string
    {
        return match (true) {
            $error instanceof MemberferryException => trim($error->getMessage() . '. ' . ucfirst((string) $error->help), '. ') . '.',
            $error instanceof Refused, $error instanceof Conflict => $error->getMessage(),
            $error instanceof \TypeError, $error instanceof \ValueError => __('this is not what the form has to send.', 'memberferry'),
            default => sprintf(
                /* translators: %s: the kind of a failure */
                __('something failed on the server (%s). What was done is kept, and the work goes on from there.', 'memberferry'),
                basename(strtr(get_class($error), '\\', '/')),
            ),
        };
    }
}
