<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** A plan that cannot be built or read. */
final class PlanException extends MemberferryException
{
}
