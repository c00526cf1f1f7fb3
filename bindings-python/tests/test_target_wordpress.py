"""A WordPress database on a real MariaDB: moved, killed, gone on with, proved, taken back; and WordPress's own tables as it wants them."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bcrypt
import pymysql
import pytest

import mariadb_server
import memberferry
import target_contract
from mariadb_server import Server
from memberferry.carry_out import carry_out
from memberferry.targets import Refused, Target, open_target

_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # Sockets have short names.
    with tempfile.TemporaryDirectory(prefix="mf-") as folder, mariadb_server.running(Path(folder)) as running:
        yield running


@pytest.fixture
def database(server: Server) -> str:
    name = f"site{next(_NUMBERS)}"
    server.run(f"CREATE DATABASE {name}")
    server.run(Path(__file__).with_name("wordpress_tables.sql").read_text(encoding="utf-8"), name)
    return name


@pytest.fixture
def opened(server: Server, database: str) -> target_contract.Open:
    def open_it() -> Target:
        return open_target(f"mysql://root@/{database}?socket={server.socket}", has_backup=True)

    return open_it


def rows(server: Server, database: str, query: str, values: object = ()) -> list[tuple[object, ...]]:
    connection = server.connect(database)
    with connection.cursor() as cursor:
        cursor.execute(query, values)  # type: ignore[arg-type]
        found = list(cursor.fetchall())
    connection.close()
    return found  # type: ignore[return-value]


def test_everybody_is_moved_and_proved(
    opened: target_contract.Open, tmp_path: Path, server: Server, database: str
) -> None:
    owner = rows(server, database, "SELECT * FROM wp_users WHERE ID = 1")
    meta = rows(server, database, "SELECT * FROM wp_usermeta WHERE user_id = 1 ORDER BY umeta_id")
    target_contract.moves_everybody_and_is_proved(opened, tmp_path)
    assert rows(server, database, "SELECT * FROM wp_users WHERE ID = 1") == owner
    assert rows(server, database, "SELECT * FROM wp_usermeta WHERE user_id = 1 ORDER BY umeta_id") == meta
    (person,) = rows(
        server,
        database,
        "SELECT user_login, user_nicename, display_name, user_pass FROM wp_users WHERE user_email = %s",
        ("person0@example.com",),
    )
    login, nicename, display_name, password = person
    assert (login, nicename) == ("person0@example.com", "person0example-com")
    assert display_name == "Zoë0 O'Brien"
    assert str(password).startswith("$2b$")
    keys = rows(
        server,
        database,
        "SELECT meta_key, meta_value FROM wp_usermeta JOIN wp_users ON ID = user_id WHERE user_email = %s",
        ("person0@example.com",),
    )
    assert ("wp_capabilities", 'a:1:{s:10:"subscriber";b:1;}') in keys
    assert ("first_name", "Zoë0") in keys and ("nickname", "person0@example.com") in keys
    assert len(keys) == len({key for key, _ in keys}), "no key stands twice"


def test_a_second_plan_is_empty(opened: target_contract.Open, tmp_path: Path) -> None:
    target_contract.a_second_plan_is_empty(opened, tmp_path)


@pytest.mark.parametrize("kill_at", (1, 3, 4, 6))
def test_a_killed_run_goes_on(opened: target_contract.Open, tmp_path: Path, kill_at: int) -> None:
    target_contract.a_killed_run_goes_on_and_does_nothing_twice(opened, tmp_path, kill_at)


def test_taking_back(opened: target_contract.Open, tmp_path: Path, server: Server, database: str) -> None:
    target_contract.taking_back_leaves_what_was_there_before(opened, tmp_path)
    assert rows(server, database, "SELECT count(*) FROM wp_users") == [(1,)]
    assert rows(server, database, "SELECT count(*) FROM wp_usermeta") == [(3,)]


def test_somebody_who_came_meanwhile(
    opened: target_contract.Open, tmp_path: Path, server: Server, database: str
) -> None:
    def add(email: str) -> None:
        insert = "INSERT INTO wp_users (user_login, user_pass, user_nicename, user_email, user_registered, display_name)"
        server.run(f"{insert} VALUES ('{email}', '', 'p', '{email}', '2024-01-01', 'P')", database)

    target_contract.somebody_who_came_meanwhile_stays_as_they_are(opened, tmp_path, add)


def test_a_database_that_goes_away_in_the_middle_is_gone_on_with(
    opened: target_contract.Open, tmp_path: Path, server: Server
) -> None:
    """The server is killed after a batch was handed out; what it had not committed is done again."""
    plan = target_contract.plan_of(opened)
    journal = tmp_path / "run.journal"
    with pytest.raises(pymysql.Error):
        with opened() as target, target_contract.running(plan, journal) as run:
            carry_out(run, _KillingServer(target, server))
    server.start()
    assert target_contract.run_to_the_end(opened, plan, journal) == "complete"
    with opened() as target:
        assert memberferry.reconcile(plan, memberferry.Snapshot.from_records(target.users())).ok


class _KillingServer(target_contract.Killing):
    def __init__(self, target: Target, server: Server) -> None:
        super().__init__(target, 0)
        self.server, self.batches = server, 0

    def perform(self, plan: str, operations: object, password_of: object) -> list[object]:
        self.batches += 1
        if self.batches == 4:
            self.server.kill()
        return self.target.perform(plan, operations, password_of)  # type: ignore[arg-type, return-value]


def test_nothing_is_changed_without_a_backup(server: Server, database: str, tmp_path: Path) -> None:
    def open_it() -> Target:
        return open_target(f"mysql://root@/{database}?socket={server.socket}")

    assert target_contract.run_to_the_end(open_it, target_contract.plan_of(open_it), tmp_path / "journal") == "stopped"
    assert rows(server, database, "SELECT count(*) FROM wp_users") == [(1,)]


def test_a_kept_hash_is_the_password(opened: target_contract.Open, tmp_path: Path, server: Server, database: str) -> None:
    hashed = bcrypt.hashpw(b"a password of Ada's", bcrypt.gensalt(4)).decode()
    export = f"Email,Tags,user_pass\nada@example.com,Watercolour,{hashed}\n".encode()
    mapping = {
        "format": 1,
        "columns": [
            {"header": "Email", "use": {"kind": "field", "field": "email"}},
            {"header": "Tags", "use": {"kind": "field", "field": "tags"}},
            {"header": "user_pass", "use": {"kind": "field", "field": "password-hash"}},
        ],
    }
    people = memberferry.read_contacts(export, mapping=mapping).contacts
    site = memberferry.Site.load(target_contract.SITE)
    with opened() as target:
        users = memberferry.Snapshot.from_records(target.users())
        plan = memberferry.Plan.build(site, people, users, now=target_contract.NOW, password_policy="keep-hash")
        with memberferry.Run(plan, tmp_path / "journal", contacts=people) as run:
            carry_out(run, target)
            assert run.status == "complete"
    ((stored,),) = rows(server, database, "SELECT user_pass FROM wp_users WHERE user_email = 'ada@example.com'")
    assert bcrypt.checkpw(b"a password of Ada's", str(stored).encode())
    assert hashed.encode() not in (tmp_path / "journal").read_bytes()


def test_a_database_without_wordpress_is_refused(server: Server) -> None:
    server.run("CREATE DATABASE IF NOT EXISTS empty_one")
    with pytest.raises(Refused, match="no table `wp_users`"):
        open_target(f"mysql://root@/empty_one?socket={server.socket}")


def test_a_plan_for_another_copy_of_the_site_is_refused(
    opened: target_contract.Open, tmp_path: Path, server: Server, database: str
) -> None:
    home = "INSERT INTO wp_options (option_name, option_value) VALUES ('home', %s) ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)"
    rows(server, database, home, ("https://harbour.example",))
    plan = target_contract.plan_of(opened)
    with opened() as target, target_contract.running(plan, tmp_path / "run.journal") as run:
        with pytest.raises(memberferry.RunError, match="environment-mismatch"):
            carry_out(run, target)
        assert run.progress.done == 0
        # Whoever knows better says so.
        carry_out(run, target, environment=plan.environment)
        assert run.status == "complete"
    rows(server, database, home, ("https://staging.harbour.example/",))
    assert target_contract.run_to_the_end(opened, target_contract.plan_of(opened, people=6), tmp_path / "more.journal", people=6) == "complete"
