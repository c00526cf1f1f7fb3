"""`apply` and `verify`: what changes a target, and what proves it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import Contacts, Plan, Run, RunError, Snapshot, _functions, records
from ..carry_out import carry_out
from ..targets import open_target
from . import _seeing
from ._access import credentials
from ._console import Ending, err, out, print_json, refusals, refuse, running_bar, table
from ._files import database_file, keep_apart
from ._options import (
    AS_FOUND,
    Json,
    PlanFile,
    Reading,
    TargetName,
    environment_of,
    load_plan,
    read,
    reads_an_export,
)
from ._planning import show_plan
from ._proof import is_closed, show_end, show_proof
from ._run_files import RunFiles
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
Here = Annotated[
    str | None,
    typer.Option(
        "--environment",
        help="Which copy of the site the target is, as `KIND=ADDRESS`, such as `live=https://example.com`: a plan for another one is refused. "
        "What the target knows of itself, if left out.",
        show_default=False,
    ),
]


@reads_an_export
def apply(
    plan_file: PlanFile,
    target: TargetName,
    journal: Journal = None,
    export: Annotated[
        Path | None,
        typer.Option(help="The export that the plan was made from, read as it was for the plan: needed where it keeps passwords.", exists=True),
    ] = None,
    approve: Approve = None,
    environment: Here = None,
    has_backup: HasBackup = False,
    per_second: PerSecond = 5.0,
    reading: Reading = AS_FOUND,
    as_json: Json = False,
) -> None:
    """Carries a plan out, in batches, and proves it. Run again after a crash, it goes on where it stopped; run once more, it does nothing.

    A SQLite file is copied beside itself first. A WordPress database is changed only with --i-have-a-backup. Ctrl-C stops between
    batches.
    """
    with refusals():
        planned = load_plan(plan_file)
        files = RunFiles.of(plan_file, journal)
        needed = {"the plan": plan_file, "the export": export, "the mapping": reading.mapping, "the target": database_file(target)}
        keep_apart({"--journal": files.journal}, needed)
        if any(True for _ in planned.blockers):
            show_plan(planned)
            raise typer.Exit(Ending.FOUND)
        if approve is not None and approve != planned.digest:
            raise refuse(
                f"the plan is not the one that was approved: its digest is {planned.digest}",
                "review it, and give its digest",
                ending=Ending.FOUND,
            )
        if files.begun():
            begin(planned, files.journal).close()  # refuses that of another plan
            raise refuse(
                f"the run of this plan was taken back ({files.begun()[-1].journal})",
                "run `memberferry plan` again, with another --out, and apply that plan",
            )
        contacts = None
        if export:
            contacts = read(export, reading, quiet=as_json).contacts
        elif _keeps_passwords(planned) and not _is_over(planned, files):
            raise refuse(
                "the plan keeps passwords, and they stand in the export that it was made from",
                "give that by --export, with the options that it was read with, such as --mapping",
                ending=Ending.USAGE,
            )
        run_on(
            planned,
            target,
            files.journal,
            contacts or (None if _keeps_passwords(planned) else Contacts.from_records([])),
            plan_file=plan_file,
            environment=environment_of(environment),
            has_backup=has_backup,
            per_second=per_second,
            as_json=as_json,
        )


def _keeps_passwords(planned: Plan) -> bool:
    kinds = (kind for counts in planned.summary.operations.values() for kind, count in counts.items() if count)
    return "set-password" in kinds


def _is_over(planned: Plan, files: RunFiles) -> bool:
    if not files.is_begun:
        return False
    with Run(planned, files.journal) as run:
        return run.status != "running"


def begin(planned: Plan, journal: Path, **options: Any) -> Run:
    """A run of a plan, begun or gone on with."""
    try:
        return Run(planned, journal, **options)
    except RunError as error:
        if error.code != "journal-foreign":
            raise
        other = journal.with_name(f"{journal.stem}-{planned.digest[:8]}.journal")
        raise refuse(
            f"{journal} tells of the run of another plan",
            f"keep it: taking that run back needs it. Give this plan a journal of its own: --journal {other}",
        ) from None


def check_begun_here(run: Run, knows: bool, journal: Path) -> None:
    """Refuses a target on which a run was not begun, and one that remembers a run of which the journal is gone."""
    # The first phase is looked at from here; the target knows of what comes after it.
    looked_at = sum(phase.done for phase in run.progress.phases if phase.phase == "preflight")
    if run.progress.applied > looked_at and not knows:
        raise refuse(
            "the run that the journal tells of was not begun on this target",
            f"name the target that it was begun on, or give another --journal than {journal} to begin anew here",
        )
    if run.progress.done == 0 and knows:
        raise refuse(
            f"the target remembers a run of this plan, and {journal} does not tell of it",
            "give the journal of that run by --journal, so that it goes on; or run `memberferry plan` again, with another --out, and apply that plan",
        )


def run_on(
    planned: Plan,
    target: str,
    journal: Path,
    contacts: Contacts | None,
    *,
    plan_file: Path,
    environment: dict[str, str] | None,
    has_backup: bool,
    per_second: float,
    as_json: bool,
) -> None:
    """Carries a plan out on a target, or what is left of it, proves it, and ends the command where not all is well."""
    user, password = credentials(target)
    # Looked at first: a target that is refused is neither made nor changed.
    with open_target(target, user=user, password=password, look_only=True, per_second=per_second) as looked_at:
        knows = looked_at.knows(planned.digest)
    is_new = not journal.exists()
    run = begin(planned, journal, contacts=contacts, seed=os.environ.get("MEMBERFERRY_SEED"))
    try:
        check_begun_here(run, knows, journal)
        if run.status == "aborted":
            raise refuse(
                "the run was given up, to be taken back",
                "end that with `memberferry rollback`; then run `memberferry plan` again, with another --out, and apply that plan",
            )
        _check_backup(run, target, has_backup)
    except BaseException:
        run.close()
        if is_new:
            journal.unlink(missing_ok=True)
        raise
    was_over = run.status != "running"
    with (
        run,
        open_target(target, user=user, password=password, has_backup=has_backup, look_only=was_over, per_second=per_second) as opened,
    ):
        with running_bar(run.progress.total, done=run.progress.done, quiet=as_json) as on_progress:
            try:
                carry_out(
                    run,
                    opened,
                    environment=environment,
                    on_progress=lambda made: on_progress(made.done, _phase(made)),
                    on_backup=lambda copy: None if as_json else out.print(f"a copy of the database is kept as [bold]{copy}[/]"),
                )
            except KeyboardInterrupt:
                raise _interrupted(run) from None
        found = _functions.reconcile(planned, Snapshot.from_records(opened.users()))
        if as_json:
            closed = is_closed(run)
            print_json({"status": run.status, "progress": run.progress, "reconciliation": found, "maintenanceMode": closed})
        else:
            show_end(run, found, was_over=was_over, plan=str(plan_file), target=target)
        status = run.status
    if status != "complete" or not found.ok:
        raise typer.Exit(Ending.FOUND)


def _check_backup(run: Run, target: str, has_backup: bool) -> None:
    """What the target would refuse in the middle is asked for before anything is begun."""
    is_due = any(phase.phase == "backup" and phase.done < phase.total for phase in run.progress.phases)
    if is_due and not has_backup and database_file(target) is None:
        raise refuse(
            "nobody said that there is a backup of the database",
            "make one, try it, and say so by --i-have-a-backup",
            ending=Ending.USAGE,
        )


def _interrupted(run: Run) -> typer.Exit:
    """Says where a run stands that somebody stopped."""
    progress = run.progress
    err.print(
        f"stopped: {progress.done:,} of {progress.total:,} operations are done and remembered; run the same command again to go on"
    )
    if is_closed(run):
        err.print("the site is in maintenance mode: visitors are kept out until the run is over")
    return typer.Exit(Ending.INTERRUPTED)


def _phase(progress: records.RunProgress) -> str:
    """The phase that a run is in."""
    return next((phase.phase for phase in progress.phases if phase.done < phase.total), "")


def _stratum(stratum: records.Stratum) -> str:
    """What somebody was drawn for, in words: `enrolled circle`."""
    about = (str(getattr(stratum, name)) for name in type(stratum).__slots__)
    return " ".join((stratum.kind.replace("-", " "), *about))


@reads_an_export
def verify(
    plan_file: PlanFile,
    target: TargetName,
    spot_checks: Annotated[int, typer.Option(help="How many people to draw for looking at by hand.", min=0)] = 10,
    site: ComparedSite = None,
    export: ComparedExport = None,
    before: SiteBefore = None,
    accept: AcceptedLosses = None,
    accept_gains: AcceptedGains = None,
    reading: Reading = AS_FOUND,
    as_json: Json = False,
) -> None:
    """Compares a target with a plan that was carried out: every user, field, tag and enrollment; with --site and --export, read as it was for
    the plan, who sees what too. Ends with 1 on any difference, and where somebody lost or gained access that nobody asked for.
    """
    with refusals():
        planned = load_plan(plan_file)
        user, password = credentials(target)
        with open_target(target, user=user, password=password, look_only=True) as opened:
            users = Snapshot.from_records(opened.users())
        found = _functions.reconcile(planned, users)
        drawn = _functions.spot_check(planned, users, count=spot_checks) if spot_checks else ()
        access = _seeing.prove(
            planned,
            users,
            site=site,
            export=export,
            reading=reading,
            before=before,
            accepted=accept,
            accepted_gains=accept_gains,
            quiet=as_json,
        )
        if as_json:
            print_json({"reconciliation": found, "access": access, "spotChecks": drawn})
        else:
            show_proof(found)
            _seeing.show(access)
            rows = (
                (check.email, ", ".join(map(_stratum, check.stands_for)), check.first_name, check.last_name, ", ".join(check.tags)) for check in drawn
            )
            if drawn:
                table("Look at these by hand", ("person", "stands for", "first name", "last name", "tags"), rows)
        if not found.ok or (access is not None and not access.ok):
            raise typer.Exit(Ending.FOUND)
