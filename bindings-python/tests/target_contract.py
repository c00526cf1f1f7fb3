"""What every target keeps to, as functions that take the target: carrying out, going on after a crash, conflicts, taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import memberferry
from memberferry.carry_out import carry_out
from memberferry.targets import Target

from moving import NOW, SEED, SITE, contacts, plan_for

Open = Callable[[], Target]


class Killed(Exception):
    """Stands for a process that ends in the middle."""


def running(plan: memberferry.Plan, journal: Path, people: int = 5) -> memberferry.Run:
    return memberferry.Run(plan, journal, contacts=contacts(people), seed=SEED)


def users_of(open_target: Open) -> dict[str, dict[str, Any]]:
    with open_target() as target:
        return {user["email"]: user for user in target.users()}


def run_to_the_end(open_target: Open, plan: memberferry.Plan, journal: Path, people: int = 5) -> str:
    with open_target() as target, running(plan, journal, people) as run:
        carry_out(run, target)
        return run.status


def plan_of(open_target: Open, **options: Any) -> memberferry.Plan:
    with open_target() as target:
        return plan_for(target.users(), **options)


def moves_everybody_and_is_proved(open_target: Open, folder: Path) -> None:
    plan = plan_of(open_target)
    assert not list(plan.blockers)
    assert run_to_the_end(open_target, plan, folder / "run.journal") == "complete"
    users = users_of(open_target)
    moved = [user for email, user in users.items() if email.startswith("person")]
    assert len(moved) == 5
    for user in moved:
        assert user["roles"] == ["subscriber"]
        assert set(user["tags"]) == {"Newsletter", "Watercolour"}
        assert list(user["enrollments"]) == ["watercolour"]
        assert user["firstName"].startswith("Zoë") and user["lastName"] == "O'Brien"
    assert users["person1@example.com"]["marketing"]["status"] == "unsubscribed"
    with open_target() as target:
        assert memberferry.reconcile(plan, memberferry.Snapshot.from_records(target.users())).ok


def a_second_plan_is_empty(open_target: Open, folder: Path) -> None:
    run_to_the_end(open_target, plan_of(open_target), folder / "run.journal")
    assert len(plan_of(open_target)) == 0


def a_killed_run_goes_on_and_does_nothing_twice(open_target: Open, folder: Path, kill_at: int) -> None:
    """Ends before a batch is told of, after the target has carried it out: the target alone knows."""
    plan = plan_of(open_target)
    journal = folder / "run.journal"
    with open_target() as target, pytest.raises(Killed), running(plan, journal) as run:
        carry_out(run, Killing(target, kill_at))
    assert run_to_the_end(open_target, plan, journal) == "complete"
    users = users_of(open_target)
    assert sum(email.startswith("person") for email in users) == 5
    with open_target() as target:
        assert memberferry.reconcile(plan, memberferry.Snapshot.from_records(target.users())).ok


def somebody_who_came_meanwhile_stays_as_they_are(
    open_target: Open, folder: Path, add: Callable[[str], None]
) -> None:
    plan = plan_of(open_target)
    journal = folder / "run.journal"
    with open_target() as target, memberferry.Run(plan, journal) as run:
        for batch in run.batches():
            if batch.phase == "users":
                break
            outcomes = [{"kind": "applied"}] * len(batch)
            run.record(batch, outcomes)
    add("person0@example.com")
    with open_target() as target, running(plan, journal) as run:
        carry_out(run, target)
        assert run.status != "complete"
    users = users_of(open_target)
    assert "tags" not in users["person0@example.com"] or not users["person0@example.com"]["tags"]


def taking_back_leaves_what_was_there_before(open_target: Open, folder: Path) -> None:
    before = users_of(open_target)
    plan = plan_of(open_target)
    journal = folder / "run.journal"
    run_to_the_end(open_target, plan, journal)
    with open_target() as target, memberferry.Run(plan, journal) as run:
        back = run.rollback_plan(memberferry.Snapshot.from_records(target.users()))
    assert run_to_the_end(open_target, back, folder / "back.journal") == "complete"
    assert users_of(open_target) == before


class Killing(Target):
    """A target whose host ends right after the target carried out a batch."""

    def __init__(self, target: Target, at: int) -> None:
        self.target, self.left, self.name = target, at, target.name

    def users(self) -> Any:
        return self.target.users()

    def knows(self, plan: str) -> bool:
        return self.target.knows(plan)

    def back_up(self, plan: str) -> Path | None:
        return self.target.back_up(plan)

    def perform(self, plan: str, operations: Any, password_of: Any) -> list[Any]:
        outcomes = self.target.perform(plan, operations, password_of)
        self.left -= 1
        if self.left == 0:
            raise Killed
        return outcomes

    def close(self) -> None:
        self.target.close()
