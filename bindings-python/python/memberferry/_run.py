"""Runs: a plan being carried out, its journal in a file. Knows nothing of how operations are carried out."""

from __future__ import annotations

import json
import os
import secrets
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timezone
from types import FrameType, TracebackType
from typing import IO, Any, TypeAlias, cast

from . import _native, _wire, records
from ._contacts import Contacts
from ._failures import usage_error
from ._handles import Handle, of_kind
from ._journal import FileJournal, Journal, OpenJournal, was_never_begun
from ._native import NewPassword
from ._plan import Plan, Snapshot
from ._words import article

Outcome: TypeAlias = "records.Outcome | Mapping[str, Any] | str"
"""What became of an operation: a record, a mapping, or just its kind where that says all: `applied`, `already`."""

_POLL_SECONDS = 0.2
"""How long Ctrl-C may wait while the run waits."""


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _has_passwords(progress: records.RunProgress) -> bool:
    """Whether passwords are still to be given."""
    return any(phase.phase == "passwords" and phase.done < phase.total for phase in progress.phases)


class Batch(Handle):
    """Operations of one phase, to be carried out in order, best in one transaction."""

    __slots__ = ("_record",)
    _handle: _native.Batch

    def __init__(self, handle: _native.Batch) -> None:
        self._handle = handle
        self._record = cast(records.Batch, _wire.decode("Batch", handle.document()))

    @property
    def phase(self) -> records.Phase:
        """The phase."""
        return self._record.phase

    @property
    def operations(self) -> tuple[records.Operation, ...]:
        """The operations, in order."""
        return tuple(self._record.operations)

    @property
    def wait_seconds(self) -> int:
        """How many seconds to wait before they are tried. `Run.batches` has waited already."""
        return self._record.wait_seconds

    def documents(self) -> list[dict[str, Any]]:
        """The operations as the wire has them, for hosts that keep them as JSON."""
        return cast("list[dict[str, Any]]", json.loads(self._handle.document())["operations"])

    def __len__(self) -> int:
        return len(self._record.operations)

    def __iter__(self) -> Iterator[records.Operation]:
        return iter(self._record.operations)

    def __repr__(self) -> str:
        return f"<Batch of {len(self)} in {self.phase}>"


class Run(Handle):
    """A plan being carried out. What was done is in the journal, so that a run that died at any point goes on: make it again with the
    same plan and journal. What was handed out and has no outcome there is handed out again; find out whether it had been carried out,
    and say `already`.

    >>> import os, tempfile
    >>> site = Site.load({"format": 1, "name": "Harbour", "timezone": "UTC",
    ...     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}})
    >>> contacts = Contacts.from_records([{"email": "ada@example.com"}])
    >>> plan = Plan.build(site, contacts, Snapshot.from_records([]), import_all_contacts=True)
    >>> folder = tempfile.TemporaryDirectory()
    >>> with Run(plan, os.path.join(folder.name, "journal")) as run:
    ...     for batch in run.batches():
    ...         run.record(batch, ["applied" for operation in batch])  # after your database has committed them
    >>> run.status
    'complete'
    >>> folder.cleanup()

    Within its `with` block, the first Ctrl-C lets the batch in hand be finished and recorded, and stops the run then, as
    `KeyboardInterrupt`; the second one stops at once. The journal is one that goes on in both cases.

    Args:
        plan: what is carried out.
        journal: a path, whose file is made if it is not there, held by one run at a time, and on disk (`fsync`) before `record` is over;
            or a binary file, opened for reading and writing.
        environment: the copy of the site that is about to be changed; a plan for another one is refused. Left out, nothing is compared: say it
            where your program knows it.
        batch_size: the most operations in a batch; left out: as the plan says.
        approved: the digest of the plan that somebody looked over; no other is run.
        contacts: those that the plan was made from, for the passwords of its operations. Where they lack one that the plan keeps, the run is
            refused before it changes anything.
        seed: what passwords that are made up follow from, 16 bytes or more of a secret; a run that goes on needs the same for the same
            ones. Left out: drawn anew each time.
        clock: gives the instants for the journal.
    """

    __slots__ = (
        "_broken",
        "_clock",
        "_contacts",
        "_handler",
        "_in_hand",
        "_interrupts",
        "_journal",
        "_lock",
        "_passwords",
        "_is_closed",
        "_plan",
        "_torn",
    )
    _handle: _native.Run

    def __init__(
        self,
        plan: Plan,
        journal: str | os.PathLike[str] | IO[bytes],
        *,
        environment: records.Environment | Mapping[str, Any] | None = None,
        batch_size: int | None = None,
        approved: str | None = None,
        contacts: Contacts | None = None,
        seed: str | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._plan = plan = of_kind(plan, Plan, "plan")
        if contacts is not None:
            contacts = of_kind(contacts, Contacts, "contacts")
        self._contacts = contacts
        self._clock = clock
        self._passwords: _native.Passwords | None = None
        if contacts is not None or seed is not None:
            people = Contacts.from_records([]) if contacts is None else contacts
            secret = secrets.token_hex(32) if seed is None else seed
            self._passwords = _native.Passwords(plan._handle, people._handle, secret)
        self._in_hand: Batch | None = None
        self._broken: OSError | None = None
        self._interrupts = 0
        self._is_closed = False
        self._handler: Any = None
        self._lock = threading.RLock()
        self._torn: records.Issue | None = None
        options = {"environment": environment or plan.environment, "batch_size": batch_size, "approved": approved}
        if not isinstance(journal, str | os.PathLike) and not hasattr(journal, "read"):
            raise TypeError(f"`journal` has to be a path or a binary file, and it is {article(journal)}")
        self._journal: Journal = FileJournal(journal) if isinstance(journal, str | os.PathLike) else OpenJournal(journal)
        try:
            self._handle = self._opened(_wire.encode("RunOptions", options))
        except BaseException:
            self._journal.forget()
            raise

    def _opened(self, options: bytes) -> _native.Run:
        content = self._journal.read()
        if was_never_begun(content):
            run, line = _native.Run.start(self._plan._handle, options, self._at())
            if self._contacts is not None:
                self._check_contacts()
            self._journal.truncate(0)
            self._journal.append(line)
            return run
        run, valid, torn = _native.Run.resume(self._plan._handle, content, options)
        progress = _wire.decode("RunProgress", run.progress())
        if self._contacts is not None and _wire.decode(None, run.status()) == "running" and _has_passwords(progress):
            self._check_contacts()
        if torn is not None:
            self._torn = _wire.decode("Issue", torn)
            self._journal.truncate(valid)
        return run

    def _check_contacts(self) -> None:
        if self._passwords is not None:
            self._passwords.check(self._plan._handle)

    def check_passwords(self) -> None:
        """Refuses where operations that are still to be carried out need passwords, and the run was made without contacts."""
        if self._contacts is None and self.status == "running" and _has_passwords(self.progress):
            raise usage_error("this run has no contacts to take passwords from", "make it with `contacts=`, those that the plan was made from")

    def _at(self) -> bytes:
        return _wire.dumps({"at": self._clock()})

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self._plan

    @property
    def torn(self) -> records.Issue | None:
        """Said where the journal's last line was cut off, and dropped: what it held is done again, and found done."""
        return self._torn

    @property
    def status(self) -> records.RunStatus:
        """How the run stands: `running`, `complete`, `complete-with-failures`, `stopped` or `aborted`."""
        return cast(records.RunStatus, _wire.decode("RunStatus", self._handle.status()))

    @property
    def progress(self) -> records.RunProgress:
        """How far the run is."""
        return cast(records.RunProgress, _wire.decode("RunProgress", self._handle.progress()))

    def batches(self) -> Iterator[Batch]:
        """The batches to carry out, each after the one before it was recorded. One that failed and may be tried again comes after a wait.
        To pause the run, leave the loop: the run, or another one on its journal, goes on.
        """
        while True:
            self._check()
            with self._lock:
                handle = self._handle.next_batch()
                self._in_hand = None if handle is None else Batch(handle)
                batch = self._in_hand
            if batch is None:
                return
            self._wait(batch.wait_seconds)
            yield batch
            if self._in_hand is batch:
                raise usage_error("the batch has no outcomes yet", "call `record` with them before the next batch is asked for")

    def record(self, batch: Batch, outcomes: Iterable[Outcome]) -> None:
        """Takes the outcomes of the batch in hand, one for each operation in order, and writes them to the journal. When this is over, they
        are on disk.

        Where the journal cannot be written, `OSError` says why, and this run goes no further. Nothing is lost: the run that is made anew
        with the same journal hands the batch out again.
        """
        told = [{"kind": outcome} if isinstance(outcome, str) else outcome for outcome in outcomes]
        with self._lock:
            self._check_journal()
            self._keep(self._handle.record(batch._handle, _wire.dumps({"outcomes": told, "at": self._clock()})))
            self._in_hand = None

    def password(self, operation: records.Operation) -> NewPassword | None:
        """The password that an operation of the batch in hand needs, if it needs one. It shows itself to whoever calls `expose`; hash it as
        the target does, store the hash, and keep it nowhere else.
        """
        with self._lock:
            if self._contacts is None or self._passwords is None:
                raise usage_error("this run has no contacts to take passwords from", "make it with `contacts=`, those that the plan was made from")
            places = enumerate(self._in_hand or ())
            place = next((place for place, other in places if other.id == operation.id), None)
            if self._in_hand is None or place is None:
                raise usage_error("the operation is not in the batch in hand", "ask for the password while its batch is carried out")
            return self._handle.password(self._in_hand._handle, place, self._passwords)

    def abort(self) -> None:
        """Gives the run up. Whatever was carried out stays, until the run is taken back or another plan goes on."""
        with self._lock:
            self._check_journal()
            self._keep(self._handle.abort(self._at()))
            self._in_hand = None

    def rollback_plan(self, snapshot: Snapshot, now: datetime | None = None) -> Plan:
        """The plan that takes this run back on a target as it is now: the inverse of what the run wrote, wherever that is still so. It is
        run, recorded and proved like any other.
        """
        at = _wire.dumps({"at": now or self._clock()})
        return Plan(self._handle.rollback_plan(snapshot._handle, at))

    def close(self) -> None:
        """Lets go of the journal. No batch is handed out any more."""
        self._is_closed = True
        self._journal.close()

    def _keep(self, lines: bytes) -> None:
        try:
            self._journal.append(lines)
        except OSError as error:
            self._broken = error
            raise
        except BaseException:
            self._broken = OSError("writing the journal was broken off")
            raise

    def _check_journal(self) -> None:
        if self._broken is not None:
            message = "the journal could not be written, so this run goes no further; make it anew with the same journal"
            raise OSError(self._broken.errno, message) from self._broken

    def _check(self) -> None:
        self._check_journal()
        if self._is_closed:
            raise usage_error("the run is closed", "make it anew with the same journal to go on")
        if self._interrupts:
            self._interrupts = 0
            raise KeyboardInterrupt

    def _wait(self, seconds: int) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _POLL_SECONDS))
            self._check()

    def __enter__(self) -> Run:
        is_main = threading.current_thread() is threading.main_thread()
        if is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._handler = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        self._interrupts += 1
        if self._interrupts > 1:
            raise KeyboardInterrupt

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)
            self._handler = None
        self.close()
        if self._interrupts and error is None:
            # It came while the last batch was recorded, or while the loop was being left.
            self._interrupts = 0
            raise KeyboardInterrupt

    def __repr__(self) -> str:
        progress = self.progress
        return f"<Run {self.status}, {progress.done:,} of {progress.total:,}>"
