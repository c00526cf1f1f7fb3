"""`apply`, `verify` and `rollback`: what changes a target, and what proves it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from .. import Contacts, Plan, Run, Snapshot, _functions, records
from ..carry_out import carry_out
from ..targets import open_target
from . import _seeing
from ._access import credentials
from ._console import Ending, out, print_json, refusals, refuse, running_bar, table
from ._files import write_private
from ._options import Json, PlanFile, TargetName, load_plan, read
from ._planning import show_plan
from ._seeing import AcceptedGains, AcceptedLosses, ComparedExport, ComparedSite, SiteBefore

Journal = Annotated[
    Path | None,
    typer.Option(help="Where the run is remembered. `PLAN.journal`, if left out. A run that was stopped goes on from it.", show_default=False),
]
HasBackup = Annotated[
    bool, typer.Option("--i-have-a-backup", help="There is a copy of the WordPress database, and it was tried.")
]
Approve = Annotated[
    str | None, typer.Option(help="The digest of the plan that was reviewed: another one is not carried out.", show_default=False)
]
PerSecond = Annotated[float, typer.Option(help="The most requests a second to a site.", min=0.01)]


def apply(
    plan_file: PlanFile,
    target: TargetName,
    journal: Journal = None,
    export: Annotated[
        Path | None,
        typer.Option(help="The export that the plan was made from: needed where it keeps passwords.", exists=True),
    ] = None,
    approve: Approve = None,
    has_backup: HasBackup = False,
    per_second: PerSecond = 5.0,
    as_json: Json = False,
) -> None:
    """Carries a plan out, in batches, and proves it. Run again after a crash, it goes on where it stopped; run once more, it does nothing.

    A SQLite file is copied beside itself first. A WordPress database is changed only with --i-have-a-backup. Ctrl-C stops between
    batches.
    """
    with refusals():
        planned = load_plan(plan_file)
        if any(True for _ in planned.blockers):
            show_plan(planned)
            raise typer.Exit(Ending.FOUND)
        if approve is not None and approve != planned.digest:
            raise refuse(
                f"the plan is not the one that was approved: its digest is {planned.digest}",
                "review it, and give its digest",
                ending=Ending.FOUND,
            )
        contacts = read(export, quiet=as_json).contacts if export else Contacts.from_records([])
        _carry_out(
            planned,
            target,
            journal or plan_file.with_suffix(".journal"),
            contacts,
            has_backup=has_backup,
            per_second=per_second,
            as_json=as_json,
        )


def _carry_out(
    planned: Plan,
    target: str,
    journal: Path,
    contacts: Contacts | None,
    *,
    has_backup: bool,
    per_second: float,
    as_json: bool,
) -> None:
    user, password = credentials(target)
    is_over = False
    with (
        open_target(target, user=user, password=password, has_backup=has_backup, per_second=per_second) as opened,
        Run(planned, journal, contacts=contacts, seed=os.environ.get("MEMBERFERRY_SEED")) as run,
    ):
        _check_address(planned, opened.address)
        if run.progress.done > 0 and not opened.knows(planned.digest):
            raise refuse(
                "the run that the journal tells of was not begun on this target",
                f"name the target that it was begun on, or move {journal} away to begin anew",
            )
        is_over = run.status != "running"
        with running_bar(run.progress.total, done=run.progress.done, quiet=as_json) as on_progress:
            carry_out(
                run,
                opened,
                on_progress=lambda made: on_progress(made.done, _phase(made)),
                on_backup=lambda copy: None if as_json else out.print(f"a copy of the database is kept as [bold]{copy}[/]"),
            )
        progress, status = run.progress, run.status
        found = _functions.reconcile(planned, Snapshot.from_records(opened.users()))
    if as_json:
        print_json({"status": status, "progress": progress, "reconciliation": found})
    else:
        if is_over:
            out.print("the run was over before: nothing was done")
        out.print(f"[bold]{status}[/]: {progress.done:,} of {progress.total:,} operations, {progress.failed:,} failed")
        _show_proof(found)
    if status != "complete" or not found.ok:
        raise typer.Exit(Ending.FOUND)


def _check_address(planned: Plan, address: str | None) -> None:
    """A plan for one copy of a site is not carried out on another: what is right on staging may mail thousands on the live site."""
    planned_for = planned.environment.url
    if address is not None and _place(address) != _place(planned_for):
        raise refuse(
            f"the plan is for {planned_for}, and the target is {address}",
            "name the target that the plan is for, or plan for this one: by `environment` in the site's document, or by --staging",
            ending=Ending.FOUND,
        )


def _place(address: str) -> tuple[str, str]:
    """Where a site is, however its address is written: by which protocol makes no other copy of it."""
    parts = urlsplit(address)
    return parts.netloc.lower(), parts.path.rstrip("/")


def _stratum(stratum: records.Stratum) -> str:
    """What somebody was drawn for, in words: `enrolled circle`."""
    about = (str(getattr(stratum, name)) for name in type(stratum).__slots__)
    return " ".join((stratum.kind.replace("-", " "), *about))


def _phase(progress: records.RunProgress) -> str:
    """The phase that a run is in."""
    return next((phase.phase for phase in progress.phases if phase.done < phase.total), "")


def _who(difference: records.Difference) -> str:
    return difference.subject or "the site"


def verify(
    plan_file: PlanFile,
    target: TargetName,
    spot_checks: Annotated[int, typer.Option(help="How many people to draw for looking at by hand.", min=0)] = 10,
    site: ComparedSite = None,
    export: ComparedExport = None,
    before: SiteBefore = None,
    accept: AcceptedLosses = None,
    accept_gains: AcceptedGains = None,
    as_json: Json = False,
) -> None:
    """Compares a target with a plan that was carried out: every user, field, tag and enrollment; with --site and --export, who sees what
    too. Ends with 1 on any difference, and where somebody lost or gained access that nobody asked for.
    """
    with refusals():
        planned = load_plan(plan_file)
        user, password = credentials(target)
        with open_target(target, user=user, password=password, look_only=True) as opened:
            users = Snapshot.from_records(opened.users())
        found = _functions.reconcile(planned, users)
        drawn = _functions.spot_check(planned, users, count=spot_checks) if spot_checks else ()
        access = _seeing.prove(
            planned, users, site=site, export=export, before=before, accepted=accept, accepted_gains=accept_gains, quiet=as_json
        )
        if as_json:
            print_json({"reconciliation": found, "access": access, "spotChecks": drawn})
        else:
            _show_proof(found)
            _seeing.show(access)
            rows = (
                (check.email, ", ".join(map(_stratum, check.stands_for)), check.first_name, check.last_name, ", ".join(check.tags)) for check in drawn
            )
            table("Look at these by hand", ("person", "stands for", "first name", "last name", "tags"), rows)
        if not found.ok or (access is not None and not access.ok):
            raise typer.Exit(Ending.FOUND)


def _show_proof(found: records.Reconciliation) -> None:
    verified = found.verified
    rows = (
        ("users", verified.users_expected, verified.users_found),
        ("users planned", verified.planned_users, verified.planned_users_found),
        ("tags", verified.tags_expected, verified.tags_found),
        ("enrollments", verified.enrollments_expected, verified.enrollments_found),
    )
    table("Proof", ("", "expected", "found"), rows, numbers=(1, 2))
    differences = found.differences
    if not differences:
        out.print("[green]the target is as planned[/]")
        return
    shown = ((_who(difference), difference.field, difference.expected, difference.found) for difference in differences[:20])
    table("Differences", ("person", "field", "expected", "found"), shown)
    out.print(f"[red]{found.differences_found:,} differences[/]")


def rollback(
    plan_file: PlanFile,
    target: TargetName,
    journal: Journal = None,
    has_backup: HasBackup = False,
    per_second: PerSecond = 5.0,
    as_json: Json = False,
) -> None:
    """Takes back what a run did, and nothing that anybody changed since. It is a plan of its own: it can be killed and goes on.

    The plan is written beside the journal, as `JOURNAL.rollback.mfplan`.
    """
    with refusals():
        planned = load_plan(plan_file)
        journal = journal or plan_file.with_suffix(".journal")
        if not journal.exists():
            raise refuse(f"there is no journal at {journal}", "name it by --journal", ending=Ending.USAGE)
        back_file = journal.with_suffix(".rollback.mfplan")
        back_journal = journal.with_suffix(".rollback.journal")
        if back_journal.exists():
            back = load_plan(back_file)
        else:
            user, password = credentials(target)
            with open_target(target, user=user, password=password, look_only=True) as opened, Run(planned, journal) as run:
                back = run.rollback_plan(Snapshot.from_records(opened.users()))
            write_private(back_file, back.to_chunks())
        if not as_json:
            show_plan(back)
        if any(True for _ in back.blockers):
            raise typer.Exit(Ending.FOUND)
        _carry_out(
            back, target, back_journal, None, has_backup=has_backup, per_second=per_second, as_json=as_json
        )
