<?php

declare(strict_types=1);

namespace Memberferry;

use Memberferry\Exception\MemberferryException;
use Memberferry\Exception\UsageException;
use Memberferry\Record\Operations;

/**
 * Between PHP's values and the JSON of the boundary. Holds no rule, no default and no message of the domain.
 *
 * A plan says how a value is read and told: `null` as it is, a class of a record, union or enum, or one of `'instant'`, `'nothing'`,
 * `['list', …]` and `['map', …]`. It is what keeps an empty map from becoming an empty list, which to PHP's arrays is the same.
 *
 * @internal
 */
final class Wire
{
    private const ENCODE = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_PRESERVE_ZERO_FRACTION;

    /**
     * What an operation gives. Parts of the request that are `null` are left out of it; what is held takes the place of what a request
     * would spell out.
     *
     * @param array<string, mixed> $request
     */
    public static function call(
        string $operation,
        #[\SensitiveParameter] array $request,
        ?Native\Site $site = null,
        ?Native\Contacts $contacts = null,
        ?Native\Snapshot $users = null,
        ?Native\Plan $plan = null,
    ): mixed {
        $plans = Operations::REQUESTS[$operation];
        $wire = new \stdClass();
        foreach ($request as $name => $value) {
            if ($value !== null) {
                $wire->$name = self::tell($plans[$name] ?? null, $value);
            }
        }
        $text = self::encode($wire);
        $reply = self::decode(self::ask(static fn () => Native\call($operation, $text, $site, $contacts, $users, $plan)));
        if (isset($reply['failure'])) {
            throw MemberferryException::fromWire($reply['failure']);
        }

        return self::read(Operations::ANSWERS[$operation], $reply['ok']);
    }

    /**
     * Asks the extension. Its refusal becomes the exception of its category, without the frames of the extension: they hold arguments.
     *
     * @template T
     * @param \Closure(): T $question
     * @return T
     */
    public static function ask(#[\SensitiveParameter] \Closure $question): mixed
    {
        try {
            return $question();
        } catch (Native\Failure $failure) {
            throw MemberferryException::fromWire(self::decode($failure->getMessage()));
        }
    }

    /** A value of the boundary as what its plan says. */
    public static function read(mixed $plan, mixed $value): mixed
    {
        if ($plan === null || $value === null) {
            return $value;
        }
        if (is_array($plan)) {
            [, $of] = $plan;

            return $of === null ? $value : array_map(static fn ($item) => self::read($of, $item), $value);
        }

        return match (true) {
            $plan === 'instant' => new \DateTimeImmutable($value),
            $plan === 'nothing' => $value,
            is_subclass_of($plan, \BackedEnum::class) => $plan::from($value),
            default => $plan::fromWire($value),
        };
    }

    /** What JSON text says of a plan. */
    public static function readText(mixed $plan, string $json): mixed
    {
        return self::read($plan, self::decode($json));
    }

    /** A value in the form of the wire: objects are objects, even those that are empty. */
    public static function tell(mixed $plan, #[\SensitiveParameter] mixed $value): mixed
    {
        if ($value === null || is_scalar($value)) {
            return $value;
        }
        if ($value instanceof Record) {
            return $value->toWire();
        }
        if ($value instanceof \BackedEnum) {
            return $value->value;
        }
        if ($value instanceof \DateTimeInterface) {
            return self::instant($value);
        }
        if (!is_iterable($value) && !$value instanceof \stdClass) {
            throw new \TypeError('a ' . get_debug_type($value) . ' cannot be handed over; records, arrays, texts, numbers and dates can');
        }
        if (is_array($plan)) {
            return $plan[0] === 'map' ? self::tellMap($plan[1], $value) : self::tellList($plan[1], $value);
        }
        if ($plan === 'nothing') {
            return new \stdClass();
        }
        if (is_string($plan) && is_subclass_of($plan, Record::class)) {
            return self::tellRecord($plan, $value);
        }

        return self::tellAny($value);
    }

    /** A value as the JSON of the boundary. */
    public static function encode(#[\SensitiveParameter] mixed $value): string
    {
        try {
            return json_encode($value, self::ENCODE);
        } catch (\JsonException $error) {
            throw UsageException::of('this cannot be handed over: ' . lcfirst($error->getMessage()), 'give texts in UTF-8');
        }
    }

    /** What is told to a handle, by its plan. */
    public static function encodeAs(mixed $plan, #[\SensitiveParameter] mixed $value): string
    {
        return self::encode(self::tell($plan, $value));
    }

    /** Just an instant. */
    public static function at(\DateTimeInterface $at): string
    {
        return self::encode(['at' => self::instant($at)]);
    }

    /**
     * Records or arrays as lines of JSON, some thousand at a time.
     *
     * @param iterable<mixed> $values
     * @return \Generator<int, string>
     */
    public static function jsonLines(string $plan, iterable $values): \Generator
    {
        $lines = '';
        $count = 0;
        foreach ($values as $value) {
            if (!$value instanceof Record && !is_array($value)) {
                throw new \TypeError('each has to be a record or an array, and one is a ' . get_debug_type($value));
            }
            $lines .= self::encodeAs($plan, $value) . "\n";
            if (++$count % 1_000 === 0) {
                yield $lines;
                $lines = '';
            }
        }
        if ($lines !== '') {
            yield $lines;
        }
    }

    public static function decode(string $json): mixed
    {
        return json_decode($json, true, 512, JSON_THROW_ON_ERROR);
    }

    private static function instant(\DateTimeInterface $value): string
    {
        $utc = \DateTimeImmutable::createFromInterface($value)->setTimezone(new \DateTimeZone('UTC'));
        $fraction = rtrim($utc->format('u'), '0');

        return $utc->format('Y-m-d\TH:i:s') . ($fraction === '' ? '' : '.' . str_pad($fraction, strlen($fraction) > 3 ? 6 : 3, '0')) . 'Z';
    }

    /** @return list<mixed> */
    private static function tellList(mixed $plan, mixed $values): array
    {
        $list = [];
        foreach ($values as $value) {
            $list[] = self::tell($plan, $value);
        }

        return $list;
    }

    private static function tellMap(mixed $plan, mixed $values): \stdClass
    {
        $map = new \stdClass();
        foreach ($values as $name => $value) {
            $map->{(string) $name} = self::tell($plan, $value);
        }

        return $map;
    }

    /** @param class-string<Record> $plan */
    private static function tellRecord(string $plan, mixed $values): \stdClass
    {
        $values = $values instanceof \stdClass ? get_object_vars($values) : $values;
        $kind = is_array($values) ? $values['kind'] ?? null : null;
        // A kind that is not known, and a field that is none, is for the library to refuse, with its place.
        $class = is_string($kind) ? $plan::KINDS[$kind] ?? $plan : $plan;
        $wire = new \stdClass();
        foreach ($values as $name => $value) {
            if ($value !== null) {
                $wire->{(string) $name} = self::tell($class::FIELDS[$name] ?? null, $value);
            }
        }

        return $wire;
    }

    private static function tellAny(mixed $value): mixed
    {
        if ($value instanceof \stdClass || (is_array($value) && !array_is_list($value))) {
            return self::tellMap(null, $value);
        }

        return self::tellList(null, $value);
    }
}
