"""A site, a person of whom everything is known, and a target that is a dict: what several tests move."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import memberferry
from memberferry import Run, Snapshot, _native

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


FULL: dict[str, Any] = {
    "external_id": "17",
    "external_id_aliases": ["18", "19"],
    "email": "Ada@example.com",
    "username": "ada",
    "first_name": "Ada",
    "last_name": "Lovelace",
    "phone": "+12125550123",
    "company": "Analytical",
    "address": {"line1": "1 Mill", "line2": "x", "city": "Zürich", "region": "ZH", "postal_code": "8000", "country": "CH"},
    "created_at": datetime(2024, 1, 1, 12, 30, 0, 250_000, tzinfo=timezone.utc),
    "updated_at": datetime(1969, 12, 31, tzinfo=timezone.utc),
    "locale": "en",
    "time_zone": "Europe/Zurich",
    "marketing": {
        "status": "unsubscribed",
        "evidence": {"at": datetime(2024, 2, 1, tzinfo=timezone.utc), "source": "form", "ip": "192.0.2.1", "wording": "no"},
    },
    "tags": ["Gold", "Größe 🎉"],
    "custom": {"Shoe size": "42", "Hat": "yes"},
    "referring_affiliate": "bob",
    "order_ids": ["o-1", "o-2"],
    "subscription_ids": ["s-1"],
    "roles": ["subscriber"],
}


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


def apply(run: Run, target: DictTarget, stop_after: int | None = None) -> None:
    """Carries a run out; after so many batches the process dies: what was done is done, and nothing of it is recorded."""
    for number, batch in enumerate(run.batches()):
        outcomes = [target.perform(run, operation) for operation in batch.documents()]
        if number == stop_after:
            return
        run.record(batch, outcomes)
