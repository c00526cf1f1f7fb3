"""The golden vectors of the library, through the package: the same requests, byte for byte, and the same digest of the replies."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from memberferry import _native

VECTORS = Path(__file__).parents[2] / "core" / "vectors"


def ordered(value: Any) -> Any:
    """A value with the keys of its objects in the order of their characters' numbers, as serde_json's maps have them."""
    if isinstance(value, dict):
        return {key: ordered(value[key]) for key in sorted(value, key=str.encode)}
    return [ordered(item) for item in value] if isinstance(value, list) else value


def request_of(vector: dict[str, Any]) -> bytes:
    request = vector["request"]
    if isinstance(request, str):
        return request.encode()
    return json.dumps(ordered(request), ensure_ascii=False, separators=(",", ":")).encode()


def test_every_vector_gets_the_reply_it_expects(capsys: pytest.CaptureFixture[str]) -> None:
    files = {f"{path.parent.name}/{path.stem}": path for path in VECTORS.glob("*/*.json")}
    digest, wrong = hashlib.sha256(), []
    for name in sorted(files, key=str.encode):
        vector = json.loads(files[name].read_text(encoding="utf-8"))
        reply = _native.call(vector["op"], request_of(vector))
        digest.update(name.encode())
        digest.update(reply)
        if json.loads(reply) != vector["expect"]:
            wrong.append(name)
    assert files and not wrong
    with capsys.disabled():
        print(f"\nvectors: {len(files)}, digest: {digest.hexdigest()}")


def test_every_operation_has_a_vector() -> None:
    assert {path.parent.name for path in VECTORS.glob("*/*.json")} == set(_native.operations())
