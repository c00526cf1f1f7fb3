"""The command line as somebody uses it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from command import plan, run

from moving import SITE

def test_an_export_is_recognised(folder: Path) -> None:
    (folder / "semicolons.csv").write_bytes(b"Email;First Name\nada@example.com;Ada\n")
    shown = run("detect", "semicolons.csv")
    assert shown.exit_code == 0
    assert "cells separated by `;`" in shown.stdout and "field: first-name" in shown.stdout
    found = json.loads(run("detect", "semicolons.csv", "--json").stdout)
    assert found["detection"]["dialect"]["delimiter"] == ";"
    (folder / "mapping.json").write_text(json.dumps(found["mapping"]))
    assert run("check", "semicolons.csv", "--mapping", "mapping.json").exit_code == 0


def test_what_detect_gives_is_taken_as_it_is(folder: Path) -> None:
    (folder / "kit.csv").write_bytes(b"Email,State,Tags\nada@example.com,active,Gold\n")
    (folder / "whole.json").write_text(run("detect", "kit.csv", "--profile", "kit", "--json").stdout)
    written = run("detect", "kit.csv", "--profile", "kit", "--write", "columns.json")
    assert written.exit_code == 0 and "field: marketing-status" in written.stdout
    for mapping in ("whole.json", "columns.json"):
        checked = run("check", "kit.csv", "--profile", "kit", "--mapping", mapping, "--clean", "clean.csv")
        assert checked.exit_code == 0, checked.output
        assert "ada@example.com,subscribed" in (folder / "clean.csv").read_text()


def test_the_json_of_an_api_is_read_as_it_is(folder: Path) -> None:
    (folder / "kit.json").write_text('{"subscribers": [{"id": 1, "email_address": "ada@example.com", "state": "active", "fields": {}}]}')
    checked = run("check", "kit.json")
    assert checked.exit_code == 0 and "1 contacts of 1 records" in checked.stdout, checked.output
    refused = run("detect", "kit.json")
    assert refused.exit_code == 2 and "is JSON" in refused.stderr and "ada@" not in refused.output


def test_records_of_an_api_that_were_set_aside_are_read_back(folder: Path) -> None:
    (folder / "api.json").write_text('[{"email": "ada@example.com"}, {"email": "nobody"}]')
    assert run("check", "api.json", "--set-aside", "aside.csv").exit_code == 1
    mended = (folder / "aside.csv").read_text().replace("nobody", "grace@example.com")
    (folder / "aside.csv").write_text(mended)
    checked = run("check", "aside.csv")
    assert checked.exit_code == 0 and "1 contacts of 1 records" in checked.stdout, checked.output


def test_what_each_column_was_taken_for_is_shown(folder: Path) -> None:
    (folder / "shoes.csv").write_bytes(b"Email,Shoe size\nada@example.com,38\n")
    shown = run("check", "shoes.csv")
    assert shown.exit_code == 0 and "field: email" in shown.stdout and "custom: Shoe size" in shown.stdout
    (folder / "whole.json").write_text(run("check", "shoes.csv", "--json").stdout)
    uses = [column["use"]["kind"] for column in json.loads((folder / "whole.json").read_text())["mapping"]["columns"]]
    assert uses == ["field", "custom"]
    assert run("check", "shoes.csv", "--mapping", "whole.json").exit_code == 0


def test_a_report_tells_of_the_list_as_the_plan_read_it(folder: Path) -> None:
    (folder / "list.csv").write_bytes(b"Contact,Tags\nada@example.com,Watercolour\nnobody,Watercolour\n")
    columns = [{"header": "Contact", "use": {"kind": "field", "field": "email"}}, {"header": "Tags", "use": {"kind": "field", "field": "tags"}}]
    (folder / "columns.json").write_text(json.dumps({"format": 1, "columns": columns}))
    assert plan("--mapping", "columns.json").exit_code == 0
    arguments = ("plan.mfplan", "--site", "site.json", "--export", "list.csv", "--mapping", "columns.json", "--out", "report.md")
    reported = run("report", *arguments)
    assert reported.exit_code == 0, reported.output
    text = (folder / "report.md").read_text(encoding="utf-8")
    assert "- Set aside: 1" in text and "| error | email-invalid | 1 |" in text


def test_a_plan_shows_what_was_wrong_with_its_list(folder: Path) -> None:
    with (folder / "list.csv").open("ab") as file:
        file.write(b"\nnobody,Nobody,,Watercolour,subscribed\n")
    planned = plan()
    assert planned.exit_code == 0
    assert "5 contacts of 6 records; 1 set aside" in planned.stdout and "email-invalid" in planned.stdout
    as_data = json.loads(plan("--json").stdout)
    assert as_data["intake"]["stats"]["setAside"] == 1
    assert "email-invalid" in {issue["code"] for issue in as_data["intake"]["issues"]}


def test_two_plans_whose_names_differ_in_their_ending_have_journals_of_their_own(folder: Path) -> None:
    plan("--out", "v2")
    plan("--out", "v2.json")
    assert run("apply", "v2", "--target", "site.db").exit_code == 0
    assert run("apply", "v2.json", "--target", "other.db").exit_code == 0
    assert (folder / "v2.journal").exists() and (folder / "v2.json.journal").exists()


def test_what_is_wrong_is_said_with_its_place_and_kept(folder: Path) -> None:
    (folder / "list.csv").write_bytes(b"Email,Tags\nada@example.com,Gold\nnobody,Gold\n")
    checked = run("check", "list.csv", "--set-aside", "aside.csv", "--clean", "clean.csv")
    assert checked.exit_code == 1
    assert "email-invalid" in checked.stdout and "line 3" in checked.stdout
    assert "nobody,Gold,3,email-invalid" in (folder / "aside.csv").read_text()
    assert "ada@example.com" in (folder / "clean.csv").read_text()
    as_data = json.loads(run("check", "list.csv", "--json").stdout)
    assert as_data["stats"]["setAside"] == 1
    assert {issue["code"] for issue in as_data["issues"]} >= {"email-invalid"}


def test_a_move_from_the_plan_to_taking_it_back(folder: Path) -> None:
    planned = plan()
    assert planned.exit_code == 0, planned.output
    assert not (folder / "site.db").exists(), "planning changes nothing"
    (digest,) = re.findall(r"digest\s+([0-9a-f]{64})", planned.stdout)
    assert stat.S_IMODE((folder / "plan.mfplan").stat().st_mode) == 0o600

    other = run("apply", "plan.mfplan", "--target", "site.db", "--approve", "0" * 64)
    assert other.exit_code == 1 and not (folder / "site.db").exists()
    applied = run("apply", "plan.mfplan", "--target", "site.db", "--approve", digest)
    assert applied.exit_code == 0, applied.output
    assert "the target is as planned" in applied.stdout
    again = run("apply", "plan.mfplan", "--target", "site.db")
    assert again.exit_code == 0 and "nothing was done" in again.stdout

    verified = run("verify", "plan.mfplan", "--target", "site.db", "--json")
    proof = json.loads(verified.stdout)
    assert verified.exit_code == 0 and proof["reconciliation"]["ok"] and len(proof["spotChecks"]) == 5
    assert run("verify", "plan.mfplan", "--target", "site.db").exit_code == 0

    for name in ("report.html", "report.md", "report.json"):
        arguments = ("plan.mfplan", "--site", "site.json", "--journal", "plan.journal", "--target", "site.db", "--out", name)
        reported = run("report", *arguments)
        assert reported.exit_code == 0, reported.output
        assert "Harbour Academy" in (folder / name).read_text(encoding="utf-8")

    back = run("rollback", "plan.mfplan", "--target", "site.db")
    assert back.exit_code == 0, back.output
    with sqlite3.connect(folder / "site.db") as connection:
        assert connection.execute("SELECT count(*) FROM users").fetchone() == (0,)
    connection.close()
    assert run("verify", "plan.mfplan", "--target", "site.db").exit_code == 1


def test_a_plan_for_another_copy_of_the_site_is_not_carried_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plan().exit_code == 0
    for address, code in (("https://harbour.example", 3), ("http://Staging.harbour.example/", 0)):
        monkeypatch.setattr("memberferry.targets.sqlite.SqliteTarget.address", address)
        applied = run("apply", "plan.mfplan", "--target", "site.db")
        assert applied.exit_code == code, applied.output
        assert ("the plan is for `https://staging.harbour.example`" in applied.stderr) == (code == 3)


def test_who_sees_less_or_more_than_before_fails_the_proof(folder: Path) -> None:
    site = {
        **SITE,
        "tags": ["Lounge"],
        "pages": [{"id": "lounge", "title": "Lounge", "rule": {"kind": "has-any", "tags": ["Lounge"]}}],
    }
    (folder / "site.json").write_text(json.dumps(site))
    (folder / "list.csv").write_bytes(b'Email,Tags\nada@example.com,"Lounge"\n')
    assert plan("--all-contacts").exit_code == 0
    assert run("apply", "plan.mfplan", "--target", "site.db").exit_code == 0
    compared = ("verify", "plan.mfplan", "--target", "site.db", "--site", "site.json", "--export", "list.csv")
    assert run(*compared).exit_code == 0
    # By a document in which nobody could see it before, she gained it.
    before = {**site, "tags": ["Lounge", "Nobody"], "pages": [{"id": "lounge", "title": "L", "rule": {"kind": "has-any", "tags": ["Nobody"]}}]}
    (folder / "before.json").write_text(json.dumps(before))
    gained = run(*compared, "--before", "before.json")
    assert gained.exit_code == 1, gained.output
    assert "ada@example.com" in gained.stdout and "`lounge` opens to them" in gained.stdout
    (folder / "gains.json").write_text('[{"kind": "page", "page": "lounge", "why": "it is for everybody now"}]')
    assert run(*compared, "--before", "before.json", "--accept-gains", "gains.json").exit_code == 0
    as_data = json.loads(run(*compared, "--before", "before.json", "--json").stdout)
    assert as_data["access"]["unasked"][0]["issue"]["code"] == "access-gained"


def test_a_plan_that_is_blocked_is_not_applied_until_that_is_accepted(folder: Path) -> None:
    site = {**SITE, "pages": [{"id": "p", "title": "P", "rule": {"kind": "has-any", "tags": ["No such tag"]}}]}
    (folder / "site.json").write_text(json.dumps(site))
    blocked = plan()
    assert blocked.exit_code == 1 and "tag-dangling" in blocked.stdout
    assert run("apply", "plan.mfplan", "--target", "site.db").exit_code == 1
    assert not (folder / "site.db").exists()
    no_reason = plan("--waive", "tag-dangling")
    assert no_reason.exit_code == 2 and "gives no reason" in no_reason.stderr
    assert plan("--waive", "tag-dangling=the page is being rebuilt").exit_code == 0


def test_wrong_use_ends_with_2_and_failure_with_3(folder: Path) -> None:
    assert run("check").exit_code == 2
    assert run("check", "no-such.csv").exit_code == 2
    assert run("explain", "no-such-code").exit_code == 2
    assert plan("--now", "yesterday").exit_code == 2
    (folder / "broken.json").write_text('{"format": 1, "name": "x"')
    broken = run("plan", "list.csv", "--site", "broken.json", "--target", "site.db")
    assert broken.exit_code == 3 and "document-invalid" in broken.stderr
    (folder / "empty.csv").write_bytes(b"")
    empty = run("check", "empty.csv")
    assert empty.exit_code == 3 and "input-empty" in empty.stderr and "help:" in empty.stderr


def test_a_database_of_somebody_else_is_left_alone(folder: Path) -> None:
    with sqlite3.connect(folder / "site.db") as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    connection.close()
    refused = plan()
    assert refused.exit_code == 3 and "another program" in refused.stderr


def test_a_password_in_the_name_of_a_target_is_refused_and_not_shown(folder: Path) -> None:
    refused = run("verify", "list.csv", "--target", "mysql://root:hush@localhost/wp")
    assert refused.exit_code != 0 and "hush" not in refused.output
    plan()
    refused = run("verify", "plan.mfplan", "--target", "mysql://root:hush@localhost/wp")
    assert refused.exit_code == 2 and "hush" not in refused.output and "MEMBERFERRY_PASSWORD" in refused.stderr


def test_schedules_and_decisions_are_explained(folder: Path) -> None:
    arguments = ("site.json", "watercolour", "--enrolled-at", "2024-05-25T09:00:00Z", "--at", "2024-06-01T00:00:00Z")
    shown = run("schedule", *arguments, "--calendar", "calendar.ics")
    assert shown.exit_code == 0 and "washes" in shown.stdout
    assert (folder / "calendar.ics").read_text().startswith("BEGIN:VCALENDAR")
    releases = json.loads(run("schedule", *arguments, "--json").stdout)["releases"]
    assert releases[0]["opensAt"] == "2024-05-25T09:00:00Z"
    (folder / "ada.json").write_text('{"loggedIn": true}')
    decided = run("explain", "site.json", "--page", "home", "--member", "ada.json", "--at", "2024-06-01T00:00:00Z")
    assert decided.exit_code == 0 and decided.stdout.startswith("open")
    assert "What to do" in run("explain", "email-invalid").stdout
    assert "did you mean `email-invalid`" in run("explain", "email-invald").stderr


def test_help_teaches_every_command() -> None:
    text = run("--help").stdout
    for command in ("detect", "check", "plan", "apply", "verify", "rollback", "report", "reopen", "schedule", "explain"):
        assert command in text
        shown = run(command, "--help")
        assert shown.exit_code == 0 and len(shown.stdout) > 300


def test_it_runs_as_a_module(folder: Path) -> None:
    command = [sys.executable, "-m", "memberferry", "explain", "input-empty", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "100"})
    assert json.loads(done.stdout)["code"] == "input-empty"
