"""Who sees what before a move and after it: the options that say what is compared, and how it is shown. Knows no target."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import Contacts, Plan, Site, Snapshot, _functions, records
from ._console import out, table
from ._files import read_json
from ._options import AS_FOUND, Reading, load_site, read

ComparedSite = Annotated[
    Path | None,
    typer.Option("--site", help="The site's document: with it and --export it is told who sees more or less than before.", exists=True),
]
ComparedExport = Annotated[
    Path | None, typer.Option("--export", help="The export that the plan was made from.", exists=True, dir_okay=False)
]
SiteBefore = Annotated[
    Path | None,
    typer.Option("--before", help="The site's document before the move, where it was another.", exists=True, dir_okay=False),
]
AcceptedLosses = Annotated[
    Path | None,
    typer.Option("--accept", help="The losses of access that are right: a list, as `access.compare` takes it.", exists=True),
]
AcceptedGains = Annotated[
    Path | None, typer.Option("--accept-gains", help="The gains of access that are right, in the same way.", exists=True)
]

DAYS = timedelta(days=90)
"""How long after the move access is compared for."""
_SHOWN = 20


def prove(
    planned: Plan,
    users: Snapshot,
    *,
    site: Path | Site | None,
    export: Path | Contacts | None,
    reading: Reading = AS_FOUND,
    before: Path | None = None,
    accepted: Path | None = None,
    accepted_gains: Path | None = None,
    foreseen: bool = False,
    quiet: bool = False,
) -> records.AccessProof | None:
    """Whether anybody lost or gained access unasked; nothing, where the site or the export is not named."""
    if site is None or export is None:
        return None
    loaded = load_site(site) if isinstance(site, Path) else site
    contacts = read(export, reading, quiet=quiet).contacts if isinstance(export, Path) else export
    return _functions.prove_access(
        loaded,
        contacts,
        planned,
        users,
        planned.header.options.now + DAYS,
        before=None if before is None else load_site(before),
        foreseen=foreseen,
        accepted=listed(accepted),
        accepted_gains=listed(accepted_gains),
    )


def listed(path: Path | None) -> list[dict[str, Any]] | None:
    """What somebody accepts, as they wrote it down."""
    if path is None:
        return None
    return read_json(path, "--accept or --accept-gains", list)


def show(proof: records.AccessProof | None) -> None:
    """Who sees more or less than before, and that nobody asked for it."""
    if proof is None:
        out.print("who sees what was not compared: give --site and --export")
        return
    counts, asked = proof.comparison.counts, proof.asked
    rows = (
        ("lost", counts.lost),
        ("gained", counts.gained),
        ("later", counts.later),
        ("earlier", counts.earlier),
        ("unchanged", counts.unchanged),
        ("asked for: pages that are new", asked.new_pages),
        ("asked for: the login of who is left out", asked.left_out),
        ("asked for: pages of who is left out", asked.left_out_guarded),
        ("asked for: of who is left alone", asked.left_alone),
        ("asked for: what the target gave before", asked.had_before),
        ("asked for: by what modules open when", asked.released),
        ("asked for by nobody", proof.unasked_found),
    )
    table("Who sees what", ("", "number"), (row for row in rows if row[1]), numbers=(1,))
    shown = proof.unasked[:_SHOWN]
    if not shown:
        out.print("[green]everybody sees what they saw, but for what was asked[/]")
        return
    table("Nobody asked for these", ("person", "what"), ((change.subject, change.issue.message) for change in shown))
    for help in dict.fromkeys(change.issue.help for change in shown):
        out.print(f"help: {help}")
    out.print(f"[red]{proof.unasked_found:,} changes of access that nobody asked for[/]")
