"""Where bytes come from: a path, bytes, a binary file, or an iterable of bytes. Knows nothing of what they mean."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, TypeAlias, cast

from ._failures import usage_error
from ._words import article

Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | Iterable[bytes]"
"""A path, bytes, a file opened in binary mode, or anything that yields bytes."""

OnProgress: TypeAlias = "Callable[[int, int | None], object]"
"""Told, after each chunk, how many bytes were read, and of how many, where that is known."""

CHUNK_BYTES = 1 << 20


def chunks(source: Source, on_progress: OnProgress | None = None) -> Iterator[bytes]:
    """The bytes of a source, some at a time."""
    done, (total, parts) = 0, _parts(source)
    for part in parts:
        yield part
        done += len(part)
        if on_progress is not None:
            on_progress(done, total)


def sample(source: Source) -> bytes:
    """The first MiB of a source. A file that can go back is left where it was."""
    position = None
    if _is_file(source) and cast(Any, source).seekable():
        position = cast(Any, source).tell()
    found = bytearray()
    for part in chunks(source):
        found += part
        if len(found) >= CHUNK_BYTES:
            break
    if position is not None:
        cast(Any, source).seek(position)
    return bytes(found[:CHUNK_BYTES])


def write_all(file: IO[bytes], content: bytes) -> None:
    """Writes all of it. A file without a buffer may take some at a time."""
    rest = memoryview(content)
    while rest:
        taken = file.write(rest)
        rest = rest[len(rest) if taken is None else taken :]


def file_name(source: Source) -> str | None:
    """The name of a source's file, where it is a path."""
    return os.path.basename(os.fspath(source)) if isinstance(source, str | os.PathLike) else None


def _is_file(source: object) -> bool:
    return callable(getattr(source, "read", None))


def _parts(source: Source) -> tuple[int | None, Iterator[bytes]]:
    if isinstance(source, str | os.PathLike):
        # Opened here, so that a path that leads nowhere is refused before anything else happens.
        file = open(source, "rb")  # noqa: SIM115
        return os.fstat(file.fileno()).st_size, _opened(file)
    if isinstance(source, bytes | bytearray | memoryview):
        view = memoryview(source).cast("B")
        return len(view), (bytes(view[at : at + CHUNK_BYTES]) for at in range(0, len(view), CHUNK_BYTES))
    if _is_file(source):
        return _size_of(cast("IO[bytes]", source)), _read(cast("IO[bytes]", source))
    if isinstance(source, Iterable):
        return None, _yielded(source)
    raise TypeError(f"{article(source)} cannot be read; a path, bytes, a binary file and an iterable of bytes can")


def _opened(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        yield from _read(file)


def _size_of(file: IO[bytes]) -> int | None:
    """How many bytes a file has from where it stands, if it says so."""
    try:
        here = file.tell()
        end = file.seek(0, io.SEEK_END)
        file.seek(here)
    except (OSError, ValueError, AttributeError):
        return None
    return end - here


def _read(file: IO[bytes]) -> Iterator[bytes]:
    if getattr(file, "closed", False):
        raise usage_error("the file is closed", "open it again, or read within its `with` block")
    while True:
        part = file.read(CHUNK_BYTES)
        if not isinstance(part, bytes | bytearray | memoryview):
            if isinstance(part, str):
                raise TypeError("the file gives text; open it in binary mode (`open(path, 'rb')`), so that its encoding can be found")
            raise BlockingIOError("the file has no bytes ready; give one that waits for them")
        if not part:
            return
        yield bytes(part)


def _yielded(parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        if not isinstance(part, bytes | bytearray | memoryview):
            raise TypeError(f"the iterable has to yield bytes, and it yielded a {type(part).__name__}")
        yield bytes(part)
