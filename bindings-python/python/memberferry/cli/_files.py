"""The files that a command names: JSON that it reads, and that none is written over another. Knows no command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from ._console import Ending, refuse

_Json = TypeVar("_Json", dict[str, Any], list[dict[str, Any]])


def read_json(path: Path, option: str, kind: type[_Json]) -> _Json:
    """What stands in a file of JSON: an object or a list."""
    try:
        value = json.loads(path.read_bytes())
    except ValueError as error:
        raise refuse(f"{path} is not JSON: {error}", f"mend it, or give {option} another file", ending=Ending.USAGE) from None
    if not isinstance(value, kind):
        what = "object" if kind is dict else "list"
        raise refuse(f"{path} holds no {what}", f"give {option} a file that holds one", ending=Ending.USAGE)
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
