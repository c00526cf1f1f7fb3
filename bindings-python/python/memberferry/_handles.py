"""What every handle has: it stands for something that stays in Rust. Knows nothing of what that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Generic, NoReturn, Protocol, TypeVar, overload

from . import _wire
from ._words import article

_Item = TypeVar("_Item", covariant=True)
_Kind = TypeVar("_Kind")

_PART = 1_000
"""How many records are fetched at a time."""


def of_kind(value: object, kind: type[_Kind], name: str) -> _Kind:
    """A value that has to be a handle of a kind; `TypeError` says which argument is not."""
    if not isinstance(value, kind):
        raise TypeError(f"`{name}` has to be a {kind.__name__}, and it is {article(value)}")
    return value


class Handle:
    """Something that stays in Rust. It is neither copied nor pickled; threads may share it."""

    __slots__ = ("__weakref__", "_handle")
    _handle: Any

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{article(self)} stands for data outside of Python, so it can be neither pickled nor copied; write it out, and read it there")

    def __copy__(self) -> NoReturn:
        self.__reduce__()

    def __deepcopy__(self, memo: object) -> NoReturn:
        self.__reduce__()


class _Parts(Protocol):
    def __len__(self) -> int: ...
    def part(self, first: int, count: int) -> bytes: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class Records(Handle, Generic[_Item]):
    """Records that stay in Rust, each made when it is looked at; all at once they go to a data frame."""

    __slots__ = ()
    _handle: _Parts
    _record: ClassVar[str]

    def __init__(self, handle: _Parts) -> None:
        self._handle = handle

    # No `Sequence` of the standard library: a data frame would walk through it in place of taking its columns.

    def __len__(self) -> int:
        return len(self._handle)

    def __iter__(self) -> Iterator[_Item]:
        for first in range(0, len(self), _PART):
            yield from self._part(first, _PART)

    @overload
    def __getitem__(self, place: int) -> _Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_Item]: ...
    def __getitem__(self, place: int | slice) -> _Item | Sequence[_Item]:
        if isinstance(place, slice):
            first, end, step = place.indices(len(self))
            if step == 1:
                return self._part(first, max(end - first, 0))
            return tuple(self[at] for at in range(first, end, step))
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError(f"there are {len(self)}, and none at {place}")
        return self._part(at, 1)[0]

    def _part(self, first: int, count: int) -> Sequence[_Item]:
        records: Sequence[_Item] = _wire.decode(("list", self._record), self._handle.part(first, count))
        return records

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """All of them as an Arrow C stream: what `pyarrow.table`, `polars.DataFrame`, `duckdb.from_arrow` and `pandas.DataFrame.from_arrow` take."""
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self):,}>"
