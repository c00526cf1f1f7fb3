<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** Takes an export in, a part at a time and bounded. It is never run, unpacked or given away; what it is, the library finds out. */
final class Upload
{
    private const PART = 1 << 20;

    /** The most bytes of an export, unless the filter `memberferry_upload_limit` says otherwise. */
    public const LIMIT = 256 << 20;

    public static function limit(): int
    {
        return (int) apply_filters('memberferry_upload_limit', self::LIMIT);
    }

    /**
     * Stores what was sent by a form.
     *
     * @param array<string, mixed> $file An entry of `$_FILES`.
     * @return string The name of the file as the sender has it, for showing.
     */
    public static function take(array $file, string $to): string
    {
        $error = $file['error'] ?? UPLOAD_ERR_NO_FILE;
        if (is_array($error)) {
            throw new Refused(__('one file at a time, please.', 'memberferry'));
        }
        if ($error === UPLOAD_ERR_INI_SIZE || $error === UPLOAD_ERR_FORM_SIZE) {
            throw self::tooLarge();
        }
        $source = (string) ($file['tmp_name'] ?? '');
        if ($error !== UPLOAD_ERR_OK || !is_uploaded_file($source)) {
            throw new Refused(__('no file arrived. Choose one and send it again.', 'memberferry'));
        }
        $stream = fopen($source, 'rb');
        if ($stream === false) {
            throw new Refused(__('the file cannot be read.', 'memberferry'));
        }
        self::store($stream, $to, (int) ($file['size'] ?? 0));

        return self::name((string) ($file['name'] ?? ''));
    }

    /**
     * Stores a stream. Whatever is too large is refused by what it says of itself, else where the limit is reached, and nothing of it stays.
     *
     * @param resource $stream
     */
    public static function store(mixed $stream, string $to, ?int $declared = null): void
    {
        $size = $declared ?? (fstat($stream)['size'] ?? 0);
        if ($size > self::limit()) {
            throw self::tooLarge();
        }
        $kept = @fopen($to, 'xb');
        if ($kept === false) {
            throw new Refused(__('the folder for exports cannot be written to.', 'memberferry'));
        }
        chmod($to, 0o600);
        $bytes = 0;
        try {
            while (!feof($stream)) {
                $part = fread($stream, self::PART);
                if ($part === false) {
                    throw new Refused(__('the file broke off.', 'memberferry'));
                }
                $bytes += strlen($part);
                if ($bytes > self::limit()) {
                    throw self::tooLarge();
                }
                if ($part !== '' && fwrite($kept, $part) !== strlen($part)) {
                    throw new Refused(__('the disk is full.', 'memberferry'));
                }
            }
        } catch (Refused $refused) {
            @unlink($to);
            throw $refused;
        } finally {
            fclose($kept);
        }
    }

    /** A file's name for showing: no path, nothing that is no text. */
    public static function name(string $sent): string
    {
        $name = basename(strtr($sent, '\\', '/'));
        $name = mb_substr(sanitize_text_field(wp_check_invalid_utf8($name)), 0, 120);

        return $name === '' || trim($name, '.') === '' ? 'export' : $name;
    }

    public static function tooLarge(): Refused
    {
        /* translators: %s: a size, such as 256 MB */
        return new Refused(sprintf(__('the file is larger than %s.', 'memberferry'), size_format(min(self::limit(), wp_max_upload_size()))));
    }
}
