<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** An export that cannot be read. */
final class IntakeException extends MemberferryException
{
}
