"""`plan` and `report`: what a move would do, and what it did."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from .. import MemberferryError, Plan, Snapshot, _functions
from .._files import write_private
from .._wire import dumps
from ..targets import open_target
from ..targets._target import same_place
from ._access import credentials
from ._console import Ending, issues, out, print_json, refusals, refuse, table
from ._files import database_file, keep_apart, read_json
from ._options import (
    AS_FOUND,
    Export,
    Json,
    Now,
    PlanFile,
    Reading,
    SiteFile,
    TargetName,
    instant,
    load_plan,
    load_site,
    read,
    reads_an_export,
)
from ._reading import show_intake
from ._run_files import RunFiles
from ._seeing import DAYS, AcceptedGains, AcceptedLosses, ComparedExport, SiteBefore, listed


@reads_an_export
def plan(
    export: Export,
    site: SiteFile,
    target: TargetName,
    out_file: Annotated[Path, typer.Option("--out", help="Where the plan is written.")] = Path("plan.mfplan"),
    options_file: Annotated[
        Path | None,
        typer.Option("--options", help="Plan options as JSON, as the reference lists them; other options come after.", exists=True),
    ] = None,
    all_contacts: Annotated[
        bool, typer.Option("--all-contacts", help="Move everybody, not only members and buyers.")
    ] = False,
    passwords: Annotated[
        str | None, typer.Option(help="`reset-quietly` (default), `reset-and-notify`, `keep-hash` or `keep-from-field`.")
    ] = None,
    wordpress: Annotated[
        str | None, typer.Option(help="The version of WordPress that the target is, such as `6.8`: its rules are then checked.")
    ] = None,
    staging: Annotated[str | None, typer.Option(help="The address of the staging copy that the plan is for.")] = None,
    waive: Annotated[list[str] | None, typer.Option(help="CODE=REASON: a blocker that you accept. May be repeated.")] = None,
    now: Now = None,
    reading: Reading = AS_FOUND,
    as_json: Json = False,
) -> None:
    """Plans a move: reads the export and what the target holds, and writes every change to a file. Changes nothing.

    What is wrong with the export is shown as `check` shows it: records that are set aside are not in the plan. Ends with 1 where something blocks the plan; it can be written and looked at, not applied.
    """
    with refusals():
        needed = {"the export": export, "the site's document": site, "the options": options_file, "the mapping": reading.mapping}
        keep_apart({"--out": out_file}, {**needed, "the target": database_file(target)})
        loaded = load_site(site, staging)
        intake = read(export, reading, quiet=as_json)
        options: dict[str, Any] = read_json(options_file, "--options", dict) if options_file else {}
        options.setdefault("now", instant(now, "--now"))
        if all_contacts:
            options["importAllContacts"] = True
        if passwords:
            options["passwordPolicy"] = passwords
        if wordpress:
            options["target"] = {"kind": "wordpress", "version": wordpress}
        if staging:
            options.pop("environment", None)  # the site is that copy now
        options.setdefault("waivers", []).extend(_waiver(text) for text in waive or ())
        user, password = credentials(target)
        with open_target(target, user=user, password=password, look_only=True) as opened:
            here = opened.environment()
            snapshot = Snapshot.from_records(opened.users())
        planned = Plan.build(loaded, intake.contacts, snapshot, options)
        _keep_plan_of_run(out_file, planned)
        write_private(out_file, planned.to_chunks())
        blockers = list(planned.blockers)
        if as_json:
            read_of = {"stats": intake.stats, "issues": intake.issues}
            print_json({"digest": planned.digest, "summary": planned.summary, "blockers": blockers, "issues": planned.issues, "intake": read_of})
        else:
            show_intake(intake, title="The export")
            show_plan(planned)
            if here and not same_place(here["url"], planned.environment.url):
                out.print(
                    f"[yellow]the plan is for {escape(planned.environment.url)}, and the target is {escape(here['url'])}: it will not be applied there[/]"
                )
            out.print(f"written to [bold]{out_file}[/], digest [bold]{planned.digest}[/]")
        if blockers:
            raise typer.Exit(Ending.FOUND)


def _keep_plan_of_run(path: Path, planned: Plan) -> None:
    """Refuses where the plan of a run would be written over: going on with that run and taking it back need it."""
    journal = RunFiles.of(path, None)
    if not path.exists() or not journal.is_begun:
        return
    try:
        is_same = load_plan(path).digest == planned.digest
    except MemberferryError:
        is_same = False
    if not is_same:
        other = path.with_name(f"{path.stem}-{planned.digest[:8]}{path.suffix}")
        raise refuse(
            f"{path} would be written over: it is the plan of a run ({journal.journal}), which needs it to go on and to be taken back",
            f"give the new plan a name of its own: --out {other}",
            ending=Ending.USAGE,
        )


def _waiver(text: str) -> dict[str, str]:
    code, equals, reason = text.partition("=")
    if not equals or not reason.strip():
        raise refuse(f"`{text}` gives no reason", "write --waive CODE=REASON: the report names it", ending=Ending.USAGE)
    return {"code": code, "reason": reason}


def show_plan(planned: Plan, *, title: str = "Plan") -> None:
    """What a plan would do, and what blocks it."""
    summary = planned.summary
    rows = (
        ("contacts", summary.contacts),
        ("users to create", summary.to_create),
        ("users to update", summary.to_update),
        ("users to delete", summary.to_delete),
        ("unchanged", summary.unchanged),
        ("left out, as neither members nor buyers", summary.left_out),
        ("left alone, as administrators", summary.protected),
        ("skipped", summary.skipped),
        ("tags to add", summary.tags_to_add),
        ("operations", len(planned)),
    )
    table(title, ("", "number"), (row for row in rows if row[1]), numbers=(1,))
    issues(planned.issues)
    blockers = list(planned.blockers)
    if blockers:
        out.print(f"[red bold]blocked[/] by {len(blockers):,} issues; mend them, or accept one by --waive CODE=REASON")


@reads_an_export
def report(
    plan_file: PlanFile,
    site: SiteFile,
    out_file: Annotated[Path, typer.Option("--out", help="FILE.html, FILE.md or FILE.json.")] = Path("report.html"),
    journal: Annotated[Path | None, typer.Option(help="The journal of the run.", exists=True)] = None,
    staging: Annotated[str | None, typer.Option(help="The address of the staging copy that the plan is for, as `plan` was told.")] = None,
    target: Annotated[str | None, typer.Option("--target", help="The target after the run: proves it.")] = None,
    export: ComparedExport = None,
    before: SiteBefore = None,
    accept: AcceptedLosses = None,
    accept_gains: AcceptedGains = None,
    pseudonymise: Annotated[
        bool, typer.Option("--pseudonymise", help="Make people unrecognisable, by the key in MEMBERFERRY_PSEUDONYM_KEY.")
    ] = False,
    now: Annotated[str | None, typer.Option("--now", help="The instant that the report is made for, RFC 3339. The clock's, if left out.", show_default=False)] = None,
    reading: Reading = AS_FOUND,
) -> None:
    """Writes the report of a plan, and of its run where there is one: one file that needs nothing else. With --export, read as it was for the
    plan, it tells of the list, of the people, and of who sees what before and after.

    The site's document has to be of the site, and of the copy of it, that the plan was made for.
    """
    forms = {".html": "html", ".md": "markdown", ".json": "document"}
    with refusals():
        form = forms.get(out_file.suffix)
        if form is None:
            raise refuse(f"`{out_file.name}` names no form", "end it in .html, .md or .json", ending=Ending.USAGE)
        key = os.environ.get("MEMBERFERRY_PSEUDONYM_KEY") if pseudonymise else None
        if pseudonymise and not key:
            raise refuse("there is no key", "set MEMBERFERRY_PSEUDONYM_KEY to a secret of your own", ending=Ending.USAGE)
        needed = {"the plan": plan_file, "the site's document": site, "the journal": journal, "the export": export, "the mapping": reading.mapping}
        keep_apart({"--out": out_file}, {**needed, "the target": database_file(target) if target else None})
        planned = load_plan(plan_file)
        after = None
        if target:
            user, password = credentials(target)
            with open_target(target, user=user, password=password, look_only=True) as opened:
                after = Snapshot.from_records(opened.users())
        intake = read(export, reading) if export else None
        made = _functions.report(
            load_site(site, staging),
            planned.header.options.now if export and now is None else instant(now, "--now"),
            form=form,
            plan=planned,
            reading=intake,
            contacts=intake.contacts if intake else None,
            journal=journal,
            users_after=after,
            compare_until=planned.header.options.now + DAYS if export else None,
            before=load_site(before) if before else None,
            accepted=listed(accept),
            accepted_gains=listed(accept_gains),
            pseudonymise=key,
        )
        if isinstance(made, str):
            write_private(out_file, [made.encode()])
        else:
            write_private(out_file, [dumps(made)])
        out.print(f"written to [bold]{out_file}[/]")
