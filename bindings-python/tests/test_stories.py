"""The stories of `examples/python` run, and print what their README shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

STORIES = Path(__file__).parents[2] / "examples" / "python"
ARGUMENTS = {"migrate_convertkit.py": ["site.db"], "drip_calendar.py": ["calendar.png"]}


def shown() -> dict[str, str]:
    """What the README shows of each story, by the name of its file."""
    readme = (STORIES / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"```console\n\$ python (\S+)[^\n]*\n(.*?)```", readme, re.DOTALL)
    return dict(found)


def test_every_story_is_shown() -> None:
    assert set(shown()) == {path.name for path in STORIES.glob("*.py")}


@pytest.mark.parametrize("name", sorted(path.name for path in STORIES.glob("*.py")))
def test_a_story_prints_what_is_shown_of_it(name: str, tmp_path: Path) -> None:
    command = [sys.executable, str(STORIES / name), *ARGUMENTS.get(name, [])]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout == shown()[name]
    for argument in ARGUMENTS.get(name, []):
        assert (tmp_path / argument).stat().st_size > 0
