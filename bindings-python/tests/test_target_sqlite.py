"""The target in a SQLite file keeps to what every target keeps to, and is readable by itself."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import target_contract
from memberferry.targets import Refused, open_target


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


@pytest.fixture
def opened(database: Path) -> target_contract.Open:
    return lambda: open_target(str(database))


def test_everybody_is_moved_and_proved(opened: target_contract.Open, tmp_path: Path, database: Path) -> None:
    target_contract.moves_everybody_and_is_proved(opened, tmp_path)
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT tag, count(*) FROM user_tags GROUP BY tag ORDER BY tag").fetchall()
        states = connection.execute("SELECT DISTINCT state, hash FROM passwords").fetchall()
        (maintenance,) = connection.execute("SELECT value FROM settings WHERE name = 'maintenance'").fetchone()
    connection.close()
    assert rows == [("Newsletter", 5), ("Watercolour", 5)]
    assert states == [("reset", None)]
    assert maintenance == "off"


def test_a_second_plan_is_empty(opened: target_contract.Open, tmp_path: Path) -> None:
    target_contract.a_second_plan_is_empty(opened, tmp_path)


@pytest.mark.parametrize("kill_at", range(1, 8))
def test_a_killed_run_goes_on(opened: target_contract.Open, tmp_path: Path, kill_at: int) -> None:
    target_contract.a_killed_run_goes_on_and_does_nothing_twice(opened, tmp_path, kill_at)


def test_taking_back(opened: target_contract.Open, tmp_path: Path) -> None:
    target_contract.taking_back_leaves_what_was_there_before(opened, tmp_path)


def test_somebody_who_came_meanwhile(opened: target_contract.Open, tmp_path: Path, database: Path) -> None:
    def add(email: str) -> None:
        document = json.dumps({"email": email, "roles": ["subscriber"]})
        connection = sqlite3.connect(database)
        with connection:
            insert = "INSERT INTO users (email_key, username, document) VALUES (?, ?, ?)"
            connection.execute(insert, (email, email, document))
        connection.close()

    target_contract.somebody_who_came_meanwhile_stays_as_they_are(opened, tmp_path, add)


def test_a_database_of_another_program_is_refused(database: Path) -> None:
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    connection.close()
    with pytest.raises(Refused, match="another program"):
        open_target(str(database))


def test_looking_makes_and_changes_nothing(database: Path, opened: target_contract.Open, tmp_path: Path) -> None:
    with open_target(str(database), look_only=True) as target:
        assert list(target.users()) == []
    assert not database.exists()
    target_contract.moves_everybody_and_is_proved(opened, tmp_path)
    before = database.read_bytes()
    with open_target(str(database), look_only=True) as target:
        assert len(list(target.users())) == 5
        with pytest.raises(sqlite3.OperationalError):
            target.set_maintenance(True)  # type: ignore[attr-defined]
    assert database.read_bytes() == before


def test_a_copy_is_kept_before_anybody_is_changed(database: Path, opened: target_contract.Open, tmp_path: Path) -> None:
    target_contract.moves_everybody_and_is_proved(opened, tmp_path)
    assert not list(tmp_path.glob("site.db.before-*")), "nobody was there to be copied"
    (tmp_path / "again").mkdir()
    plan = target_contract.plan_of(opened, people=6)
    target_contract.run_to_the_end(opened, plan, tmp_path / "again" / "run.journal", people=6)
    (copy,) = tmp_path.glob("site.db.before-*")
    with open_target(str(copy), look_only=True) as target:
        assert len(list(target.users())) == 5
