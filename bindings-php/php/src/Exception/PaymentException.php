<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** One order's or subscription's data, or whose it is. */
final class PaymentException extends MemberferryException
{
}
