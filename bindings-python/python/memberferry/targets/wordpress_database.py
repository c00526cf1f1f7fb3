"""The database of a WordPress site, MySQL or MariaDB. Knows no plan and no journal.

WordPress's own tables hold what WordPress knows (login, address, names, role, password); tags and enrollments stand in tables beside
them, and the rest of a user in a document. A user is read from all of these, so that what somebody changed in WordPress is seen.

No hook of any plugin runs for what is written here, and no mail is sent.
"""

from __future__ import annotations

import contextlib
import json
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timezone
from importlib import resources
from typing import Any

import bcrypt
import pymysql
from pymysql.constants import CLIENT

from .. import _native
from ._target import Conflict, Document, DocumentTarget, Password, Refused

_GENERATED_ROUNDS = 4
"""Cost of hashing a password that was made up: there is nothing to guess in it. WordPress hashes it anew at the first login."""
_CHOSEN_ROUNDS = 10
"""Cost of hashing a password that a person chose: WordPress's own."""

_PREFIX = re.compile(r"[A-Za-z0-9_]+\Z")
_ROLE = re.compile(r's:\d+:"([^"]*)";b:1;')

_DEFAULT_META = (
    ("description", ""),
    ("rich_editing", "true"),
    ("syntax_highlighting", "true"),
    ("comment_shortcuts", "false"),
    ("admin_color", "fresh"),
    ("use_ssl", "0"),
    ("show_admin_bar_front", "true"),
    ("locale", ""),
)
"""What WordPress gives every new user."""

_OWN_FIELDS = ("id", "email", "username", "roles", "firstName", "lastName", "tags", "enrollments")
"""What does not stand in the document: WordPress or a table beside it has it."""


class WordpressDatabase(DocumentTarget):
    """The tables of a WordPress site. They are changed only where the caller says that there is a backup."""

    def __init__(
        self,
        *,
        database: str,
        user: str,
        password: str | None,
        host: str | None = None,
        port: int | None = None,
        socket: str | None = None,
        prefix: str = "wp_",
        has_backup: bool = False,
        look_only: bool = False,
    ) -> None:
        if not _PREFIX.match(prefix):
            raise Refused(f"`{prefix}` is no prefix of tables")
        self.name = f"the database {database} ({socket or host or 'localhost'}), tables {prefix}…"
        self._prefix = prefix
        self._has_backup = has_backup
        where: dict[str, Any] = {"unix_socket": socket} if socket else {"host": host or "localhost", "port": port or 3306}
        self._connection = pymysql.connect(
            **where,
            user=user,
            password=password or "",
            database=database,
            charset="utf8mb4",
            autocommit=True,
            # `UPDATE` says how many rows it found, not how many it changed.
            client_flag=CLIENT.FOUND_ROWS,
            connect_timeout=30,
        )
        try:
            self._prepare(look_only)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, look_only: bool) -> None:
        if not self._rows("SHOW TABLES LIKE %s", (self._prefix.replace("_", r"\_") + "users",)):
            raise Refused(f"there is no table `{self._prefix}users`: it is no database of a WordPress site with this prefix")
        schema = resources.files(__package__).joinpath("wordpress_schema.sql").read_text(encoding="utf-8")
        there = len(self._rows("SHOW TABLES LIKE %s", (self._prefix.replace("_", r"\_") + r"memberferry\_%",)))
        self._is_prepared = there >= schema.count("CREATE TABLE")
        if look_only:
            self._run("SET SESSION TRANSACTION READ ONLY")
        elif not self._is_prepared:
            for statement in filter(str.strip, schema.split(";\n")):
                self._run(statement.replace("{prefix}", self._prefix).replace("%", "%%"))
            self._is_prepared = True

    @property
    def address(self) -> str | None:  # type: ignore[override]
        """The site's own address, as WordPress's options have it."""
        with contextlib.suppress(pymysql.Error):
            for (value,) in self._rows("SELECT option_value FROM {p}options WHERE option_name = 'home'"):
                return str(value) or None
        return None

    def close(self) -> None:
        with contextlib.suppress(pymysql.Error):
            self._connection.close()

    def _run(self, query: str, values: Sequence[object] = ()) -> pymysql.cursors.Cursor:
        cursor: pymysql.cursors.Cursor = self._connection.cursor()
        cursor.execute(query.replace("{p}", self._prefix), values)
        return cursor

    def _rows(self, query: str, values: Sequence[object] = ()) -> Sequence[tuple[Any, ...]]:
        return self._run(query, values).fetchall()

    def _own_rows(self, query: str, values: Sequence[object]) -> Sequence[tuple[Any, ...]]:
        """Rows of the tables beside WordPress's own; none, where nothing was ever moved here."""
        return self._rows(query, values) if self._is_prepared else ()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[object]:
        self._connection.begin()
        try:
            yield self
            self._connection.commit()
        except BaseException:
            # A connection that is gone has taken the transaction with it.
            with contextlib.suppress(pymysql.Error):
                self._connection.rollback()
            raise

    def transaction(self) -> AbstractContextManager[object]:
        return self._transaction()

    # --- Users -----------------------------------------------------------------------------------------------------

    def users(self) -> Iterator[Document]:
        query = "SELECT ID FROM {p}users WHERE ID > %s ORDER BY ID LIMIT 500"
        last = 0
        while ids := [row[0] for row in self._rows(query, (last,))]:
            yield from self._read(ids)
            last = ids[-1]

    def _read(self, ids: Sequence[int], *, lock: bool = False) -> list[Document]:
        """Users by their ids."""
        lock_clause = " FOR UPDATE" if lock else ""
        within = f"IN ({', '.join(['%s'] * len(ids))})"
        users: dict[int, Document] = {}
        own = f"SELECT ID, user_login, user_email FROM {{p}}users WHERE ID {within}{lock_clause}"
        rows = self._rows(own, ids)
        kept = dict(self._own_rows(f"SELECT user_id, document FROM {{p}}memberferry_users WHERE user_id {within}", ids))
        for user_id, login, email in rows:
            user: Document = {**json.loads(kept.get(user_id, "{}")), "id": str(user_id), "email": email}
            if login != email:
                user["username"] = login
            users[user_id] = user
        meta = f"SELECT user_id, meta_key, meta_value FROM {{p}}usermeta WHERE user_id {within} AND meta_key IN (%s, %s, %s)"
        for user_id, key, value in self._rows(meta, (*ids, "first_name", "last_name", f"{self._prefix}capabilities")):
            match key:
                case "first_name" if value:
                    users[user_id]["firstName"] = value
                case "last_name" if value:
                    users[user_id]["lastName"] = value
                case _ if key.endswith("capabilities"):
                    users[user_id]["roles"] = sorted(_ROLE.findall(value or ""))
        for user_id, tag in self._own_rows(f"SELECT user_id, tag FROM {{p}}memberferry_tags WHERE user_id {within}", ids):
            if user_id in users:
                users[user_id].setdefault("tags", []).append(tag)
        enrolled = f"SELECT user_id, offering, document FROM {{p}}memberferry_enrollments WHERE user_id {within}"
        for user_id, offering, document in self._own_rows(enrolled, ids):
            if user_id in users:
                users[user_id].setdefault("enrollments", {})[offering] = json.loads(document)
        return [users[user_id] for user_id in ids if user_id in users]

    def find(self, email_key: str) -> Document | None:
        rows = self._rows("SELECT user_id FROM {p}memberferry_users WHERE email_key = %s", (email_key,))
        if not rows:
            # Somebody whom no move has touched: the key is the address in lower case, as far as WordPress keeps addresses.
            rows = self._rows("SELECT ID FROM {p}users WHERE LOWER(user_email) = %s ORDER BY ID LIMIT 1", (email_key,))
        found = self._read([rows[0][0]], lock=True) if rows else []
        return found[0] if found else None

    def make(self, email_key: str, change: Document) -> str:
        email, login = change["email"], change["username"]
        if self._rows("SELECT 1 FROM {p}users WHERE user_login = %s OR user_email = %s LIMIT 1", (login, email)):
            raise Conflict("the address or the login name is taken by now")
        names = _call("wordpress.names", {"email": email, "username": login})
        if (names["email"], names["username"]) != (email, login) or len(login) > 60 or len(email) > 100:
            raise Refused("WordPress does not store this address or login name as it is; plan for the target `wordpress`")
        profile = change["profile"]
        registered = _wordpress_time(profile.get("createdAt"))
        full_name = " ".join(filter(None, (profile.get("firstName"), profile.get("lastName")))) or login
        insert = (
            "INSERT INTO {p}users (user_login, user_pass, user_nicename, user_email, user_url, user_registered,"
            " user_activation_key, user_status, display_name) VALUES (%s, %s, %s, %s, '', %s, '', 0, %s)"
        )
        nobody_knows = bcrypt.hashpw(secrets.token_bytes(32), bcrypt.gensalt(_GENERATED_ROUNDS)).decode()
        values = (login, nobody_knows, self._free_nicename(names["nicename"]), email, registered, full_name[:250])
        user_id = self._run(insert, values).lastrowid
        meta = [("nickname", login), *_DEFAULT_META, (f"{self._prefix}user_level", "0")]
        self._insert_meta(user_id, meta)
        kept = "INSERT INTO {p}memberferry_users (user_id, email_key, document) VALUES (%s, %s, '{}')"
        self._run(kept, (user_id, email_key))
        return str(user_id)

    def _free_nicename(self, nicename: str) -> str:
        stem, number = nicename[:50], 1
        candidate = stem
        while self._rows("SELECT 1 FROM {p}users WHERE user_nicename = %s LIMIT 1", (candidate,)):
            number += 1
            candidate = f"{stem[: 49 - len(str(number))]}-{number}"
        return candidate

    def write(self, email_key: str, before: Document | None, after: Document | None) -> None:
        if after is None:
            self._delete(int((before or {})["id"]))
            return
        user_id = int(after["id"])
        old = before or {}
        for field, key in (("firstName", "first_name"), ("lastName", "last_name")):
            if before is None or old.get(field) != after.get(field):
                self._put_meta(user_id, key, after.get(field, ""))
        if before is None:
            roles = after.get("roles", [])
            flags = "".join(f's:{len(role.encode())}:"{role}";b:1;' for role in roles)
            self._put_meta(user_id, f"{self._prefix}capabilities", f"a:{len(roles)}:{{{flags}}}")
        self._write_tags(user_id, set(old.get("tags", ())), set(after.get("tags", ())))
        self._write_enrollments(user_id, old.get("enrollments", {}), after.get("enrollments", {}))
        document = {name: value for name, value in after.items() if name not in _OWN_FIELDS}
        if before is None or document != {name: value for name, value in old.items() if name not in _OWN_FIELDS}:
            upsert = (
                "INSERT INTO {p}memberferry_users (user_id, email_key, document) VALUES (%s, %s, %s)"
                " ON DUPLICATE KEY UPDATE document = VALUES(document)"
            )
            self._run(upsert, (user_id, email_key, json.dumps(document, ensure_ascii=False)))

    def _write_tags(self, user_id: int, old: set[str], new: set[str]) -> None:
        for tag in sorted(new - old):
            self._run("INSERT IGNORE INTO {p}memberferry_tags VALUES (%s, %s)", (user_id, tag))
        for tag in sorted(old - new):
            self._run("DELETE FROM {p}memberferry_tags WHERE user_id = %s AND tag = %s", (user_id, tag))

    def _write_enrollments(self, user_id: int, old: Document, new: Document) -> None:
        for offering, enrollment in new.items():
            if old.get(offering) != enrollment:
                document = json.dumps(enrollment, ensure_ascii=False)
                self._run("REPLACE INTO {p}memberferry_enrollments VALUES (%s, %s, %s)", (user_id, offering, document))
        for offering in old.keys() - new.keys():
            self._run(
                "DELETE FROM {p}memberferry_enrollments WHERE user_id = %s AND offering = %s", (user_id, offering)
            )

    def _delete(self, user_id: int) -> None:
        for table in ("tags", "enrollments", "outbox", "users"):
            self._run(f"DELETE FROM {{p}}memberferry_{table} WHERE user_id = %s", (user_id,))
        self._run("DELETE FROM {p}usermeta WHERE user_id = %s", (user_id,))
        self._run("DELETE FROM {p}users WHERE ID = %s", (user_id,))

    def _insert_meta(self, user_id: int, meta: Sequence[tuple[str, str]]) -> None:
        with self._connection.cursor() as cursor:
            insert = f"INSERT INTO {self._prefix}usermeta (user_id, meta_key, meta_value) VALUES (%s, %s, %s)"
            cursor.executemany(insert, [(user_id, key, value) for key, value in meta])

    def _put_meta(self, user_id: int, key: str, value: str) -> None:
        update = "UPDATE {p}usermeta SET meta_value = %s WHERE user_id = %s AND meta_key = %s"
        if self._run(update, (value, user_id, key)).rowcount == 0:
            self._insert_meta(user_id, [(key, value)])

    # --- What concerns the site -------------------------------------------------------------------------------------

    def knows(self, plan: str) -> bool:
        return bool(self._own_rows("SELECT 1 FROM {p}memberferry_operations WHERE plan = %s LIMIT 1", (plan,)))

    def is_done(self, plan: str, operation: str) -> bool:
        known = "SELECT 1 FROM {p}memberferry_operations WHERE plan = %s AND id = %s"
        return bool(self._rows(known, (plan, operation)))

    def remember(self, plan: str, operation: str) -> None:
        self._run("INSERT INTO {p}memberferry_operations VALUES (%s, %s)", (plan, operation))

    def set_maintenance(self, is_on: bool) -> None:
        # The file that closes a WordPress site cannot be reached from its database: the plugin goes by this.
        upsert = (
            "INSERT INTO {p}options (option_name, option_value, autoload) VALUES ('memberferry_maintenance', %s, 'yes')"
            " ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)"
        )
        self._run(upsert, ("on" if is_on else "off",))

    def confirm_backup(self, plan: str) -> None:
        if not self._has_backup:
            raise Refused("nobody said that there is a backup of the database")

    def set_password(self, user: Document, password: Password, kind: str) -> None:
        secret = password.expose()
        if password.kind == "plaintext":
            rounds = _GENERATED_ROUNDS if kind == "reset-password" else _CHOSEN_ROUNDS
            # bcrypt reads 72 bytes; WordPress takes the rest off as well.
            secret = bcrypt.hashpw(secret.encode()[:72], bcrypt.gensalt(rounds)).decode()
        self._run("UPDATE {p}users SET user_pass = %s, user_activation_key = '' WHERE ID = %s", (secret, int(user["id"])))

    def queue_credentials(self, user: Document) -> None:
        self._run("INSERT IGNORE INTO {p}memberferry_outbox VALUES (%s, 'credentials')", (int(user["id"]),))


def _wordpress_time(instant: str | None) -> str:
    moment = datetime.fromisoformat(instant.replace("Z", "+00:00")) if instant else datetime.now(timezone.utc)
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%d %H:%M:%S")


def _call(operation: str, request: Document) -> Document:
    answer: Document = json.loads(_native.call(operation, json.dumps(request, ensure_ascii=False).encode()))["ok"]
    return answer
