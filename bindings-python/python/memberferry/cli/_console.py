"""How results and refusals are shown: tables for people, JSON for scripts, exit codes for both. Knows no command."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from .. import _failures
from .._wire import plain
from ..targets import Refused, TargetError


class Ending(IntEnum):
    """How a command ends."""

    WELL = 0
    FOUND = 1
    """There are blockers or differences."""
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C."""


out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_MOST_ISSUES = 20


def print_json(value: object) -> None:
    """A result for scripts, in the form of the wire."""
    json.dump(plain(value), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[int] = ()) -> None:
    """A table; the columns at `numbers` are set flush right."""
    shown = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for index, column in enumerate(columns):
        shown.add_column(column, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(escape("" if cell is None else _text(cell)) for cell in row))
    out.print(shown)


def _text(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) and not isinstance(cell, bool) else str(cell)


def issues(found: Iterable[Any], *, title: str = "Issues", all_of_them: bool = False) -> None:
    """Issues, the gravest first; of many of one code the first, with the number."""
    by_code: dict[str, list[Any]] = {}
    for issue in found:
        by_code.setdefault(issue.code, []).append(issue)
    if not by_code:
        return
    order = {"error": 0, "warning": 1, "info": 2}
    groups = sorted(by_code.values(), key=lambda group: (order[group[0].severity], -len(group), group[0].code))
    shown = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for column in ("", "code", "number", "the first of them", "what to do"):
        shown.add_column(column, justify="right" if column == "number" else "left", overflow="fold")
    for group in groups if all_of_them else groups[:_MOST_ISSUES]:
        first = group[0]
        colour = _COLOURS[first.severity]
        place = _place(first.location)
        message = f"{first.message}{f' (`{first.value}`)' if first.value else ''}{f', {place}' if place else ''}"
        shown.add_row(
            f"[{colour}]{first.severity}[/]", escape(first.code), f"{len(group):,}", escape(message), escape(first.help)
        )
    out.print(shown)
    if len(groups) > _MOST_ISSUES and not all_of_them:
        out.print(f"and {len(groups) - _MOST_ISSUES} more codes; --json gives every issue", style="dim")


def _place(location: Any) -> str:
    if location is None:
        return ""
    if location.path:
        return f"at {location.path}"
    parts = [f"line {location.line}"] if location.line else []
    if location.field:
        parts.append(f"column {location.field}")
    return ", ".join(parts)


def refuse(message: str, help: str = "", *, ending: Ending = Ending.FAILED) -> typer.Exit:
    """Says why a command does not go on; raise what this gives."""
    err.print(f"[red]error:[/] {escape(message)}")
    if help:
        err.print(f"[cyan]help:[/] {escape(help)}")
    return typer.Exit(ending)


@contextlib.contextmanager
def refusals() -> Iterator[None]:
    """Turns exceptions of the library and of the system into a message, help and an exit code."""
    try:
        yield
    except _failures.MemberferryError as failure:
        for issue in failure.issues[:_MOST_ISSUES]:
            _print_wire_issue(issue)
        ending = Ending.USAGE if isinstance(failure, _failures.UsageError) else Ending.FAILED
        place = ", ".join(f"{name} {value}" for name, value in dict(failure.location or {}).items())
        message = f"{failure.message} ({failure.code}){f' at {place}' if place else ''}"
        raise refuse(message, failure.help, ending=ending) from None
    except TargetError as error:
        raise refuse(error.message, error.help, ending=Ending.USAGE) from None
    except Refused as refused:
        raise refuse(str(refused), "what was done is remembered: run the same command again to go on") from None
    except BrokenPipeError:
        # Whoever reads has enough. Nothing more can be written, not by the interpreter's end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Ending.FAILED) from None
    except BlockingIOError as error:
        raise refuse(f"{error.strerror or error} ({error.filename})", "wait until the other run is over, or end it; then run the same command again") from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise refuse(f"{error.strerror or error}{where}", "check the path, its rights and the space on the disk") from None
    except (KeyboardInterrupt, typer.Abort):
        err.print("stopped by Ctrl-C")
        raise typer.Exit(Ending.INTERRUPTED) from None
    except (typer.Exit, typer.BadParameter):
        raise
    except Exception as error:
        if _is_of_database(error):
            raise refuse(
                f"the database refuses: {error}",
                "check that it is the right one, that nobody else locks it, and that there is space on the disk; what was done is remembered: run the "
                "same command again to go on",
            ) from None
        traceback.print_exc()
        raise refuse(f"{type(error).__name__}: this is a mistake of Memberferry", "please report it with the lines above") from None


def _is_of_database(error: Exception) -> bool:
    """Whether a database's library raised it. That of MySQL may not be installed."""
    mysql = sys.modules.get("pymysql")
    return isinstance(error, sqlite3.Error) or (mysql is not None and isinstance(error, mysql.err.MySQLError))


def _print_wire_issue(issue: Any) -> None:
    if isinstance(issue, Mapping):
        place = (issue.get("location") or {}).get("path", "")
        severity, code, message, help_text = issue["severity"], issue["code"], issue["message"], issue["help"]
    else:
        place, severity, code, message, help_text = (
            issue.location.path if issue.location else "",
            issue.severity,
            issue.code,
            issue.message,
            issue.help,
        )
    colour = _COLOURS[severity]
    err.print(f"[{colour}]{severity}[/] {escape(code)} {escape(place or '')}: {escape(message)}; {escape(help_text)}")


@contextlib.contextmanager
def reading_bar(name: str, *, quiet: bool) -> Iterator[Any]:
    """A bar for reading a file; yields what `on_progress` takes."""
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as progress:
        task = progress.add_task(f"reading {name}", total=None)
        yield lambda read, total: progress.update(task, completed=read, total=total)


@contextlib.contextmanager
def running_bar(total: int, *, done: int, quiet: bool) -> Iterator[Any]:
    """A bar for carrying out operations; yields a function of what is done and of the phase."""
    columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as progress:
        task = progress.add_task("starting", total=total, completed=done)
        yield lambda done, phase: progress.update(task, completed=done, description=phase)
