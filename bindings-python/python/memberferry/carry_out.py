"""Carries a run out on a target, batch by batch. Knows no database; decides nothing.

>>> from memberferry import Plan, Run
>>> from memberferry.targets import open_target
>>> def move(plan: Plan, database: str, journal: str) -> None:
...     with open_target(database) as target, Run(plan, journal) as run:
...         carry_out(run, target)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import _functions, records
from ._plan import Snapshot
from ._run import Batch, Run
from .targets import Target

_AGAINST_ALL_USERS = ("check-target", "verify-target")


def carry_out(
    run: Run,
    target: Target,
    *,
    on_progress: Callable[[records.RunProgress], None] | None = None,
    on_backup: Callable[[Path], None] | None = None,
) -> None:
    """Keeps a copy of the target where it can, then hands every batch of a run to it and records what became of each operation, until
    nothing is left or the run stops by itself.

    What raises in the middle leaves a journal from which another call goes on. Whether the target is the one that the plan was made for, and
    whether it holds what was planned at the end, is looked at here, since both need every user.
    """
    if run.progress.done == 0:
        copy = target.back_up(run.plan.digest)
        if copy and on_backup:
            on_backup(copy)
    for batch in run.batches():
        operations = batch.documents()
        if any(operation["kind"] in _AGAINST_ALL_USERS for operation in operations):
            outcomes = [_look(run, target, operation) for operation in operations]
        else:
            outcomes = target.perform(run.plan.digest, operations, _password_of(run, batch))
        run.record(batch, outcomes)
        if on_progress:
            on_progress(run.progress)


def _password_of(run: Run, batch: Batch) -> Callable[[Any], Any]:
    by_id = {operation.id: operation for operation in batch}
    return lambda operation: run.password(by_id[operation["id"]])


def _look(run: Run, target: Target, operation: Any) -> dict[str, Any]:
    users = Snapshot.from_records(target.users())
    if operation["kind"] == "check-target":
        if users.digest == operation["change"]["snapshot"]:
            return {"kind": "applied"}
        return {"kind": "conflict", "message": "the users of the target were changed since the plan was made"}
    found = _functions.reconcile(run.plan, users)
    if found.ok:
        return {"kind": "applied"}
    return {"kind": "conflict", "message": f"the target differs from the plan in {found.differences_found} places"}


__all__ = ["carry_out"]
