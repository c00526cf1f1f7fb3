<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** Something is not done, for a reason that the person who asked for it may read. */
final class Refused extends \RuntimeException
{
}
