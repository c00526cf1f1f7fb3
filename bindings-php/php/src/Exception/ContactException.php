<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** One contact's data. */
final class ContactException extends MemberferryException
{
}
