"""Between Python's values and the JSON of the boundary. Holds no rule, no default and no message of the domain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any, cast

from . import _native, _records
from ._failures import from_reply, of_call
from ._record import Record
from ._words import article


_NULL = object()
"""In a mapping from names to values, `null` on the wire: a module that is open since nobody knows when."""


def call(operation: str, request: Mapping[str, Any], *, within: str | None = None, **held: Any) -> Any:
    """What an operation gives, as a record. Parts of the request that are `None` are left out of it; what is held (`site`, `contacts`,
    `users`, `plan`) takes the place of what a request would spell out. The members of the field `within` are keyword arguments of the caller.
    """
    given = {name: handle for name, handle in held.items() if handle is not None}
    reply = json.loads(_native.call(operation, dumps(request), **given))
    if "failure" in reply:
        raise from_reply(of_call(reply["failure"], within))
    return read(_records.ANSWERS[operation], reply["ok"])


def holding(value: object) -> Any:
    """The handle that a value stands for, `None` where it stands for itself."""
    return getattr(value, "_handle", None)


def dumps(value: object) -> bytes:
    """A value as the JSON of the boundary."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def plain(value: Any) -> Any:
    """A record, mapping, instant or list as what JSON has; whatever a mapping or record has of `None` is left out."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if value is _NULL:
        return None
    if isinstance(value, Record):
        fields = {wire: told(plan, getattr(value, attribute)) for attribute, wire, plan in value._fields}
        kind = getattr(type(value), "kind", None)
        if isinstance(kind, str):
            fields = {"kind": kind, **fields}
        return {name: plain(item) for name, item in fields.items() if item is not None}
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, Mapping):
        return {_key(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    raise TypeError(f"{article(value)} cannot be handed over; records, mappings, lists, texts and datetimes can")


def _key(key: object) -> str:
    if isinstance(key, str):
        return key
    raise TypeError(f"the keys of a mapping have to be texts, and one is a {type(key).__name__}")


def instant_text(value: datetime) -> str:
    """A point in time as the boundary writes it."""
    if value.tzinfo is None or value.utcoffset() is None:
        raise ValueError("a datetime without a time zone is no point in time; give it one, such as `tzinfo=timezone.utc`")
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def read(plan: Any, value: Any) -> Any:
    """A value of the boundary as what its plan says: see `plan_of` in the generator of `_records.py`."""
    if plan is None or value is None:
        return value
    if isinstance(plan, str):
        return _record(plan, value)
    match plan:
        case ("instant",):
            return datetime.fromisoformat(value.replace("Z", "+00:00"))
        case ("list", of):
            return tuple(read(of, item) for item in value) if of is not None else tuple(value)
        case (_, of):
            return {key: read(of, item) for key, item in value.items()} if of is not None else value


def _record(name: str, value: Any) -> Any:
    kinds = _records.UNIONS.get(name)
    if kinds is not None:
        record = kinds[value["kind"]]
    else:
        record = getattr(_records, name)
        if not isinstance(record, type):
            return value
    arguments = {attribute: read(plan, value[wire]) for attribute, wire, plan in record._fields if wire in value}
    return record(**arguments)




def decode(plan: Any, wire: bytes) -> Any:
    """What a handle says, as what its plan says."""
    return read(plan, json.loads(wire))


def encode(plan: Any, value: Any) -> bytes:
    """What is told to a handle, by its plan; keys may be spelled as attributes are."""
    return dumps(told(plan, value))


def told(plan: Any, value: Any) -> Any:
    """A value in the form of the wire, whose mappings may have keys spelled as the attributes of their records are."""
    if plan is None or value is None or isinstance(value, Record | str):
        return value
    if isinstance(plan, str):
        record = getattr(_records, plan, None)
        if not isinstance(record, type) or not isinstance(value, Mapping):
            return value
        names = {name: (wire, of) for attribute, wire, of in cast(Any, record)._fields for name in (attribute, wire)}
        spelled = ((names.get(key, (key, None)), item) for key, item in value.items())
        return {wire: told(of, item) for (wire, of), item in spelled}
    match plan:
        case ("list", of):
            return [told(of, item) for item in value] if isinstance(value, Iterable) else value
        case ("map", of) if isinstance(value, Mapping):
            return {key: _NULL if item is None else told(of, item) for key, item in value.items()}
    return value
