<?php

declare(strict_types=1);

namespace Memberferry;

/**
 * A value with named fields that cannot be changed. Fields that are not known are `null`.
 *
 *     $price = new Record\Money(minorUnits: 4900, currency: 'EUR');
 *     $sale = $price->with(minorUnits: 3900);
 *
 * Two records are the same where `==` says so. `json_encode` writes the form of the wire.
 */
abstract readonly class Record implements \JsonSerializable
{
    /**
     * How each field is read: see `Wire`.
     *
     * @internal
     * @var array<string, mixed>
     */
    public const FIELDS = [];

    /**
     * Of a union, the class of each kind.
     *
     * @internal
     * @var array<string, class-string<Record>>
     */
    public const KINDS = [];

    /** Of a kind of a union, its name on the wire. */
    public const KIND = null;

    /**
     * The record of what JSON has, decoded into arrays.
     *
     * @param array<string, mixed> $wire
     */
    final public static function fromWire(array $wire): static
    {
        if (static::KIND === null && static::KINDS !== []) {
            $kind = $wire['kind'] ?? null;
            $class = is_string($kind) ? static::KINDS[$kind] ?? null : null;
            if ($class === null) {
                throw Exception\UsageException::of('a ' . self::shortName() . ' needs one of the kinds ' . implode(', ', array_keys(static::KINDS)));
            }

            return $class::fromWire($wire);
        }
        $fields = [];
        foreach (static::FIELDS as $name => $plan) {
            if (isset($wire[$name])) {
                $fields[$name] = $plan === null ? $wire[$name] : Wire::read($plan, $wire[$name]);
            } elseif (array_key_exists($name, $wire)) {
                $fields[$name] = null;
            }
        }

        return new static(...$fields);
    }

    /** The record as JSON has it: an object, even where it is empty. What is not known is left out. */
    final public function toWire(): \stdClass
    {
        $wire = new \stdClass();
        if (static::KIND !== null) {
            $wire->kind = static::KIND;
        }
        foreach (static::FIELDS as $name => $plan) {
            $value = $this->$name;
            if ($value !== null) {
                $wire->$name = $plan === null && is_scalar($value) ? $value : Wire::tell($plan, $value);
            }
        }

        return $wire;
    }

    /** The same record with other values in the fields named. */
    final public function with(mixed ...$changes): static
    {
        $fields = [];
        foreach (array_keys(static::FIELDS) as $name) {
            $fields[$name] = $this->$name;
        }

        return new static(...array_merge($fields, $changes));
    }

    final public function jsonSerialize(): \stdClass
    {
        return $this->toWire();
    }

    private static function shortName(): string
    {
        return substr((string) strrchr(static::class, '\\'), 1);
    }
}
