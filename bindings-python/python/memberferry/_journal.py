"""The journal of a run in a file: lines that are only ever added, each on disk before the next batch. Knows nothing of what they say."""

from __future__ import annotations

import errno
import os
import sys
from typing import IO, Protocol

from ._source import write_all

_BEGINNING = b'{"kind":"memberferry-journal"'
"""How the first line of any journal begins."""


class Journal(Protocol):
    """Where the lines of a run are kept."""

    def read(self) -> bytes:
        """Everything that was kept so far."""

    def truncate(self, length: int) -> None:
        """Drops what stands behind so many bytes."""

    def append(self, lines: bytes) -> None:
        """Keeps lines, so that they are there after a crash of the machine."""

    def close(self) -> None:
        """Lets go of it."""

    def forget(self) -> None:
        """Lets go of it, because there is no run. What was made for one is taken away."""


def was_never_begun(content: bytes) -> bool:
    """Whether a journal is empty, or its first line was being written when the run died. Another file is not taken for one."""
    return b"\n" not in content and content[: len(_BEGINNING)] == _BEGINNING[: len(content)]


class FileJournal:
    """A journal in a file of its own, which one run at a time may hold."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = path
        self._is_new = not os.path.exists(path)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(self._file, path)
            if self._is_new:
                _keep_entry(path)
        except BaseException:
            self.close()
            raise

    def read(self) -> bytes:
        os.lseek(self._file, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._file, 1 << 20):
            parts.append(part)
        return b"".join(parts)

    def truncate(self, length: int) -> None:
        os.ftruncate(self._file, length)

    def append(self, lines: bytes) -> None:
        os.lseek(self._file, 0, os.SEEK_END)
        rest = memoryview(lines)
        while rest:
            rest = rest[os.write(self._file, rest) :]
        os.fsync(self._file)

    def close(self) -> None:
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def forget(self) -> None:
        self.close()
        if self._is_new and os.path.getsize(self._path) == 0:
            os.unlink(self._path)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self.close()


class OpenJournal:
    """A journal in a binary file that somebody else opened, for reading and writing. It stays open."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self) -> bytes:
        self._file.seek(0)
        content = self._file.read()
        if not isinstance(content, bytes):
            raise TypeError("the journal gives text; open it in binary mode (`open(path, 'r+b')`)")
        return content

    def truncate(self, length: int) -> None:
        self._file.truncate(length)

    def append(self, lines: bytes) -> None:
        self._file.seek(0, os.SEEK_END)
        write_all(self._file, lines)
        self._file.flush()
        try:
            number = self._file.fileno()
        except OSError:
            return  # in memory
        os.fsync(number)

    def close(self) -> None:
        pass

    def forget(self) -> None:
        pass


def _keep_entry(path: str | os.PathLike[str]) -> None:
    """Has the folder know of a new file after a crash of the machine, where a system can say so."""
    if sys.platform != "win32":
        folder = os.open(os.path.dirname(os.path.abspath(path)), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _lock(file: int, path: str | os.PathLike[str]) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            raise
        raise BlockingIOError(errno.EWOULDBLOCK, "another run holds this journal", os.fspath(path)) from None
