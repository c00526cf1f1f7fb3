<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** An automation of a CRM. */
final class AutomationException extends MemberferryException
{
}
