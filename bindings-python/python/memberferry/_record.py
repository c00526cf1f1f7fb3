"""What every record has: it cannot be changed, and is compared, shown and copied by its fields. Knows no record and no wire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, TypeVar

_Self = TypeVar("_Self", bound="Record")

_SHOWN = 60
"""The most characters that `repr` shows of one field."""


class Record:
    """A value with named fields that cannot be changed. Fields that are not known are `None`, lists are tuples.

    >>> from memberferry.records import Money
    >>> price = Money(minor_units=4900, currency="EUR")
    >>> price.replace(minor_units=3900)
    Money(minor_units=3900, currency='EUR')
    """

    __slots__ = ()
    _fields: ClassVar[tuple[tuple[str, str, Any], ...]] = ()

    def _set(self, *values: object) -> None:
        for (attribute, _, _), value in zip(self._fields, values, strict=True):
            if type(value) is list:
                value = tuple(value)
            object.__setattr__(self, attribute, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed; make another with `replace`")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} cannot be changed; make another with `replace`")

    def _values(self) -> Iterator[tuple[str, Any]]:
        for attribute, _, _ in self._fields:
            yield attribute, getattr(self, attribute)

    def replace(self: _Self, **changes: Any) -> _Self:
        """The same record with other values in the fields named."""
        return type(self)(**{**dict(self._values()), **changes})

    __replace__ = replace

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return tuple(self._values()) == tuple(other._values())

    def __hash__(self) -> int:
        return hash((type(self).__name__, tuple((name, _hashable(value)) for name, value in self._values())))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), dict(self._values())))

    def __repr__(self) -> str:
        known = ((name, value) for name, value in self._values() if value not in (None, (), {}))
        shown = ", ".join(f"{name}={_shown(value)}" for name, value in known)
        return f"{type(self).__name__}({shown})"


def _rebuild(record: type[Record], values: dict[str, Any]) -> Record:
    return record(**values)


def _hashable(value: object) -> object:
    if isinstance(value, Mapping):
        return frozenset((key, _hashable(item)) for key, item in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, tuple) else value


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN or isinstance(value, Record) else f"{text[:_SHOWN]}…"
