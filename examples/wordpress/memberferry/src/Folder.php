<?php

declare(strict_types=1);

namespace MemberferryPlugin;

/** The folder for exports, plans and journals: outside of what the web server gives away, under a name that nobody guesses. */
final class Folder
{
    private const OPTION = 'memberferry_folder';

    /** The folder; it is chosen once, and made where it is not there. */
    public static function path(): string
    {
        $path = defined('MEMBERFERRY_FOLDER') ? rtrim((string) MEMBERFERRY_FOLDER, '/') : (string) get_option(self::OPTION, '');
        if ($path === '') {
            $path = self::choose();
            update_option(self::OPTION, $path, false);
        }
        if (self::isWithinWeb($path)) {
            throw new Refused(__('the folder for exports lies where the web server would give it away. Name another one as MEMBERFERRY_FOLDER in wp-config.php.', 'memberferry'));
        }
        if (!is_dir($path) && !@mkdir($path, 0o700, true)) {
            throw new Refused(__('the folder for exports cannot be made. Name one as MEMBERFERRY_FOLDER in wp-config.php.', 'memberferry'));
        }

        return $path;
    }

    /** A new folder within it. */
    public static function make(): string
    {
        $folder = self::path() . '/' . bin2hex(random_bytes(16));
        if (!@mkdir($folder, 0o700)) {
            throw new Refused(__('the folder for exports cannot be written to.', 'memberferry'));
        }

        return $folder;
    }

    /** Deletes one of its folders with what is in it. */
    public static function remove(string $folder): void
    {
        if (!is_dir($folder) || !preg_match('~/[0-9a-f]{32}\z~', $folder)) {
            return;
        }
        foreach (array_diff((array) scandir($folder), ['.', '..']) as $name) {
            @unlink("{$folder}/{$name}");
        }
        @rmdir($folder);
    }

    /** Deletes all of it. */
    public static function removeAll(): void
    {
        $path = (string) get_option(self::OPTION, '');
        foreach ($path === '' || !is_dir($path) ? [] : (array) glob("{$path}/*", GLOB_ONLYDIR) as $folder) {
            self::remove((string) $folder);
        }
        if ($path !== '') {
            @rmdir($path);
        }
        delete_option(self::OPTION);
    }

    /**
     * Writes a file in it: all of it, or none of it.
     *
     * @param iterable<string> $parts
     */
    public static function write(string $path, iterable $parts): void
    {
        $temporary = "{$path}.new";
        $file = fopen($temporary, 'wb');
        if ($file === false) {
            throw new Refused(__('the folder for exports cannot be written to.', 'memberferry'));
        }
        chmod($temporary, 0o600);
        foreach ($parts as $part) {
            if (fwrite($file, $part) !== strlen($part)) {
                throw new Refused(__('the disk is full.', 'memberferry'));
            }
        }
        if (!fflush($file) || !fsync($file) || !fclose($file) || !rename($temporary, $path)) {
            throw new Refused(__('the disk is full.', 'memberferry'));
        }
    }

    private static function choose(): string
    {
        $name = 'memberferry-' . bin2hex(random_bytes(8));
        foreach ([dirname(self::webRoot()), sys_get_temp_dir()] as $place) {
            $path = rtrim($place, '/') . "/{$name}";
            if (!self::isWithinWeb($path) && @mkdir($path, 0o700)) {
                return $path;
            }
        }
        throw new Refused(__('there is no folder outside of the web server’s that can be written to. Name one as MEMBERFERRY_FOLDER in wp-config.php.', 'memberferry'));
    }

    private static function isWithinWeb(string $path): bool
    {
        $path = rtrim(realpath($path) ?: (realpath(dirname($path)) ?: dirname($path)) . '/' . basename($path), '/') . '/';
        $roots = [self::webRoot(), ABSPATH, (string) ($_SERVER['DOCUMENT_ROOT'] ?? '')];
        foreach (array_filter($roots) as $root) {
            if (str_starts_with($path, rtrim(realpath($root) ?: $root, '/') . '/')) {
                return true;
            }
        }

        return false;
    }

    /** The folder that the site's own address stands for: WordPress may lie some folders below it. */
    private static function webRoot(): string
    {
        $below = trim((string) wp_parse_url(site_url(), PHP_URL_PATH), '/');
        $root = rtrim(ABSPATH, '/');
        for ($depth = $below === '' ? 0 : substr_count($below, '/') + 1; $depth > 0; $depth--) {
            $root = dirname($root);
        }

        return $root;
    }
}
