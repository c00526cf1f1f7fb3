"""The options that several commands share, and how instants and readings are made of them. Knows no command."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timezone
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from .. import Intake, Plan, Site, _native, read_contacts, read_records
from ._console import Ending, reading_bar, refuse
from ._files import read_json

Export = Annotated[
    Path, typer.Argument(help="The export: CSV or TSV in any encoding; or the JSON of an API.", exists=True, dir_okay=False, show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="Print the whole result as JSON, for scripts.")]
Profile = Annotated[str | None, typer.Option(help="The system that wrote the export, such as `keap`. Recognised, if left out.")]
MappingFile = Annotated[
    Path | None, typer.Option("--mapping", help="A saved mapping of columns, as `detect --write` and `detect --json` give it.", exists=True)
]
Timezone = Annotated[str | None, typer.Option(help="The zone of dates without one, such as `Europe/Vienna`. UTC, if left out.")]
DayFirst = Annotated[
    bool | None,
    typer.Option("--day-first/--month-first", help="How `3/4/2024` is meant. The column decides, if left out.", show_default=False),
]
Delimiter = Annotated[str | None, typer.Option(help="What parts the cells. Found, if left out.")]
Encoding = Annotated[str | None, typer.Option(help="The encoding, such as `windows-1252`. Found, if left out.")]
SiteFile = Annotated[Path, typer.Option("--site", help="The site's document, `site.json`.", exists=True, dir_okay=False)]
PlanFile = Annotated[Path, typer.Argument(help="The plan.", exists=True, dir_okay=False, show_default=False)]
TargetName = Annotated[
    str,
    typer.Option(
        "--target",
        help="Where: `FILE.db`, `mysql://USER@HOST/DATABASE?prefix=wp_`, or `https://SITE/wp-json/memberferry/v1`.",
        show_default=False,
    ),
]
Now = Annotated[
    str | None, typer.Option("--now", help="The instant the plan is for, RFC 3339. The clock's, if left out.", show_default=False)
]


def instant(text: str | None, option: str) -> datetime:
    """An instant as the caller wrote it; now, where nothing was written."""
    if text is None:
        return datetime.now(timezone.utc).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise refuse(f"`{text}` is no instant", f"write {option} like 2026-12-01T09:00:00Z", ending=Ending.USAGE) from None
    if moment.tzinfo is None:
        raise refuse(f"`{text}` has no zone", f"write {option} like 2026-12-01T09:00:00Z", ending=Ending.USAGE)
    return moment


def environment_of(text: str | None) -> dict[str, str] | None:
    """A copy of the site as the caller wrote it: `live=https://example.com`."""
    if text is None:
        return None
    kind, equals, address = text.partition("=")
    if kind not in ("live", "staging", "local") or not equals or not address:
        raise refuse(f"`{text}` names no copy of the site", "write --environment like live=https://example.com", ending=Ending.USAGE)
    return {"kind": kind, "url": address}


def parting(delimiter: str | None) -> str | None:
    """What parts the cells, as the caller wrote it."""
    return {"tab": "\t", "\\t": "\t"}.get(delimiter, delimiter) if delimiter else None


@dataclass(frozen=True)
class Reading:
    """How an export is to be read. What is left out is found."""

    profile: Profile = None
    mapping: MappingFile = None
    timezone: Timezone = None
    day_first: DayFirst = None
    delimiter: Delimiter = None
    encoding: Encoding = None


AS_FOUND = Reading()


def reads_an_export(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes `reading`: on the command line these are the options of a `Reading`."""
    hints = get_type_hints(Reading, include_extras=True)
    options = [
        inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]) for field in fields(Reading)
    ]
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        parameters += options if parameter.name == "reading" else [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]

    @functools.wraps(command)
    def with_reading(**given: Any) -> None:
        reading = Reading(**{option.name: given.pop(option.name) for option in options})
        command(**given, reading=reading)

    # What Typer makes a command line of.
    with_reading.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_reading.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_reading


def is_json(export: Path) -> bool:
    """Whether a file is the JSON of an API, or of records that were set aside of one."""
    with export.open("rb") as file:
        return _native.RecordReader.recognises(file.read(4_096))


def read(export: Path, reading: Reading, *, quiet: bool = False) -> Intake:
    """Reads an export of contacts, or the JSON of an API, with a bar where somebody looks on."""
    saved: Any = read_json(reading.mapping, "--mapping", dict) if reading.mapping else None
    if saved is not None and "mapping" in saved and "columns" not in saved:
        saved = saved["mapping"]  # all that `detect --json` prints
    reader = read_records if is_json(export) else read_contacts
    with reading_bar(export.name, quiet=quiet) as on_progress:
        return reader(
            export,
            on_progress=on_progress,
            **{**asdict(reading), "mapping": saved, "delimiter": parting(reading.delimiter)},
        )


def load_site(path: Path, staging: str | None = None) -> Site:
    """The site of a document; with `staging`, the copy of it there."""
    site = Site.load(path)
    return site if staging is None else Site.load({**site.document, "environment": {"kind": "staging", "url": staging}})


def load_plan(path: Path) -> Plan:
    """A plan that was written."""
    return Plan.from_bytes(path.read_bytes())
