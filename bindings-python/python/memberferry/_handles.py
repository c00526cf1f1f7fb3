"""What every handle has: it stands for something that stays in Rust. Knows nothing of what that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Generic, NoReturn, Protocol, TypeVar, overload

from . import _wire

_Item = TypeVar("_Item", covariant=True)

_PART = 1_000
"""How many records are fetched at a time."""


class Handle:
    """Something that stays in Rust. It is neither copied nor pickled; threads may share it."""

    __slots__ = ("__weakref__", "_handle")
    _handle: Any

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"a {name} stands for data outside of Python, so it can be neither pickled nor copied; write it out, and read it there")

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
        """All of them as an Arrow C stream: what `pyarrow.table`, `polars.from_arrow`, `duckdb` and `pandas` take."""
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {len(self):,}>"
