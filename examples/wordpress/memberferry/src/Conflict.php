<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** The site holds something else than an operation expects; nothing was written for it. */
final class Conflict extends \RuntimeException
{
}
