<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** The database refused a statement, or is gone. Whatever transaction was open is to be given up. */
final class DatabaseFailure extends \RuntimeException
{
}
