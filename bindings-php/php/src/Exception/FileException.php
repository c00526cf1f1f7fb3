<?php

declare(strict_types=1);

namespace Memberferry\Exception;

/** What the operating system refuses: a file that is not there, that may not be read, a disk that is full. */
final class FileException extends \RuntimeException implements ExceptionInterface
{
    /**
     * Does something with files. A warning that PHP would print is thrown.
     *
     * @internal
     * @template T
     * @param \Closure(): T $work
     * @return T
     */
    public static function guard(string $what, \Closure $work): mixed
    {
        set_error_handler(static function (int $level, string $message) use ($what): never {
            $why = (string) preg_replace('/^.*?\(\)?: |^[a-z_]+\(.*?\): /', '', $message);
            throw new self("{$what}: {$why}");
        });
        try {
            return $work();
        } finally {
            restore_error_handler();
        }
    }
}
