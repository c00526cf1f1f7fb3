<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** A site document that cannot be used, or a question about something that it does not have. */
final class SiteException extends MemberferryException
{
}
