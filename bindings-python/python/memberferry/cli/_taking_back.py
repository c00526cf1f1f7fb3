"""`rollback` and `reopen`: what takes a run back, and what lets visitors in again after one that stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import Plan, Run, Snapshot
from .._files import write_private
from .._wire import plain
from ..targets import Refused, Target, open_target
from ..targets._target import DocumentTarget
from ._access import credentials
from ._carrying_out import HasBackup, Journal, PerSecond, begin, check_begun_here, run_on
from ._console import Ending, out, print_json, refusals, refuse
from ._options import Json, PlanFile, TargetName, load_plan
from ._planning import show_plan
from ._proof import is_closed
from ._run_files import RunFiles, TakingBack


def rollback(
    plan_file: PlanFile,
    target: TargetName,
    journal: Journal = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be taken back, and change nothing.")] = False,
    has_backup: HasBackup = False,
    per_second: PerSecond = 5.0,
    as_json: Json = False,
) -> None:
    """Takes back what a run did, and nothing that anybody changed since. It is a plan of its own: it can be killed and goes on.

    The plan is written beside the journal, as `JOURNAL.rollback-RUN.mfplan`. Where taking back ended with something left, the same command plans
    what is left.
    """
    with refusals():
        planned = load_plan(plan_file)
        files = RunFiles.of(plan_file, journal)
        if not files.is_begun:
            raise refuse(f"there is no journal at {files.journal}", "name it by --journal", ending=Ending.USAGE)
        begun = files.begun()
        back_files, back, was_closed = (begun[-1], *_begun(planned, begun[-1])) if begun else (None, None, False)
        if back is None:
            back_files = files.next()
            back, was_closed = _plan(planned, files, back_files, target, was_closed, per_second=per_second, keeps_run=dry_run)
        if not as_json:
            show_plan(back, title="To take back")
        if any(True for _ in back.blockers):
            raise typer.Exit(Ending.FOUND)
        if dry_run or len(back) == 0:
            said = "nothing was changed" if dry_run else "nothing is left to take back"
            if was_closed and not dry_run and not back.header.options.keep_maintenance_mode:
                _open(planned, files, target, per_second=per_second)
                said += "; visitors are let in again"
            if as_json:
                print_json({"digest": back.digest, "summary": back.summary, "issues": back.issues})
            else:
                out.print(said)
            return
        assert back_files is not None
        run_on(
            back,
            target,
            back_files.journal,
            None,
            plan_file=plan_file,
            environment=None,
            has_backup=has_backup,
            per_second=per_second,
            as_json=as_json,
        )


def _begun(planned: Plan, files: TakingBack) -> tuple[Plan | None, bool]:
    """The plan that was begun last to take the run back, unless that ended with something left; and whether it left visitors kept out."""
    back = load_plan(files.plan)
    if back.header.takes_back != planned.digest:
        raise refuse(f"{files.plan} does not take this plan back", "put back the file that was there, or move it and its journal away")
    with begin(back, files.journal) as run:
        is_of_use = run.status in ("running", "complete")
        return (back if is_of_use else None), is_closed(run)


def _plan(
    planned: Plan,
    files: RunFiles,
    back_files: TakingBack,
    target: str,
    was_closed: bool,
    *,
    per_second: float,
    keeps_run: bool,
) -> tuple[Plan, bool]:
    """The plan that takes back what is left of a run. A run that has not ended is given up: it does not go on beside that."""
    user, password = credentials(target)
    with (
        open_target(target, user=user, password=password, look_only=True, per_second=per_second) as opened,
        begin(planned, files.journal) as run,
    ):
        check_begun_here(run, opened.knows(planned.digest), files.journal)
        back = run.rollback_plan(Snapshot.from_records(opened.users()))
        was_closed = was_closed or (is_closed(run) and not files.begun())
        if not keeps_run:
            write_private(back_files.plan, back.to_chunks())
            if run.status == "running" and not any(True for _ in back.blockers):
                run.abort()
    return back, was_closed


def reopen(
    plan_file: PlanFile,
    target: TargetName,
    journal: Journal = None,
    per_second: PerSecond = 5.0,
) -> None:
    """Ends the maintenance mode in which a run left the site that stopped, or that was to keep it. Visitors are let in again."""
    with refusals():
        planned = load_plan(plan_file)
        files = RunFiles.of(plan_file, journal)
        if not files.is_begun:
            raise refuse(f"there is no journal at {files.journal}", "name it by --journal", ending=Ending.USAGE)
        last = files.begun()[-1] if files.begun() else None
        with begin(load_plan(last.plan), last.journal) if last else begin(planned, files.journal) as run:
            if run.status == "running":
                command = "rollback" if last else "apply"
                raise refuse("the run has not ended", f"go on with it: run `memberferry {command}` again", ending=Ending.USAGE)
        _open(planned, files, target, per_second=per_second)
        out.print("visitors are let in again")


def _open(planned: Plan, files: RunFiles, target: str, *, per_second: float) -> None:
    user, password = credentials(target)
    plans = [*(load_plan(back.plan) for back in reversed(files.begun())), planned]
    with open_target(target, user=user, password=password, has_backup=True, per_second=per_second) as opened:
        if not any(opened.knows(plan.digest) for plan in plans):
            raise refuse("the run was not begun on this target", "name the target that it was begun on")
        if isinstance(opened, DocumentTarget):
            with opened.transaction():
                opened.set_maintenance(False)
        elif not any(_ends_maintenance(plan, opened) for plan in plans):
            raise Refused("no plan of the run ends the maintenance mode: end it on the site")


def _ends_maintenance(plan: Plan, opened: Target) -> bool:
    """Has the target carry out what the plan would have ended with; whether it did so now."""
    operations = [plain(operation) for operation in plan.operations() if operation.kind == "disable-maintenance"]
    outcomes = opened.perform(plan.digest, operations, lambda operation: None) if operations else []
    return any(outcome["kind"] == "applied" for outcome in outcomes)
