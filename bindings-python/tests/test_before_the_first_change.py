"""What the command line refuses before anything is changed: a secret or a list that lacks, another copy of the site, a file that would be lost."""

from __future__ import annotations

import json
import sqlite3
import stat
from pathlib import Path

import pytest
from command import ask, interrupt_after, maintenance, plan, run, users

import memberferry
from memberferry import Plan, Run, Snapshot
from memberferry.carry_out import carry_out
from memberferry.targets import open_target
from moving import SITE, contacts, plan_for

APPLY = ("apply", "plan.mfplan", "--target", "site.db")

# --- Passwords ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def keeping(folder: Path) -> Path:
    """A list whose passwords stand in a column that only a mapping tells of."""
    (folder / "list.csv").write_bytes(b"Email,Old word,Tags\nada@example.com,Spring-time-77,Watercolour\n")
    mapping = json.loads(run("detect", "list.csv", "--json").stdout)
    mapping["mapping"]["columns"][1]["use"] = {"kind": "field", "field": "password"}
    (folder / "mapping.json").write_text(json.dumps(mapping))
    planned = plan("--mapping", "mapping.json", "--passwords", "keep-from-field")
    assert planned.exit_code == 0, planned.output
    return folder


def test_passwords_are_kept_by_the_mapping_that_the_plan_was_made_with(keeping: Path) -> None:
    applied = run(*APPLY, "--export", "list.csv", "--mapping", "mapping.json")
    assert applied.exit_code == 0, applied.output
    assert ask(keeping, "SELECT state FROM passwords") == [("kept",)]
    # What is over needs no list.
    assert run(*APPLY).exit_code == 0


def test_a_list_that_lacks_or_is_read_otherwise_is_asked_for_before_anything_is_changed(keeping: Path) -> None:
    without = run(*APPLY)
    assert without.exit_code == 2 and "--export" in without.stderr
    otherwise = run(*APPLY, "--export", "list.csv")
    assert otherwise.exit_code == 3 and "password-unavailable" in otherwise.stderr
    assert not (keeping / "site.db").exists() and not (keeping / "plan.journal").exists()


def test_a_short_seed_is_refused_before_anything_is_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    monkeypatch.setenv("MEMBERFERRY_SEED", "too short")
    refused = run(*APPLY)
    assert refused.exit_code == 3 and "password-seed-short" in refused.stderr and "too short" not in refused.stderr
    assert not (folder / "site.db").exists() and not (folder / "plan.journal").exists()


def test_a_run_without_contacts_is_refused_by_carry_out_and_changes_nothing(tmp_path: Path) -> None:
    planned = plan_for([])
    with open_target(str(tmp_path / "site.db")) as target, Run(planned, tmp_path / "journal") as run_:
        with pytest.raises(memberferry.UsageError, match="no contacts to take passwords from"):
            carry_out(run_, target)
        assert run_.progress.done == 0 and not list(target.users())
    with pytest.raises(memberferry.PlanError, match="16 is the least"):
        Run(planned, tmp_path / "other", seed="x")
    with pytest.raises(TypeError, match="`contacts` has to be a Contacts, and it is a list"):
        Run(planned, tmp_path / "other", contacts=[])  # type: ignore[arg-type]
    assert not (tmp_path / "other").exists()


# --- The copy of the site -------------------------------------------------------------------------------------------------------


def test_a_plan_for_another_copy_of_the_site_is_refused_by_a_target_that_knows_which_it_is(folder: Path) -> None:
    assert plan().exit_code == 0 and run(*APPLY).exit_code == 0
    assert json.loads(ask(folder, "SELECT value FROM settings WHERE name = 'environment'")[0][0]) == SITE["environment"]
    live = {**SITE, "environment": {"kind": "live", "url": "https://harbour.example"}}
    (folder / "live.json").write_text(json.dumps(live))
    (folder / "more.csv").write_bytes(b"Email,Tags\nnobody-yet@example.com,Watercolour\n")
    arguments = ("more.csv", "--target", "site.db", "--out", "live.mfplan", "--now", "2024-06-02T00:00:00Z")
    planned = run("plan", *arguments, "--site", "live.json")
    assert planned.exit_code == 0 and "will not be applied there" in planned.stdout
    refused = run("apply", "live.mfplan", "--target", "site.db")
    assert refused.exit_code == 3 and "environment-mismatch" in refused.stderr
    assert users(folder) == 5
    # Whoever knows better says so, and it is kept.
    told = run("apply", "live.mfplan", "--target", "site.db", "--environment", "live=https://harbour.example")
    assert told.exit_code == 0, told.output
    assert users(folder) == 6
    assert json.loads(ask(folder, "SELECT value FROM settings WHERE name = 'environment'")[0][0]) == live["environment"]


def test_the_copy_that_is_named_is_compared_where_the_target_knows_none(folder: Path) -> None:
    plan()
    refused = run(*APPLY, "--environment", "live=https://harbour.example")
    assert refused.exit_code == 3 and "environment-mismatch" in refused.stderr
    assert run(*APPLY, "--environment", "harbour.example").exit_code == 2
    assert run(*APPLY, "--environment", "staging=https://staging.harbour.example/").exit_code == 0


def test_a_report_with_the_document_of_another_copy_or_site_is_refused(folder: Path) -> None:
    plan()
    for name, other in (
        ("live.json", {**SITE, "environment": {"kind": "live", "url": "https://harbour.example"}}),
        ("other.json", {**SITE, "name": "Lighthouse"}),
    ):
        (folder / name).write_text(json.dumps(other))
        refused = run("report", "plan.mfplan", "--site", name, "--out", "report.md")
        assert refused.exit_code == 3 and "environment-mismatch" in refused.stderr
    assert not (folder / "report.md").exists()
    staging = ("--staging", "https://staging.harbour.example")
    assert run("report", "plan.mfplan", "--site", "live.json", "--out", "report.md", *staging).exit_code == 0
    assert "staging" in (folder / "report.md").read_text(encoding="utf-8")


# --- Files ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ("check", "list.csv", "--set-aside", "list.csv"),
        ("check", "list.csv", "--clean", "./list.csv"),
        ("check", "list.csv", "--clean", "same.csv", "--set-aside", "same.csv"),
        ("detect", "list.csv", "--write", "list.csv"),
        ("plan", "list.csv", "--site", "site.json", "--target", "site.db", "--out", "site.json"),
        ("plan", "list.csv", "--site", "site.json", "--target", "site.db", "--out", "site.db"),
        ("apply", "site.json", "--target", "site.db", "--journal", "site.json"),
        ("schedule", "site.json", "watercolour", "--enrolled-at", "2024-05-25T09:00:00Z", "--calendar", "site.json"),
        ("check", "list.csv", "--clean", "no/such/folder.csv"),
    ],
)
def test_no_file_that_is_needed_is_written_over(folder: Path, command: tuple[str, ...]) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    if command[0] == "apply":
        plan("--out", "real.mfplan")
        command = tuple("real.mfplan" if word == "site.json" else word for word in command)
        before["real.mfplan"] = (folder / "real.mfplan").read_bytes()
    refused = run(*command)
    assert refused.exit_code == 2, refused.output
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("content", ["no JSON", "[1, 2]", '{"x":'])
def test_json_that_cannot_be_read_is_wrong_use(folder: Path, content: str) -> None:
    (folder / "wrong.json").write_text(content)
    for command in (
        ("check", "list.csv", "--mapping", "wrong.json"),
        ("plan", "list.csv", "--site", "site.json", "--target", "site.db", "--options", "wrong.json"),
        ("explain", "site.json", "--page", "home", "--member", "wrong.json"),
    ):
        refused = run(*command)
        assert refused.exit_code == 2 and "wrong.json" in refused.stderr and "help:" in refused.stderr


# --- Targets --------------------------------------------------------------------------------------------------------------------


def test_looking_leaves_a_database_of_another_program_as_it_is(folder: Path) -> None:
    ask(folder, "CREATE TABLE invoices (id INTEGER)")
    before = (folder / "site.db").read_bytes()
    for refused in (plan(), run("verify", "plan.mfplan", "--target", "site.db")):
        assert refused.exit_code != 0
    assert (folder / "site.db").read_bytes() == before and not list(folder.glob("site.db-*"))
    (folder / "site.db").unlink()
    plan()
    ask(folder, "CREATE TABLE invoices (id INTEGER)")
    assert run(*APPLY).exit_code == 3
    assert (folder / "site.db").read_bytes() == before and ask(folder, "PRAGMA journal_mode") == [("delete",)]
    # A database in which nothing is yet gets no tables by a look.
    ask(folder, "DROP TABLE invoices")
    ask(folder, "VACUUM")
    blank = (folder / "site.db").read_bytes()
    assert plan().exit_code == 0 and (folder / "site.db").read_bytes() == blank


def test_a_target_that_is_refused_is_not_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    with interrupt_after(monkeypatch, 5):
        run(*APPLY)
    refused = run("apply", "plan.mfplan", "--target", "other.db")
    assert refused.exit_code == 3 and "not begun on this target" in refused.stderr
    assert not (folder / "other.db").exists()


def test_a_run_that_was_stopped_before_the_target_knew_of_it_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    with interrupt_after(monkeypatch, 1):
        stopped = run(*APPLY)
    assert stopped.exit_code == 130 and "1 of " in stopped.stderr
    assert run(*APPLY).exit_code == 0 and users(folder) == 5


def test_a_backup_is_asked_for_before_anything_is_begun(folder: Path) -> None:
    from memberferry.cli import _carrying_out

    plan()
    with Run(Plan.from_bytes("plan.mfplan"), "journal") as begun:
        with pytest.raises(Exception) as refused:
            _carrying_out._check_backup(begun, "https://staging.harbour.example/wp-json/memberferry/v1", False)
        assert getattr(refused.value, "exit_code", None) == 2
        _carrying_out._check_backup(begun, "site.db", False)


def test_what_holds_people_is_for_the_owners_eyes_alone(folder: Path) -> None:
    plan()
    run(*APPLY)
    (folder / "more.csv").write_bytes(b"Email,Tags\nnobody-yet@example.com,Watercolour\n")
    later = ("--target", "site.db", "--out", "more.mfplan", "--now", "2024-06-02T00:00:00Z")
    run("plan", "more.csv", "--site", "site.json", *later)
    assert run("apply", "more.mfplan", "--target", "site.db").exit_code == 0
    Plan.from_bytes("more.mfplan").write("written.mfplan")
    kept = [folder / name for name in ("site.db", "plan.mfplan", "plan.journal", "written.mfplan")] + list(folder.glob("site.db.before-*"))
    assert len(kept) == 5
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}


def test_the_copy_from_before_the_move_is_never_written_over(tmp_path: Path) -> None:
    database = str(tmp_path / "site.db")
    planned = plan_for([], people=2)
    with open_target(database) as target, Run(planned, tmp_path / "first", contacts=contacts(2)) as first:
        carry_out(first, target)
    with open_target(database) as target:
        more = plan_for(target.users(), people=4)
        copy = target.back_up(more.digest)
        assert copy is not None
        before = copy.read_bytes()
        with Run(more, tmp_path / "second", contacts=contacts(4)) as second:
            carry_out(second, target)
        assert second.status == "complete" and copy.read_bytes() == before
        # A run that begins anew stops at its check, and copies nothing.
        copies = set(tmp_path.glob("site.db.before-*"))
        with Run(more, tmp_path / "third", contacts=contacts(4)) as third:
            carry_out(third, target)
        assert third.status == "stopped" and set(tmp_path.glob("site.db.before-*")) == copies
    assert len(copies) == 2
    with open_target(str(copy), look_only=True) as kept:
        assert len(Snapshot.from_records(kept.users())) == 2


# --- What is refused by the system ------------------------------------------------------------------------------------------------


def test_a_locked_database_is_looked_at_and_not_changed_and_that_is_no_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from memberferry.targets import sqlite

    plan()
    run(*APPLY)
    (folder / "more.csv").write_bytes(b"Email,Tags\nnobody-yet@example.com,Watercolour\n")
    patient = sqlite._connect
    monkeypatch.setattr(sqlite, "_connect", lambda place: _impatient(patient(place)))
    holder = sqlite3.connect(folder / "site.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    more = ("--site", "site.json", "--target", "site.db", "--out", "more.mfplan", "--now", "2024-06-02T00:00:00Z")
    assert run("plan", "more.csv", *more).exit_code == 0
    refused = run("apply", "more.mfplan", "--target", "site.db")
    assert refused.exit_code == 3 and "database is locked" in refused.stderr and "run the same command again" in " ".join(refused.stderr.split())
    holder.close()
    assert run("apply", "more.mfplan", "--target", "site.db").exit_code == 0 and users(folder) == 6


def _impatient(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA busy_timeout = 10")
    return connection


@pytest.mark.parametrize(
    ("target", "says"),
    [("list.csv", "not a database"), ("no-such-folder/site.db", "no-such-folder"), ("https://site.example/x", "MEMBERFERRY_USER")],
)
def test_a_target_that_is_none_is_no_finding(folder: Path, target: str, says: str) -> None:
    plan()
    for command in ("apply", "verify"):
        refused = run(command, "plan.mfplan", "--target", target)
        assert refused.exit_code in (2, 3), refused.output
        assert "help:" in refused.stderr and "Traceback" not in refused.output
        if command == "apply":
            assert says in " ".join(refused.stderr.split())


def test_a_mistake_of_the_library_is_no_finding_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nobody")

    monkeypatch.setattr("memberferry.cli._reading.read", broken)
    refused = run("check", "list.csv")
    assert refused.exit_code == 3 and "mistake of Memberferry" in refused.stderr and "by nobody" in refused.stderr


def test_an_interrupted_run_says_how_to_go_on_and_that_visitors_are_kept_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    with interrupt_after(monkeypatch, 5):
        stopped = run(*APPLY)
    said = " ".join(stopped.stderr.split())
    assert stopped.exit_code == 130 and "run the same command again to go on" in said and "visitors are kept out" in said
    assert maintenance(folder) == "on" and "130" in run("--help").stdout
    assert run(*APPLY).exit_code == 0 and maintenance(folder) == "off"


def test_a_run_that_stops_says_why_and_what_to_do(folder: Path) -> None:
    plan("--out", "first.mfplan")
    plan()
    assert run("apply", "first.mfplan", "--target", "site.db").exit_code == 0
    ask(folder, "DELETE FROM applied_operations")
    stopped = run(*APPLY)
    said = " ".join(stopped.stdout.split())
    assert stopped.exit_code == 1 and "the users of the target were changed since the plan was made" in said
    assert "what to do: nothing was changed; run `memberferry plan` again" in said
    assert "in maintenance mode" not in said


def test_a_difference_says_what_it_means(folder: Path) -> None:
    plan()
    run(*APPLY)
    ask(folder, "DELETE FROM users WHERE email_key = 'person0@example.com'")
    shown = run("verify", "plan.mfplan", "--target", "site.db")
    assert shown.exit_code == 1
    rows = [line for line in shown.stdout.splitlines() if "person0@example.com" in line]
    assert rows and all(cell.strip() for cell in rows[0].strip("│ ").split("│")[-1:])
