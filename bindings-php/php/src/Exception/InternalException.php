<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** A mistake of this library. Please report it with the input that caused it. */
final class InternalException extends MemberferryException
{
}
