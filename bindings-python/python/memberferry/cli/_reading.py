"""`detect` and `check`: what an export is, and what is wrong with it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Annotated

import typer

from .. import Intake, records
from .. import detect as detect_export
from .._files import write_private
from .._wire import plain
from ._console import Ending, issues, out, print_json, refusals, refuse, table
from ._files import keep_apart
from ._options import AS_FOUND, Delimiter, Encoding, Export, Json, Profile, Reading, is_json, parting, read, reads_an_export


def detect(
    export: Export,
    profile: Profile = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    write: Annotated[
        Path | None, typer.Option(help="Write what each column is for to this file, to be edited, and given to `check` and `plan` by --mapping.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Says what an export is: encoding, delimiter, the system that wrote it and why, and what each column is for.

    Reads no more than the beginning of the file. What `--json` prints can be given to `check` and `plan` by --mapping, too.
    """
    with refusals():
        keep_apart({"--write": write}, {"the export": export})
        if is_json(export):
            raise refuse(f"{export} is JSON, which has no columns", "give it to `check` and `plan` as it is", ending=Ending.USAGE)
        found = detect_export(export, profile=profile, delimiter=parting(delimiter), encoding=encoding)
        if write:
            write_private(write, [json.dumps(plain(found.mapping), ensure_ascii=False, indent=2).encode(), b"\n"])
        if as_json:
            print_json({"detection": found.detection, "mapping": found.mapping})
            return
        detection = found.detection
        source = detection.source
        out.print(f"[bold]{source.profile}[/] ({source.variant}), score {source.score}: {'; '.join(source.reasons)}")
        if detection.dialect is not None:
            delimiter = detection.dialect.delimiter
            parted = "tabs" if delimiter == "\t" else f"`{delimiter}`"
            out.print(f"cells separated by {parted}, column names on line {detection.header_line}")
        if detection.encoding is not None:
            out.print(f"{detection.encoding.name} ({detection.encoding.evidence})")
        show_columns(found.mapping)


def show_columns(mapping: records.Mapping) -> None:
    """What each column is for, and why it is thought so."""
    rows = ((column.header, _use(column.use), column.score, column.reason) for column in mapping.columns)
    table("Columns", ("column", "is for", "score", "because"), rows, numbers=(2,))


def _use(use: object) -> str:
    field = getattr(use, "field", None) or getattr(use, "name", None)
    kind = str(getattr(use, "kind", ""))
    return f"{kind}: {field}" if field else kind


def show_intake(intake: Intake, *, title: str = "Issues") -> None:
    """How many were read of how many, and what is wrong with the export."""
    stats = intake.stats
    out.print(
        f"[bold]{len(intake.contacts):,} contacts[/] of {stats.records:,} records; "
        f"{stats.set_aside:,} set aside, {stats.duplicates:,} merged into others"
    )
    issues(intake.issues, title=title)


@reads_an_export
def check(
    export: Export,
    reading: Reading = AS_FOUND,
    set_aside: Annotated[
        Path | None, typer.Option(help="Write the records that cannot be used to this file, to be mended and read again.")
    ] = None,
    clean: Annotated[Path | None, typer.Option(help="Write the contacts as they were understood to this CSV file.")] = None,
    as_json: Json = False,
) -> None:
    """Reads a whole export and says what each column is for, and what is wrong with it, with line, column, value and remedy. Changes nothing.

    Ends with 1 where records had to be set aside or an error was found.
    """
    with refusals():
        keep_apart({"--set-aside": set_aside, "--clean": clean}, {"the export": export, "the mapping": reading.mapping})
        intake = read(export, reading, quiet=as_json)
        if set_aside:
            write_private(set_aside, [intake.set_aside_csv().encode()])
        if clean:
            cleaned = io.BytesIO()
            intake.contacts.write_csv(cleaned)
            write_private(clean, [cleaned.getvalue()])
        found = list(intake.issues)
        if as_json:
            print_json({"detection": intake.detection, "mapping": intake.mapping, "stats": intake.stats, "issues": found})
        else:
            if intake.mapping.columns:
                show_columns(intake.mapping)
            show_intake(intake)
            if not found:
                out.print("[green]nothing is wrong with it[/]")
        if intake.stats.set_aside or any(issue.severity == "error" for issue in found):
            raise typer.Exit(Ending.FOUND)
