"""A membership site in a SQLite file. Knows no plan and no journal."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from importlib import resources
from pathlib import Path

from ._target import Conflict, Document, DocumentTarget, Password, Refused

APPLICATION_ID = 0x4D46_5059
"""The mark of these databases: `MFPY`."""


class SqliteTarget(DocumentTarget):
    """A SQLite file. It is made where it is not there, unless one only looks; before a plan changes anybody, a copy is kept beside it."""

    def __init__(self, path: str | os.PathLike[str], *, look_only: bool = False) -> None:
        self.path = Path(path)
        self.name = str(self.path)
        is_there = self.path.exists() and self.path.stat().st_size > 0
        if not is_there and not look_only:
            _make_private(self.path)
        # Whoever looks at a file that holds nothing sees what would be made, and makes it nowhere.
        self._connection = _connect(self.path if is_there or not look_only else ":memory:")
        try:
            if look_only and is_there and self._is_blank():
                self._connection.close()
                self._connection = _connect(":memory:")
            self._prepare(is_kept=not look_only)
            if look_only:
                self._connection.execute("PRAGMA query_only = ON")
        except BaseException:
            self._connection.close()
            raise

    def _is_blank(self) -> bool:
        """Whether nothing is in the file; `Refused` where it is another program's. Changes nothing."""
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (owner,) = self._connection.execute("PRAGMA application_id").fetchone()
        if owner != APPLICATION_ID and (tables > 0 or owner != 0):
            raise Refused(f"`{self.name}` is a database of another program")
        return bool(tables == 0)

    def _prepare(self, *, is_kept: bool) -> None:
        run = self._connection.execute
        is_blank = self._is_blank()
        if is_kept:
            run("PRAGMA journal_mode = WAL")
        # What is committed has to outlast a power cut: the journal says so.
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")
        if is_blank:
            with self.transaction():
                if not self._is_blank():
                    return  # another process was faster
                schema = resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
                # `executescript` would commit on its way.
                for statement in _statements(schema):
                    run(statement)
                run(f"PRAGMA application_id = {APPLICATION_ID}")

    def close(self) -> None:
        self._connection.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[object]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def transaction(self) -> AbstractContextManager[object]:
        return self._transaction()

    def users(self) -> Iterator[Document]:
        for user_id, document in self._connection.execute("SELECT id, document FROM users ORDER BY id"):
            yield {**json.loads(document), "id": str(user_id)}

    def knows(self, plan: str) -> bool:
        query = "SELECT 1 FROM applied_operations WHERE plan = ? LIMIT 1"
        return self._connection.execute(query, (plan,)).fetchone() is not None

    def is_done(self, plan: str, operation: str) -> bool:
        query = "SELECT 1 FROM applied_operations WHERE plan = ? AND id = ?"
        return self._connection.execute(query, (plan, operation)).fetchone() is not None

    def remember(self, plan: str, operation: str) -> None:
        self._connection.execute("INSERT INTO applied_operations VALUES (?, ?)", (plan, operation))

    def find(self, email_key: str) -> Document | None:
        query = "SELECT id, document FROM users WHERE email_key = ?"
        row = self._connection.execute(query, (email_key,)).fetchone()
        return None if row is None else {**json.loads(row[1]), "id": str(row[0])}

    def make(self, email_key: str, change: Document) -> str:
        insert = "INSERT INTO users (email_key, username, document) VALUES (?, ?, '{}')"
        try:
            cursor = self._connection.execute(insert, (email_key, change["username"]))
        except sqlite3.IntegrityError:
            raise Conflict("the address or the login name is taken by now") from None
        return str(cursor.lastrowid)

    def write(self, email_key: str, before: Document | None, after: Document | None) -> None:
        if after is None:
            self._connection.execute("DELETE FROM users WHERE email_key = ?", (email_key,))
            return
        kept = json.dumps({name: value for name, value in after.items() if name != "id"}, ensure_ascii=False)
        self._connection.execute("UPDATE users SET document = ? WHERE email_key = ?", (kept, email_key))

    def set_maintenance(self, is_on: bool) -> None:
        self._set("maintenance", "on" if is_on else "off")

    def environment(self) -> Document | None:
        row = self._connection.execute("SELECT value FROM settings WHERE name = 'environment'").fetchone()
        return super().environment() if row is None else dict(json.loads(row[0]))

    def remember_environment(self, environment: Document) -> None:
        self._set("environment", json.dumps(environment, ensure_ascii=False))

    def _set(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def confirm_backup(self, plan: str) -> None:
        (people,) = self._connection.execute("SELECT count(*) FROM users").fetchone()
        if people > 0 and not self._copy(plan).exists():
            raise Refused(f"there is no copy of the database at {self._copy(plan)}")

    def _copy(self, plan: str, number: int = 1) -> Path:
        return self.path.with_name(f"{self.path.name}.before-{plan[:12]}{'' if number == 1 else f'.{number}'}")

    def back_up(self, plan: str) -> Path | None:
        # Whole or not at all; there is nothing to keep where nobody is.
        (people,) = self._connection.execute("SELECT count(*) FROM users").fetchone()
        if people == 0:
            return None
        # One that is there may be the only one from before the move.
        copy = next(copy for number in itertools.count(1) if not (copy := self._copy(plan, number)).exists())
        temporary = copy.with_name(f"{copy.name}.tmp")
        temporary.unlink(missing_ok=True)
        _make_private(temporary)
        self._connection.execute("VACUUM INTO ?", (str(temporary),))
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        temporary.replace(copy)
        return copy

    def set_password(self, user: Document, password: Password, kind: str) -> None:
        # This site has no log-in of its own, so of a password in plain text nothing is kept but that there is one.
        state = "reset" if kind == "reset-password" else "kept"
        kept_hash = password.expose() if password.kind == "hash" else None
        self._connection.execute("INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)", (int(user["id"]), state, kept_hash))

    def queue_credentials(self, user: Document) -> None:
        self._connection.execute("INSERT OR IGNORE INTO outbox VALUES (?, 'credentials')", (int(user["id"]),))


def _connect(place: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(place, isolation_level=None, timeout=30)


def _make_private(path: Path) -> None:
    """Makes a file for the owner's eyes alone, where there is none: it is going to hold people. Its journals get the same rights."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
