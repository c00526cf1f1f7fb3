"""How files that hold people are written. Knows nothing of what they say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_private(path: str | os.PathLike[str], parts: Iterable[bytes]) -> None:
    """Writes a file that holds people: whole or not at all, and for the owner's eyes alone."""
    path = Path(path)
    temporary = path.with_name(f"{path.name}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
