"""The Python of the book runs, block after block of a page, and prints what stands below each; so do its commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from memberferry.cli._app import app

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "src"
# A block, and what it prints, where the next block is a text.
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)
COMMANDS = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def pages(mark: str) -> list[str]:
    """The pages that have a block of a language, as pytest names them."""
    names = (str(page.relative_to(PAGES)) for page in PAGES.rglob("*.md") if f"```{mark}\n" in page.read_text(encoding="utf-8"))
    return sorted(names)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("MEMBERFERRY_SEED", "MEMBERFERRY_PASSWORD", "MEMBERFERRY_USER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize("page", pages("python"))
def test_the_blocks_of_a_page_print_what_stands_below_them(page: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for source, printed in BLOCK.findall((PAGES / page).read_text(encoding="utf-8")):
        exec(compile(source, page, "exec"), names)  # noqa: S102
        assert capsys.readouterr().out == printed


def test_the_tutorial_is_among_the_pages() -> None:
    assert "tutorial/python.md" in pages("python")


@pytest.mark.parametrize("page", [page for page in pages("console") if "\n$ memberferry " in (PAGES / page).read_text(encoding="utf-8")])
def test_the_commands_of_a_page_run(page: str, folder: Path) -> None:
    runner = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1", "TERM": "dumb"})
    text = "".join(COMMANDS.findall((PAGES / page).read_text(encoding="utf-8")))
    code, printed, is_asked = 0, "", False
    for line in text.splitlines():
        if line == "$ echo $?":
            is_asked = True
        elif line.startswith("$ "):
            assert code == 0, printed  # a page that shows a command end otherwise asks for its exit code
            code, printed, is_asked = 0, "", False
            program, *arguments = shlex.split(line[2:])
            if program == "memberferry":  # whatever else is run by the tests of its own language
                result = runner.invoke(app, arguments)
                code, printed = result.exit_code, result.output
        elif is_asked:
            assert code == int(line), printed
            code = 0
        else:
            assert line == "…" or line in printed
    assert code == 0, printed
