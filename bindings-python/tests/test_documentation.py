"""Every example in the package and in the README runs and gives what it shows."""

from __future__ import annotations

import doctest
import importlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import memberferry

ROOT = Path(__file__).parents[2]
MODULES = ["memberferry", *(f"memberferry.{name}" for name in
    ("_contacts", "_failures", "_functions", "_handles", "_intake", "_plan", "_record", "_run", "_site"))]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name: str) -> None:
    module = importlib.import_module(name)
    names: dict[str, Any] = {public: getattr(memberferry, public) for public in memberferry.__all__}
    names |= vars(module) | {"datetime": datetime}
    runner = doctest.DocTestRunner(verbose=False)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name, globs=names):
        runner.run(test)
    assert runner.failures == 0


@pytest.mark.parametrize("file", ["README.md", "bindings-python/README.md"])
def test_the_examples_of_a_readme(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(r"^```python\n(.*?)^```", (ROOT / file).read_text(encoding="utf-8"), re.M | re.S)
    assert examples
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for example in examples:
        exec(compile(example, file, "exec"), {"__name__": "__main__"})  # noqa: S102
        capsys.readouterr()
