"""Plans: what a target holds now, and every change that a migration will make to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, cast

from . import _native, _wire, records
from ._contacts import Contacts, json_lines, one_by_one
from ._files import write_private
from ._handles import Handle, of_kind
from ._intake import Intake, Orders
from ._site import Site
from ._source import CHUNK_BYTES, Source, chunks

_PART = 1_000
"""How many operations are fetched at a time."""


class Snapshot(Handle):
    """What the target holds at one instant.

    >>> snapshot = Snapshot.from_records([{"id": "7", "email": "ada@example.com", "roles": ["subscriber"]}])
    >>> len(snapshot)
    1
    """

    __slots__ = ()
    _handle: _native.Snapshot

    def __init__(self, handle: _native.Snapshot) -> None:
        self._handle = handle

    @classmethod
    def from_records(cls, users: Iterable[records.TargetUser | Mapping[str, Any]]) -> Snapshot:
        """The users of the target, in any order, as records or mappings; a million of them go over some thousand at a time. An `id` may be the
        number that a database gives.
        """
        return cls(_native.Snapshot.from_json_lines(json_lines("TargetUser", map(_with_text_id, one_by_one(users)))))

    def to_records(self) -> Iterator[records.TargetUser]:
        """The users, ordered by the key of their address."""
        for line in self._handle.json_lines().splitlines():
            yield _wire.decode("TargetUser", line)

    @property
    def digest(self) -> str:
        """SHA-256 over the users: the same users have the same one."""
        return self._handle.digest()

    def __len__(self) -> int:
        return len(self._handle)

    def __repr__(self) -> str:
        return f"<Snapshot {len(self):,} users>"


def _with_text_id(user: object) -> object:
    number = user.get("id") if isinstance(user, Mapping) else None
    if isinstance(number, int) and not isinstance(number, bool) and isinstance(user, Mapping):
        return {**user, "id": str(number)}
    return user


class Plan(Handle):
    """Every change that a migration will make, reviewed as a whole and named by its digest.

    >>> site = Site.load({"format": 1, "name": "Harbour", "timezone": "UTC",
    ...     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}})
    >>> contacts = Contacts.from_records([{"email": "ada@example.com"}])
    >>> plan = Plan.build(site, contacts, Snapshot.from_records([]), import_all_contacts=True)
    >>> plan.summary.to_create
    1
    >>> Plan.from_bytes(plan.to_bytes()).digest == plan.digest
    True
    """

    __slots__ = ()
    _handle: _native.Plan

    def __init__(self, handle: _native.Plan) -> None:
        self._handle = handle

    @classmethod
    def build(
        cls,
        site: Site,
        contacts: Contacts | Intake,
        snapshot: Snapshot,
        options: records.PlanOptions | Mapping[str, Any] | None = None,
        *,
        orders: Orders | None = None,
        customer_ids: str | None = None,
        **decisions: Any,
    ) -> Plan:
        """Plans the move of contacts to a site's target. What the owner decides stands in `options`, or after it by name, as in
        `import_all_contacts=True`; `now` is the clock's, unless given. The plan of an intake knows when tags were given, where the source
        says so; with `orders` it knows what was paid for, and `customer_ids` says what their customers' ids are ids of.
        """
        decided: Any = options
        if not isinstance(options, records.PlanOptions):
            decided = {"now": datetime.now(timezone.utc), **(options or {}), **decisions}
        elif decisions:
            decided = options.replace(**decisions)
        intake = contacts if isinstance(contacts, Intake) else None
        people = contacts.contacts if isinstance(contacts, Intake) else of_kind(contacts, Contacts, "contacts")
        site, snapshot = of_kind(site, Site, "site"), of_kind(snapshot, Snapshot, "snapshot")
        return cls(
            _native.Plan.build(
                site._handle,
                people._handle,
                snapshot._handle,
                _wire.encode("PlanOptions", decided),
                tag_dates=None if intake is None else intake._handle.tag_dates(),
                orders=None if orders is None else orders._handle,
                ties=_wire.dumps({"customerIds": customer_ids}),
            )
        )

    @classmethod
    def from_bytes(cls, source: Source) -> Plan:
        """Reads a plan back: from bytes, a path or a file. One that was altered is refused."""
        return cls(_native.Plan.from_chunks(chunks(source)))

    def to_chunks(self) -> Iterator[bytes]:
        """The plan as bytes, a MiB at a time: JSON Lines, the same for the same plan."""
        place = 0
        while part := self._handle.chunk(place, CHUNK_BYTES):
            yield part
            place += len(part)

    def to_bytes(self) -> bytes:
        """The plan as bytes."""
        return b"".join(self.to_chunks())

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the plan to a file: whole or not at all, and for the owner's eyes alone, since it holds people."""
        write_private(path, self.to_chunks())

    @property
    def digest(self) -> str:
        """The plan's name: SHA-256 over everything that was decided."""
        return self._handle.digest()

    @property
    def header(self) -> records.PlanHeader:
        """What the plan says of itself."""
        return cast(records.PlanHeader, _wire.decode("PlanHeader", self._handle.header()))

    @property
    def summary(self) -> records.PlanSummary:
        """How much of what."""
        return cast(records.PlanSummary, _wire.decode("PlanSummary", self._handle.summary()))

    @property
    def environment(self) -> records.Environment:
        """The copy of the site that the plan is for."""
        return cast(records.Environment, _wire.decode("Environment", self._handle.environment()))

    @property
    def issues(self) -> Sequence[records.Issue]:
        """What is worth knowing, errors included."""
        return cast("Sequence[records.Issue]", _wire.decode(("list", "Issue"), self._handle.issues()))

    @property
    def blockers(self) -> Sequence[records.Issue]:
        """The errors that nobody has waived. With any of them the plan cannot be run."""
        return cast("Sequence[records.Issue]", _wire.decode(("list", "Issue"), self._handle.blockers()))

    def operations(self) -> Iterator[records.Operation]:
        """The operations in the order of the run, each made when it is reached."""
        for first in range(0, len(self), _PART):
            yield from _wire.decode(("list", "Operation"), self._handle.operations(first, _PART))

    def diff(self, other: Plan) -> records.PlanDiff:
        """What another plan does differently. This one is the one that was reviewed."""
        return cast(records.PlanDiff, _wire.decode("PlanDiff", self._handle.diff(of_kind(other, Plan, "other")._handle)))

    def __len__(self) -> int:
        """The number of operations."""
        return len(self._handle)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"<Plan {self.digest[:12]}, {len(self):,} operations>"
