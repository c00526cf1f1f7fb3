"""A run, its journal and what may happen to both: killed anywhere, a full disk, Ctrl-C, the wrong journal."""

from __future__ import annotations

import errno
import io
import os
import pickle
import resource
import signal
import threading
from pathlib import Path
from typing import Any

import pytest
from harbour import NOW, DictTarget, apply

import memberferry
from memberferry import Contacts, Plan, Run, Site, Snapshot, records


def count_batches(plan: Plan) -> int:
    target = DictTarget()
    with Run(plan, io.BytesIO()) as run:
        batches = 0
        for batch in run.batches():
            run.record(batch, [target.perform(run, operation) for operation in batch.documents()])
            batches += 1
    assert run.status == "complete"
    return batches


def test_a_plan_is_carried_out_proved_and_taken_back(site: Site, contacts: Contacts, plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    before = target.snapshot()
    with Run(plan, tmp_path / "journal", clock=lambda: NOW) as run:
        apply(run, target)
    assert run.status == "complete" and run.progress.done == run.progress.total == len(plan)
    found = memberferry.reconcile(plan, target.snapshot())
    assert found.ok and len(target.users) == len(contacts)
    assert len(Plan.build(site, contacts, target.snapshot(), now=NOW)) == 0
    assert memberferry.spot_check(plan, before, count=3)
    back = run.rollback_plan(target.snapshot())
    with Run(back, tmp_path / "back") as undo:
        apply(undo, target)
    assert undo.status == "complete" and target.users == {}
    with pytest.raises(memberferry.RunError) as caught:
        undo.rollback_plan(target.snapshot())
    assert caught.value.code == "rollback-refused"


def test_killed_after_any_batch_it_goes_on_and_ends_the_same(plan: Plan, tmp_path: Path, closed_runs: list[Run]) -> None:
    undisturbed = DictTarget()
    with Run(plan, tmp_path / "undisturbed") as run:
        apply(run, undisturbed)
    for dies_in in range(count_batches(plan)):
        target, journal = DictTarget(), tmp_path / f"journal-{dies_in}"
        run = Run(plan, journal)
        apply(run, target, stop_after=dies_in)
        run.close()
        with Run(plan, journal) as again:
            apply(again, target)
        assert again.status == "complete" and again.progress.failed == 0
        assert target.users == undisturbed.users
        assert memberferry.reconcile(plan, target.snapshot()).ok


def test_a_torn_line_is_dropped_and_said(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with Run(plan, journal) as run:
        apply(run, target)
    whole = journal.read_bytes()
    for cut in (1, 40, len(whole) // 2):
        journal.write_bytes(whole[:-cut])
        with Run(plan, journal) as again:
            assert again.torn is not None and again.torn.code == "journal-torn"
            apply(again, target)
            assert again.status == "complete"
        assert journal.read_bytes().endswith(b"\n")
    # The run died while the first line was written: nothing had been done.
    journal.write_bytes(whole[:17])
    with Run(plan, journal) as anew:
        assert anew.progress.done == 0


def test_a_file_that_is_no_journal_is_left_as_it_is(plan: Plan, tmp_path: Path) -> None:
    for content in (b"my novel", b"Email\nada@example.com\n"):
        other = tmp_path / "other"
        other.write_bytes(content)
        with pytest.raises(memberferry.RunError) as caught:
            Run(plan, other)
        assert caught.value.code in ("journal-empty", "journal-altered")
        assert other.read_bytes() == content


def test_another_plan_and_another_place_are_refused(site: Site, contacts: Contacts, plan: Plan, tmp_path: Path) -> None:
    Run(plan, tmp_path / "journal").close()
    other = Plan.build(site, contacts, Snapshot.from_records([]), now=NOW, keep_maintenance_mode=True)
    with pytest.raises(memberferry.RunError) as foreign:
        Run(other, tmp_path / "journal")
    assert (foreign.value.code, foreign.value.location) == ("journal-foreign", {"line": 1})
    with pytest.raises(memberferry.RunError) as approved:
        Run(plan, tmp_path / "new", approved=other.digest)
    assert approved.value.code == "plan-not-approved"
    with pytest.raises(memberferry.RunError) as elsewhere:
        Run(plan, tmp_path / "new", environment={"kind": "live", "url": "https://harbour.example"})
    assert elsewhere.value.code == "environment-mismatch"
    assert not (tmp_path / "new").exists()


def test_a_changed_journal_names_the_line(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with Run(plan, journal) as run:
        apply(run, target)
    journal.write_bytes(journal.read_bytes().replace(b'"applied"', b'"already"', 1))
    with pytest.raises(memberferry.RunError) as caught:
        Run(plan, journal)
    assert (caught.value.code, caught.value.location) == ("journal-altered", {"line": 2})


def test_one_run_at_a_time_holds_a_journal(plan: Plan, tmp_path: Path) -> None:
    with Run(plan, tmp_path / "journal"), pytest.raises(BlockingIOError, match="another run holds this journal"):
        Run(plan, tmp_path / "journal")
    with Run(plan, tmp_path / "journal") as run:
        assert run.status == "running"


def test_the_journal_is_on_disk_before_the_next_batch(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    fsync = os.fsync

    def noted(file: int) -> None:
        synced.append(file)
        fsync(file)

    monkeypatch.setattr(os, "fsync", noted)
    journal = tmp_path / "journal"
    with Run(plan, journal) as run:
        assert len(synced) == 2  # the folder, and the first line
        for number, batch in enumerate(run.batches()):
            run.record(batch, ["applied"] * len(batch))
            assert len(synced) == 3 + number
            assert journal.read_bytes().count(b"\n") == 1 + run.progress.done


def test_a_full_disk_stops_the_run_and_nothing_is_lost(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    run = Run(plan, journal)
    try:
        # As a disk that has room for some lines yet.
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_100, hard))
        with run, pytest.raises(OSError) as caught:
            apply(run, target)
        assert caught.value.errno == errno.EFBIG
        with pytest.raises(OSError, match="goes no further"):
            next(run.batches())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with Run(plan, journal) as again:
        apply(again, target)
        assert again.progress.already > 0
    assert again.status == "complete" and memberferry.reconcile(plan, target.snapshot()).ok


class FullDisk(io.BytesIO):
    """A file on a disk that is full from some write on."""

    room = 3

    def write(self, lines: Any) -> int:
        if self.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.room -= 1
        return super().write(lines)


def test_a_full_disk_of_somebody_elses_file_is_heard(plan: Plan, target: DictTarget) -> None:
    file = FullDisk()
    with pytest.raises(OSError, match="No space left"), Run(plan, file) as run:
        apply(run, target)
    file.room = 1_000
    with Run(plan, file) as again:
        apply(again, target)
    assert again.status == "complete" and again.progress.already > 0


def test_ctrl_c_stops_between_batches(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    journal, finished = tmp_path / "journal", []
    with pytest.raises(KeyboardInterrupt), Run(plan, journal) as run:
        for number, batch in enumerate(run.batches()):
            if number == 2:
                signal.raise_signal(signal.SIGINT)
            run.record(batch, [target.perform(run, operation) for operation in batch.documents()])
            finished.append(number)
    assert finished == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    with Run(plan, journal) as again:
        assert again.progress.done > 0 and again.torn is None
        apply(again, target)
        assert again.progress.already == 0
    assert again.status == "complete"


def test_the_second_ctrl_c_stops_at_once(plan: Plan, tmp_path: Path) -> None:
    reached = []
    with pytest.raises(KeyboardInterrupt), Run(plan, tmp_path / "journal") as run:
        for _ in run.batches():
            signal.raise_signal(signal.SIGINT)
            reached.append("once")
            signal.raise_signal(signal.SIGINT)
            reached.append("twice")
    assert reached == ["once"]
    Run(plan, tmp_path / "journal").close()


def test_ctrl_c_in_the_last_batch_is_heard_at_the_end(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    last = count_batches(plan) - 1
    with pytest.raises(KeyboardInterrupt), Run(plan, tmp_path / "journal") as run:
        for number, batch in enumerate(run.batches()):
            if number == last:
                signal.raise_signal(signal.SIGINT)
            run.record(batch, [target.perform(run, operation) for operation in batch.documents()])
    assert run.status == "complete"


def test_an_exception_of_the_host_leaves_a_journal_that_goes_on(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    with pytest.raises(ConnectionError), Run(plan, tmp_path / "journal") as run:
        for number, batch in enumerate(run.batches()):
            if number == 1:
                raise ConnectionError("the database went away")
            run.record(batch, [target.perform(run, operation) for operation in batch.documents()])
    with Run(plan, tmp_path / "journal") as again:
        apply(again, target)
    assert again.status == "complete"


def test_outcomes_have_to_fit_the_batch(plan: Plan) -> None:
    with Run(plan, io.BytesIO()) as run:
        batch = next(run.batches())
        for outcomes in ([], ["applied"] * (len(batch) + 1)):
            with pytest.raises(memberferry.RunError) as caught:
                run.record(batch, outcomes)
            assert caught.value.code == "outcomes-mismatch"
        with pytest.raises(memberferry.UsageError, match="unknown variant `aplied`"):
            run.record(batch, ["aplied"] * len(batch))
        run.record(batch, ["applied"] * len(batch))
        with pytest.raises(memberferry.RunError, match="not the one that was handed out"):
            run.record(batch, ["applied"] * len(batch))


def test_a_batch_that_was_forgotten_is_not_handed_out_for_ever(plan: Plan) -> None:
    with Run(plan, io.BytesIO()) as run, pytest.raises(memberferry.UsageError, match="no outcomes yet"):
        for _ in run.batches():
            pass


def test_outcomes_are_records_or_mappings_or_words(plan: Plan) -> None:
    with Run(plan, io.BytesIO()) as run:
        for batch in run.batches():
            outcomes: list[Any] = [records.OutcomeApplied(), {"kind": "applied"}, "already"]
            run.record(batch, (outcomes * len(batch))[: len(batch)])
    assert run.status == "complete"


def test_what_may_be_tried_again_is_tried_again_after_a_wait(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    moments = iter(range(10_000))
    monkeypatch.setattr("time.monotonic", lambda: next(moments))
    waits = []
    with Run(plan, io.BytesIO()) as run:
        for batch in run.batches():
            if any(operation.kind == "create-user" for operation in batch):
                waits.append(batch.wait_seconds)
                locked = records.OutcomeFailed(retryable=True, message="the database is locked")
                run.record(batch, [locked] * len(batch))
            else:
                run.record(batch, ["applied"] * len(batch))
    assert sorted(set(waits)) == [0, 1, 10] and slept
    assert run.status == "complete-with-failures"
    assert run.progress.failures[0].message == "the database is locked"


def test_a_run_is_given_up_for_good(plan: Plan, tmp_path: Path) -> None:
    with Run(plan, tmp_path / "journal") as run:
        run.abort()
        assert run.status == "aborted" and list(run.batches()) == []
        with pytest.raises(memberferry.RunError) as caught:
            run.abort()
        assert caught.value.code == "run-aborted"
    with Run(plan, tmp_path / "journal") as again:
        assert again.status == "aborted"


SEED = "sixteen bytes or more of a secret"


def test_a_password_is_handed_out_for_the_batch_in_hand_alone(plan: Plan, contacts: Contacts) -> None:
    handed_out = {}
    with Run(plan, io.BytesIO(), contacts=contacts, seed=SEED) as run:
        earlier: records.Operation | None = None
        for batch in run.batches():
            for operation in batch:
                password = run.password(operation)
                assert (password is not None) == (operation.kind == "reset-password")
                if password is not None:
                    assert password.kind == "plaintext" and len(password.expose()) == 20
                    handed_out[operation.id] = password
            if earlier is not None:
                with pytest.raises(memberferry.UsageError, match="not in the batch in hand"):
                    run.password(earlier)
            run.record(batch, ["applied"] * len(batch))
            earlier = batch.operations[0]
    assert len(handed_out) == len(contacts)
    secret = next(iter(handed_out.values()))
    for shown in (repr(secret), str(secret), f"{secret}", repr(run), repr(batch), repr(plan)):
        assert secret.expose() not in shown and SEED not in shown
    for refuse in (secret, run, batch):
        with pytest.raises(TypeError):
            pickle.dumps(refuse)
    assert not hasattr(secret, "__dict__")
    assert secret.expose() not in plan.to_bytes().decode()


def test_the_same_seed_gives_the_same_passwords(plan: Plan, contacts: Contacts) -> None:
    def passwords(seed: str | None) -> list[str]:
        found = []
        with Run(plan, io.BytesIO(), contacts=contacts, seed=seed) as run:
            for batch in run.batches():
                found += [password.expose() for operation in batch if (password := run.password(operation))]
                run.record(batch, ["applied"] * len(batch))
        return found

    assert passwords(SEED) == passwords(SEED)
    assert passwords(None) != passwords(None)
    with pytest.raises(memberferry.PlanError) as caught:
        passwords("short")
    assert caught.value.code == "password-seed-short"
    with Run(plan, io.BytesIO()) as run, pytest.raises(memberferry.UsageError, match="no contacts to take passwords from"):
        run.password(next(plan.operations()))


def test_a_run_works_in_another_thread_where_signals_are_not_its_own(plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    statuses: list[str] = []

    def work() -> None:
        with Run(plan, tmp_path / "journal") as run:
            apply(run, target)
            statuses.append(run.status)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert statuses == ["complete"]


def test_a_blocked_plan_is_not_run(site: Site, tmp_path: Path) -> None:
    people = Contacts.from_records([{"email": "ada@example.com", "tags": ["Gold"], "roles": ["administrator"]}])
    wordpress = {"kind": "wordpress", "version": "6.8.7"}
    zoe = Contacts.from_records([{"email": "zoë@example.org", "tags": ["Gold"]}])
    blocked = Plan.build(site, zoe, Snapshot.from_records([]), now=NOW, target=wordpress)
    assert [issue.code for issue in blocked.blockers] == ["email-not-storable"]
    with pytest.raises(memberferry.PlanError) as caught:
        Run(blocked, tmp_path / "journal")
    assert caught.value.code == "plan-blocked" and [issue["code"] for issue in caught.value.issues] == ["email-not-storable"]
    assert len(Plan.build(site, people, Snapshot.from_records([]), now=NOW).blockers) == 0


def test_a_journal_that_is_text_is_refused(plan: Plan) -> None:
    with pytest.raises(TypeError, match="binary mode"):
        Run(plan, io.StringIO("x"))  # type: ignore[arg-type]


def test_a_run_that_is_closed_hands_out_nothing(plan: Plan, tmp_path: Path) -> None:
    with Run(plan, tmp_path / "journal") as run:
        pass
    with pytest.raises(memberferry.UsageError, match="the run is closed"):
        next(run.batches())


def test_a_report_takes_the_path_of_a_journal_or_its_text(site: Site, plan: Plan, target: DictTarget, tmp_path: Path) -> None:
    with Run(plan, tmp_path / "journal") as run:
        apply(run, target)
    journal = tmp_path / "journal"
    reports = [memberferry.report(site, NOW, form="markdown", plan=plan, journal=given) for given in (journal, str(journal), journal.read_text())]
    assert len(set(reports)) == 1 and "complete" in str(reports[0])


def test_a_batch_of_nothing_is_refused(site: Site, contacts: Contacts, plan: Plan) -> None:
    with pytest.raises(memberferry.UsageError, match="at least 1 operation"):
        Run(plan, io.BytesIO(), batch_size=0)
    with pytest.raises(memberferry.UsageError, match="at least 1 operation"):
        Plan.build(site, contacts, Snapshot.from_records([]), now=NOW, batch_size=0)
