<?php

declare(strict_types=1);

namespace Memberferry\Tests;

use Memberferry\Exception\MemberferryException;
use Memberferry\Native;
use Memberferry\Record\Operations;
use Memberferry\Wire;

/** The golden vectors of the library, through the package: the same requests, byte for byte, and the same digest of the replies. */
final class VectorsTest extends TestCase
{
    public function testEveryVectorGetsTheReplyItExpects(): void
    {
        $digest = hash_init('sha256');
        $files = self::files();
        foreach ($files as $id => $file) {
            $vector = self::read($file);
            $reply = Native\call($vector->op, self::requestOf($vector));
            hash_update($digest, $id . $reply);
            $this->same(self::text($vector->expect), self::text(self::decoded($reply)), $id);
        }
        echo 'vectors: ', count($files), ', digest: ', hash_final($digest), "\n";
    }

    public function testEveryOperationHasAVectorAndAPlan(): void
    {
        $folders = array_map(basename(...), glob(self::folderOfVectors() . '/*', GLOB_ONLYDIR) ?: []);
        $this->same(Native\operations(), $folders);
        $this->same(Native\operations(), array_keys(Operations::REQUESTS));
        $this->same(Native\operations(), array_keys(Operations::ANSWERS));
    }

    public function testWhatARecordReadsItWritesAgain(): void
    {
        foreach (self::files() as $id => $file) {
            $vector = self::read($file);
            if (isset($vector->expect->ok)) {
                $record = Wire::readText(Operations::ANSWERS[$vector->op], self::json($vector->expect->ok));
                $again = self::decoded(Wire::encodeAs(Operations::ANSWERS[$vector->op], $record));
                $this->same(self::text(self::known($vector->expect->ok)), self::text(self::known($again)), $id);
            } else {
                $error = MemberferryException::fromWire(Wire::decode(self::json($vector->expect->failure)));
                $this->same($vector->expect->failure->code, $error->code, $id);
                $this->same($vector->expect->failure->message, $error->getMessage(), $id);
            }
        }
    }

    /** A request of PHP's arrays, in which an empty map and an empty list are the same, gets the reply of the request as it is written. */
    public function testArraysAskWhatObjectsAsk(): void
    {
        foreach (self::files() as $id => $file) {
            $vector = self::read($file);
            // A request that is refused may be so for what only its own text has.
            if (!is_object($vector->request) || !isset($vector->expect->ok)) {
                continue;
            }
            $arrays = Wire::decode(self::json($vector->request));
            $told = new \stdClass();
            foreach ($arrays as $name => $value) {
                $told->$name = Wire::tell(Operations::REQUESTS[$vector->op][$name] ?? null, $value);
            }
            $reply = Native\call($vector->op, Wire::encode($told));
            $this->same(self::text($vector->expect), self::text(self::decoded($reply)), $id);
        }
    }

    /** @return array<string, string> By id, in the order of the bytes. */
    private static function files(): array
    {
        $files = [];
        foreach (glob(self::folderOfVectors() . '/*/*.json') ?: [] as $file) {
            $files[basename(dirname($file)) . '/' . basename($file, '.json')] = $file;
        }
        ksort($files, SORT_STRING);

        return $files;
    }

    private static function folderOfVectors(): string
    {
        return __DIR__ . '/../../core/vectors';
    }

    private static function read(string $file): \stdClass
    {
        return self::decoded((string) file_get_contents($file));
    }

    private static function decoded(string $json): mixed
    {
        return json_decode($json, false, 512, JSON_THROW_ON_ERROR);
    }

    private static function requestOf(\stdClass $vector): string
    {
        return is_string($vector->request) ? $vector->request : self::text($vector->request);
    }

    /** As serde_json writes a value: compact, keys in the order of their bytes. */
    private static function text(mixed $value): string
    {
        return self::json(self::ordered($value));
    }

    private static function json(mixed $value): string
    {
        return Wire::encode($value);
    }

    private static function ordered(mixed $value): mixed
    {
        if (is_array($value)) {
            return array_map(self::ordered(...), $value);
        }
        if (!is_object($value)) {
            return $value;
        }
        $fields = array_map(self::ordered(...), get_object_vars($value));
        ksort($fields, SORT_STRING);

        return (object) $fields;
    }

    /** Without lists and maps that are empty: where one may be left out, that is what being left out means. */
    private static function known(mixed $value): mixed
    {
        if (is_array($value)) {
            return array_map(self::known(...), $value);
        }
        if (!is_object($value)) {
            return $value;
        }
        $isEmpty = static fn ($item) => $item === [] || (is_object($item) && get_object_vars($item) === []);

        return (object) array_filter(array_map(self::known(...), get_object_vars($value)), static fn ($item) => !$isEmpty($item));
    }
}
