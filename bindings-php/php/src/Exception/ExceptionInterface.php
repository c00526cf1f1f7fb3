<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** Whatever this package throws of its own accord: a `MemberferryException` where the library refuses, a `FileException` where the system does. */
interface ExceptionInterface extends \Throwable
{
}
