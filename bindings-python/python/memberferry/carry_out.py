"""Carries a run out on a target, batch by batch. Knows no database; decides nothing.

>>> from memberferry import Plan, Run
>>> from memberferry.targets import open_target
>>> def move(plan: Plan, database: str, journal: str) -> None:
...     with open_target(database) as target, Run(plan, journal) as run:
...         carry_out(run, target)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from . import _functions
from ._plan import Snapshot
from ._run import Batch, Passwords, Run
from .targets import Refused, Target

_AGAINST_ALL_USERS = ("check-target", "verify-target")


def carry_out(
    run: Run,
    target: Target,
    *,
    passwords: Passwords | None = None,
    on_progress: Callable[[Any], None] | None = None,
) -> None:
    """Hands every batch of a run to a target and records what became of it, until nothing is left or the run stops by itself.

    What raises in the middle leaves a journal from which another call goes on. Whether the target is the one that the plan was made for, and
    whether it holds what was planned at the end, is looked at here, since both need every user.
    """
    plan = run.plan
    for batch in run.batches():
        operations = batch.documents()
        if any(operation["kind"] in _AGAINST_ALL_USERS for operation in operations):
            outcomes = [_look(run, target, operation) for operation in operations]
        else:
            outcomes = target.perform(plan.digest, operations, _password_of(run, batch, operations, passwords))
        run.record(batch, outcomes)
        if on_progress:
            on_progress(run.progress)


def _password_of(
    run: Run, batch: Batch, operations: Sequence[Any], passwords: Passwords | None
) -> Callable[[Any], Any]:
    places = {operation["id"]: place for place, operation in enumerate(operations)}

    def password_of(operation: Any) -> Any:
        return None if passwords is None else run.password(batch, places[operation["id"]], passwords)

    return password_of


def _look(run: Run, target: Target, operation: Any) -> dict[str, Any]:
    users = Snapshot.from_records(target.users())
    if operation["kind"] == "check-target":
        if users.digest == operation["change"]["snapshot"]:
            return {"kind": "applied"}
        return {"kind": "conflict", "message": "the users of the target were changed since the plan was made"}
    found = _functions.reconcile(run.plan, users)
    if found.ok:
        return {"kind": "applied"}
    message = f"the target differs from the plan in {found.differences_found} places"
    return {"kind": "conflict", "message": message}


__all__ = ["Refused", "Target", "carry_out"]
