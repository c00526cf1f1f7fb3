<?php

declare(strict_types=1);

namespace Memberferry\Exception;

use Memberferry\Record\Category;
use Memberferry\Record\Code;
use Memberferry\Record\Failure;

/** A call made the wrong way. */
final class UsageException extends MemberferryException
{
    /**
     * One that is found before the library is called.
     *
     * @internal
     */
    public static function of(string $message, string $help = ''): self
    {
        return new self(new Failure(code: Code::ArgumentInvalid, category: Category::Usage, message: $message, help: $help));
    }
}
