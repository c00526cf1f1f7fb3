"""Carries a run out on a target, batch by batch. Knows no database; decides nothing.

>>> from memberferry import Contacts, Plan, Run
>>> from memberferry.targets import open_target
>>> def move(plan: Plan, contacts: Contacts, database: str, journal: str) -> None:
...     with open_target(database) as target, Run(plan, journal, contacts=contacts) as run:
...         carry_out(run, target)
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _functions, records
from ._plan import Snapshot
from ._run import Batch, Run
from ._wire import plain
from .targets import Target
from .targets._target import same_place

_AGAINST_ALL_USERS = ("check-target", "verify-target")


def carry_out(
    run: Run,
    target: Target,
    *,
    environment: records.Environment | Mapping[str, Any] | None = None,
    on_progress: Callable[[records.RunProgress], None] | None = None,
    on_backup: Callable[[Path], None] | None = None,
) -> None:
    """Keeps a copy of the target where it can, then hands every batch of a run to it and records what became of each operation, until
    nothing is left or the run stops by itself.

    Before anything is done it is made sure that the passwords of the plan are at hand, and that the target is the copy of the site that the
    plan is for, as far as the target knows; `environment` says which copy it is, whatever the target says.

    What raises in the middle leaves a journal from which another call goes on. Whether the target is the one that the plan was made for, and
    whether it holds what was planned at the end, is looked at here, since both need every user.
    """
    if run.status == "running":
        run.check_passwords()
        _check_environment(run, target, environment)
    for batch in run.batches():
        operations = batch.documents()
        if any(operation["kind"] == "confirm-backup" for operation in operations):
            copy = target.back_up(run.plan.digest)
            if copy and on_backup:
                on_backup(copy)
        if any(operation["kind"] in _AGAINST_ALL_USERS for operation in operations):
            outcomes = [look(run, target.users(), operation) for operation in operations]
        else:
            outcomes = target.perform(run.plan.digest, operations, _password_of(run, batch))
        run.record(batch, outcomes)
        if on_progress:
            on_progress(run.progress)


def look(run: Run, users: Iterable[Any], operation: Any) -> dict[str, Any]:
    """What becomes of a `check-target` or `verify-target`, by every user whom the target holds now: whether they are those that the plan was made
    for, and at the end whether they are what was planned. For hosts that carry a run out by themselves.
    """
    found = Snapshot.from_records(users)
    if operation["kind"] == "check-target":
        if found.digest == operation["change"]["snapshot"]:
            return {"kind": "applied"}
        return {"kind": "conflict", "message": "the users of the target were changed since the plan was made"}
    compared = _functions.reconcile(run.plan, found)
    if compared.ok:
        return {"kind": "applied"}
    return {"kind": "conflict", "message": f"the target differs from the plan in {compared.differences_found} places"}


def _check_environment(run: Run, target: Target, environment: records.Environment | Mapping[str, Any] | None) -> None:
    planned, here = run.plan.environment, environment or target.environment()
    if here is not None:
        if isinstance(here, Mapping):
            here = {"kind": planned.kind, **here}
            here = {**here, "url": planned.url} if same_place(here["url"], planned.url) else here
        # A run that is never carried out is refused as this one would have been.
        Run(run.plan, io.BytesIO(), environment=here)
    target.remember_environment(plain(here or planned))


def _password_of(run: Run, batch: Batch) -> Callable[[Any], Any]:
    by_id = {operation.id: operation for operation in batch}
    return lambda operation: run.password(by_id[operation["id"]])


__all__ = ["carry_out", "look"]
