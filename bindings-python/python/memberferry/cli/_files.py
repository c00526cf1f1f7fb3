"""The files that a command names: JSON that it reads, and that none is written over another. Knows no command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ._console import Ending, refuse


def read_json(path: Path, option: str) -> dict[str, Any]:
    """The object in a file of JSON."""
    try:
        value = json.loads(path.read_bytes())
    except ValueError as error:
        raise refuse(f"{path} is not JSON: {error}", f"mend it, or give {option} another file", ending=Ending.USAGE) from None
    if not isinstance(value, dict):
        raise refuse(f"{path} holds no object", f"give {option} a file that begins with a brace", ending=Ending.USAGE)
    return value


def keep_apart(written: Mapping[str, Path | None], needed: Mapping[str, Path | None]) -> None:
    """Refuses where a file would be written over one that is needed, or over another that is written. Both by what they are for people."""
    seen = {_real(path): name for name, path in needed.items() if path is not None}
    for name, path in written.items():
        if path is None:
            continue
        real = _real(path)
        if real in seen:
            raise refuse(f"{path} would be written over: it is {seen[real]}", f"give {name} another name", ending=Ending.USAGE)
        if not real.parent.is_dir():
            raise refuse(f"there is no folder {real.parent}", f"make it first, or give {name} another name", ending=Ending.USAGE)
        seen[real] = f"what {name} writes"


def database_file(target: str) -> Path | None:
    """The file of a target that is one."""
    scheme, _, rest = target.partition(":")
    if scheme == "sqlite" and rest:
        return Path(rest)
    return None if rest.startswith("//") else Path(target)


def _real(path: Path) -> Path:
    return Path(path).resolve()
