<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** Whether a site is ready to be moved. */
final class ReadinessException extends MemberferryException
{
}
