"""What a target is, and how operations are carried out where a user is kept as one document. Knows no database."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from urllib.parse import urlsplit

from .. import _native

Document: TypeAlias = dict[str, Any]
"""A user, an operation or an outcome in the form of the wire."""


class Password(Protocol):
    """A password that an operation gives. It shows itself to whoever calls `expose`, and to nobody else."""

    @property
    def kind(self) -> str:
        """`hash`, to be stored as it is, or `plaintext`, to be hashed as the target does."""

    def expose(self) -> str:
        """The secret itself."""


PasswordOf: TypeAlias = Callable[[Document], "Password | None"]
"""The password of an operation."""


class Conflict(Exception):
    """The target holds something else than the operation expects; nothing was written for it."""


class Refused(Exception):
    """The operation cannot be carried out; nothing was written for it."""

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


class Target(ABC):
    """Somewhere that a plan can be carried out."""

    name: str
    """As it is shown. Holds no secret."""
    address: str | None = None
    """The address of the site, where the target knows it: a plan for another copy is not carried out on it."""

    @abstractmethod
    def users(self) -> Iterator[Document]:
        """Every user, as they are now."""

    @abstractmethod
    def knows(self, plan: str) -> bool:
        """Whether anything of a plan was carried out here."""

    @abstractmethod
    def perform(self, plan: str, operations: Sequence[Document], password_of: PasswordOf) -> list[Document]:
        """Carries out a batch, all of it or nothing, and says what became of each operation."""

    def back_up(self, plan: str) -> Path | None:
        """Keeps a copy of the target before a plan changes it, where the target is one that can be copied from here; where it is kept. A copy
        that is there already is never written over.
        """
        return None

    def environment(self) -> Document | None:
        """Which copy of the site this is, as far as the target knows: `url`, and perhaps `kind`."""
        return None if self.address is None else {"url": self.address}

    def remember_environment(self, environment: Document) -> None:
        """Keeps which copy of the site this is, where the target has a place for it."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of the target."""

    def __enter__(self) -> Target:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def same_place(address: str, other: str) -> bool:
    """Whether two addresses are of one site, however they are written: by which protocol makes no other copy of it."""
    place, its = urlsplit(address), urlsplit(other)
    return (place.netloc.lower(), place.path.rstrip("/")) == (its.netloc.lower(), its.path.rstrip("/"))


class DocumentTarget(Target):
    """A target that keeps each user as one document, under the key of their address."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[object]:
        """A transaction: what is written within it stays where it ends well."""

    @abstractmethod
    def is_done(self, plan: str, operation: str) -> bool:
        """Whether an operation was carried out."""

    @abstractmethod
    def remember(self, plan: str, operation: str) -> None:
        """Notes that it was."""

    @abstractmethod
    def find(self, email_key: str) -> Document | None:
        """The user of an address."""

    @abstractmethod
    def make(self, email_key: str, change: Document) -> str:
        """Makes room for a new user, and gives their id. `Conflict` where the address or the login name is taken."""

    @abstractmethod
    def write(self, email_key: str, before: Document | None, after: Document | None) -> None:
        """Writes a user; without `after`, deletes them."""

    @abstractmethod
    def set_maintenance(self, is_on: bool) -> None:
        """Whether visitors are kept out."""

    @abstractmethod
    def confirm_backup(self, plan: str) -> None:
        """`Refused` where a backup is needed and there is none."""

    @abstractmethod
    def set_password(self, user: Document, password: Password, kind: str) -> None:
        """Gives a user a password, by an operation of a kind: `reset-password` or `set-password`."""

    @abstractmethod
    def queue_credentials(self, user: Document) -> None:
        """Notes that the user is to be told how to log in. Sends nothing."""

    def perform(self, plan: str, operations: Sequence[Document], password_of: PasswordOf) -> list[Document]:
        with self.transaction():
            return [self._carry_out(plan, operation, password_of) for operation in operations]

    def _carry_out(self, plan: str, operation: Document, password_of: PasswordOf) -> Document:
        if self.is_done(plan, operation["id"]):
            return {"kind": "already"}
        try:
            outcome = self._change(plan, operation, password_of)
        except Conflict as conflict:
            return {"kind": "conflict", "message": str(conflict)}
        except Refused as refused:
            return {"kind": "failed", "retryable": refused.retryable, "message": str(refused)}
        if outcome["kind"] == "applied":
            self.remember(plan, operation["id"])
        return outcome

    def _change(self, plan: str, operation: Document, password_of: PasswordOf) -> Document:
        applied = {"kind": "applied"}
        match operation["kind"]:
            case "confirm-backup":
                self.confirm_backup(plan)
                return applied
            case "enable-maintenance":
                self.set_maintenance(True)
                return applied
            case "disable-maintenance":
                self.set_maintenance(False)
                return applied
        key = operation["subject"].get("email")
        if key is None:
            raise Refused(f"this target does not know how to do `{operation['kind']}`")
        before = self.find(key)
        is_new = operation["kind"] == "create-user" and before is None
        made = self.make(key, operation["change"]) if is_new else ""
        answer = _perform(operation, before, made or (before or {}).get("id", "0"))
        if answer["outcome"]["kind"] != "applied":
            return dict(answer["outcome"])
        after = answer.get("user")
        match operation["kind"]:
            case "reset-password" | "set-password":
                password = password_of(operation)
                if password is None:
                    raise Refused("there is no password for it")
                self.set_password(after or {}, password, operation["kind"])
            case "send-credentials":
                self.queue_credentials(after or {})
            case _:
                self.write(key, before, after)
        return applied


def _perform(operation: Document, user: Document | None, user_id: str) -> Document:
    request = {"operation": operation, "id": user_id} | ({"user": user} if user is not None else {})
    reply = json.loads(_native.call("operation.perform", json.dumps(request, ensure_ascii=False).encode()))
    if "failure" in reply:
        # A plan hands out only operations that it can read: this is a user whom the target holds and the library cannot read.
        raise Refused(reply["failure"]["message"])
    answer: Document = reply["ok"]
    return answer
