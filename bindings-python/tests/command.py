"""The command line for tests: a folder with a site and a list, and what became of the target. Knows no command's work."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from memberferry import Run
from memberferry.cli._app import app

runner = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1", "TERM": "dumb"})


def run(*arguments: str) -> Result:
    return runner.invoke(app, list(arguments))


def plan(*more: str) -> Result:
    return run("plan", "list.csv", "--site", "site.json", "--target", "site.db", "--now", "2024-06-01T00:00:00Z", *more)


@contextlib.contextmanager
def interrupt_after(patch: pytest.MonkeyPatch, batches: int) -> Iterator[None]:
    """Ctrl-C after so many batches were recorded."""
    record, left = Run.record, iter(range(batches, -1, -1))

    def recorded(self: Run, batch: Any, outcomes: Any) -> None:
        record(self, batch, outcomes)
        if next(left) == 1:
            raise KeyboardInterrupt

    with patch.context() as patched:
        patched.setattr(Run, "record", recorded)
        yield


def ask(folder: Path, query: str, *values: object, database: str = "site.db") -> list[Any]:
    connection = sqlite3.connect(folder / database)
    with connection:
        rows = connection.execute(query, values).fetchall()
    connection.close()
    return rows


def users(folder: Path) -> int:
    return int(ask(folder, "SELECT count(*) FROM users")[0][0])


def maintenance(folder: Path) -> str:
    return str(ask(folder, "SELECT value FROM settings WHERE name = 'maintenance'")[0][0])


def change_first_name(folder: Path, email: str, name: str) -> None:
    ask(folder, "UPDATE users SET document = json_set(document, '$.firstName', ?) WHERE email_key = ?", name, email)
