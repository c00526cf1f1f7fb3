<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** A run that does not start or go on: its plan, its journal, the outcomes told to it. */
final class RunException extends MemberferryException
{
}
