"""Taking back by the command line: whose rollback it is, what becomes of the run, and what is left when somebody changed a user meanwhile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import change_first_name, interrupt_after, maintenance, plan, run, users

from memberferry import Plan

APPLY = ("apply", "plan.mfplan", "--target", "site.db")
ROLLBACK = ("rollback", "plan.mfplan", "--target", "site.db")


def test_the_rollback_of_another_run_is_never_taken_for_this_ones(folder: Path) -> None:
    assert plan().exit_code == 0 and run(*APPLY).exit_code == 0
    assert run(*ROLLBACK).exit_code == 0 and users(folder) == 0
    kept = plan("--now", "2024-06-02T00:00:00Z")
    assert kept.exit_code == 2 and "the plan of a run" in kept.stderr and "--out plan-" in " ".join(kept.stderr.split())
    assert plan().exit_code == 0, "the same plan again"
    # Whoever moves files about all the same is told, and nothing of the other run is taken for this one's.
    (folder / "plan.mfplan").unlink()
    assert plan("--now", "2024-06-02T00:00:00Z").exit_code == 0
    foreign = run(*APPLY)
    assert foreign.exit_code == 3 and "the run of another plan" in foreign.stderr and "--journal" in foreign.stderr
    (folder / "plan.journal").rename(folder / "old.journal")
    assert run(*APPLY).exit_code == 0 and users(folder) == 5
    back = run(*ROLLBACK)
    assert back.exit_code == 0, back.output
    assert users(folder) == 0 and maintenance(folder) == "off"
    # Each run has a rollback of its own, which says whose it is.
    backs = sorted(folder.glob("*.rollback-*.mfplan"))
    assert len(backs) == 2
    assert len({Plan.from_bytes(back).header.takes_back for back in backs}) == 2
    again = run(*ROLLBACK)
    assert again.exit_code == 0 and "nothing was done" in again.stdout


def test_a_rollback_that_somebody_put_there_is_not_carried_out(folder: Path) -> None:
    plan()
    run(*APPLY)
    run(*ROLLBACK)
    (back,) = folder.glob("*.rollback-*.mfplan")
    back.write_bytes((folder / "plan.mfplan").read_bytes())
    refused = run(*ROLLBACK)
    assert refused.exit_code == 3 and "does not take this plan back" in refused.stderr


def test_a_run_that_was_taken_back_does_not_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    with interrupt_after(monkeypatch, 5):
        assert run(*APPLY).exit_code == 130
    assert run(*ROLLBACK).exit_code == 0 and users(folder) == 0 and maintenance(folder) == "off"
    for _ in range(2):
        refused = run(*APPLY)
        assert refused.exit_code == 3 and "was taken back" in refused.stderr and "memberferry plan" in refused.stderr
        assert users(folder) == 0
    # Nor where its rollback is gone: the journal says so.
    for file in folder.glob("*.rollback-*"):
        file.unlink()
    given_up = run(*APPLY)
    assert given_up.exit_code == 3 and "given up" in given_up.stderr
    # Nor where the journal is gone: the target remembers.
    (folder / "plan.journal").rename(folder / "lost")
    remembered = run(*APPLY)
    assert remembered.exit_code == 3 and "remembers a run of this plan" in remembered.stderr
    assert users(folder) == 0 and not (folder / "plan.journal").exists()


def test_a_whole_run_that_was_taken_back_is_not_called_complete(folder: Path) -> None:
    plan()
    run(*APPLY)
    run(*ROLLBACK)
    refused = run(*APPLY)
    assert refused.exit_code == 3 and "was taken back" in refused.stderr and "complete" not in refused.output


def test_somebody_changed_while_a_rollback_goes_on_is_kept_and_told_and_visitors_are_let_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan()
    run(*APPLY)
    with interrupt_after(monkeypatch, 3):
        stopped = run(*ROLLBACK)
    assert stopped.exit_code == 130 and "maintenance mode" in stopped.stderr and maintenance(folder) == "on"
    change_first_name(folder, "person4@example.com", "Somebody else")
    went_on = run(*ROLLBACK)
    assert went_on.exit_code == 1, went_on.output
    assert "changed since" in went_on.stdout and "once more" in went_on.stdout and "reopen" in went_on.stdout
    assert maintenance(folder) == "on"
    rest = run(*ROLLBACK)
    assert rest.exit_code == 0, rest.output
    assert "changed-since" in rest.stdout and "let in again" in rest.stdout
    assert users(folder) == 1 and maintenance(folder) == "off"


def test_what_is_left_after_a_rollback_that_stopped_is_planned_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    run(*APPLY)
    with interrupt_after(monkeypatch, 3):
        run(*ROLLBACK)
    change_first_name(folder, "person4@example.com", "Somebody else")
    assert run(*ROLLBACK).exit_code == 1
    change_first_name(folder, "person4@example.com", "Zoë4")
    rest = run(*ROLLBACK)
    assert rest.exit_code == 0, rest.output
    assert users(folder) == 0 and maintenance(folder) == "off"
    assert len(list(folder.glob("*.rollback-*.journal"))) == 2


def test_a_dry_run_shows_what_would_be_taken_back(folder: Path) -> None:
    plan()
    run(*APPLY)
    shown = run(*ROLLBACK, "--dry-run")
    assert shown.exit_code == 0 and "users to delete" in shown.stdout and "nothing was changed" in shown.stdout
    assert users(folder) == 5 and not list(folder.glob("*.rollback-*"))
    assert json.loads(run(*ROLLBACK, "--dry-run", "--json").stdout)["summary"]["toDelete"] == 5


def test_a_run_is_not_taken_back_on_another_target(folder: Path) -> None:
    plan()
    run(*APPLY)
    refused = run("rollback", "plan.mfplan", "--target", "other.db")
    assert refused.exit_code == 3 and "not begun on this target" in refused.stderr
    assert not (folder / "other.db").exists()


def test_visitors_are_let_in_again_after_a_run_that_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan()
    reopen = ("reopen", "plan.mfplan", "--target", "site.db")
    with interrupt_after(monkeypatch, 5):
        run(*APPLY)
    going = run(*reopen)
    assert going.exit_code == 2 and "has not ended" in going.stderr and maintenance(folder) == "on"
    change_first_name(folder, "person0@example.com", "Somebody else")
    stopped = run(*APPLY)
    assert stopped.exit_code == 1 and "memberferry reopen plan.mfplan --target site.db" in " ".join(stopped.stdout.split())
    assert maintenance(folder) == "on"
    opened = run(*reopen)
    assert opened.exit_code == 0 and maintenance(folder) == "off"


def test_the_site_that_a_plan_keeps_closed_is_opened_on_request(folder: Path) -> None:
    (folder / "options.json").write_text('{"keepMaintenanceMode": true}')
    plan("--options", "options.json")
    applied = run(*APPLY)
    assert applied.exit_code == 0 and "reopen" in applied.stdout and maintenance(folder) == "on"
    assert run("reopen", "plan.mfplan", "--target", "site.db").exit_code == 0 and maintenance(folder) == "off"


def test_a_run_whose_first_line_was_torn_begins_and_there_is_nothing_to_take_back(folder: Path) -> None:
    plan()
    (folder / "plan.journal").write_bytes(b'{"kind":"memberferry-journal","form')
    torn = run(*ROLLBACK)
    assert torn.exit_code == 2 and "holds no run" in torn.stderr
    assert run(*APPLY).exit_code == 0 and users(folder) == 5
