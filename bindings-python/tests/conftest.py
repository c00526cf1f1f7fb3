"""What several tests need: a site, people, and a target that is a dict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

import memberferry
from memberferry import Contacts, Plan, Run, Site, Snapshot, _native

NOW = datetime(2024, 6, 1, tzinfo=timezone.utc)

SITE: dict[str, Any] = {
    "format": 1,
    "name": "Harbour Academy",
    "timezone": "Europe/Amsterdam",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
    "tags": ["Gold", "VIP"],
    "offerings": [{"id": "gold", "name": "Gold", "kind": "membership", "accessTag": "Gold", "modules": []}],
    "pages": [
        {"id": "front", "title": "Front"},
        {"id": "inner", "title": "Inner", "rule": {"kind": "logged-in"}},
        {"id": "vip", "title": "VIP", "rule": {"kind": "has-any", "tags": ["VIP"]}},
    ],
}


@pytest.fixture
def site() -> Site:
    return Site.load(SITE)


@pytest.fixture
def contacts() -> Contacts:
    return Contacts.from_records(
        {"email": f"m{number}@example.com", "first_name": f"M{number}", "tags": ["Gold"] if number % 2 else ["Gold", "VIP"]}
        for number in range(12)
    )


@pytest.fixture
def plan(site: Site, contacts: Contacts) -> Plan:
    return Plan.build(site, contacts, Snapshot.from_records([]), now=NOW, batch_size=5)


class DictTarget:
    """A site that is a dict of users by the key of their address, and forgets nothing when its process is killed."""

    def __init__(self, users: list[dict[str, Any]] | None = None) -> None:
        self.users = {user["email"].lower(): user for user in users or []}
        self.done: set[str] = set()
        self.passwords: dict[str, str] = {}

    def snapshot(self) -> Snapshot:
        return Snapshot.from_records(self.users.values())

    def perform(self, run: Run, operation: dict[str, Any]) -> dict[str, Any]:
        """Carries one operation out by the library's own words for it, and says what became of it."""
        if operation["id"] in self.done:
            return {"kind": "already"}
        outcome = self._change(run, operation)
        if outcome["kind"] == "applied":
            self.done.add(operation["id"])
        return outcome

    def _change(self, run: Run, operation: dict[str, Any]) -> dict[str, Any]:
        if operation["kind"] == "check-target":
            fits = self.snapshot().digest == operation["change"]["snapshot"]
            return {"kind": "applied"} if fits else {"kind": "conflict", "message": "other users"}
        if operation["kind"] == "verify-target":
            found = memberferry.reconcile(run.plan, self.snapshot())
            return {"kind": "applied"} if found.ok else {"kind": "conflict", "message": f"{found.differences}"}
        if operation["subject"]["kind"] == "site":
            return {"kind": "applied"}
        email = operation["subject"]["email"]
        user = self.users.get(email)
        request = {"operation": operation, "user": user, "id": str(1_000 + len(self.users))}
        given = json.dumps({name: value for name, value in request.items() if value is not None})
        answer: dict[str, Any] = json.loads(_native.call("operation.perform", given.encode()))["ok"]
        outcome: dict[str, Any] = answer["outcome"]
        if outcome["kind"] == "applied":
            if "user" in answer:
                self.users[email] = answer["user"]
            else:
                self.users.pop(email, None)
        return outcome


@pytest.fixture
def target() -> DictTarget:
    return DictTarget()


def apply(run: Run, target: DictTarget, stop_after: int | None = None) -> None:
    """Carries a run out; after so many batches the process dies: what was done is done, and nothing of it is recorded."""
    for number, batch in enumerate(run.batches()):
        outcomes = [target.perform(run, operation) for operation in batch.documents()]
        if number == stop_after:
            return
        run.record(batch, outcomes)


@pytest.fixture
def closed_runs() -> Iterator[list[Run]]:
    """Runs that the test leaves open, as a process that dies does."""
    runs: list[Run] = []
    yield runs
    for run in runs:
        run.close()
