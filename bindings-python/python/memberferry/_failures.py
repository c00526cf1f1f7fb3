"""The exceptions: one class for each category of the library's registry of codes.

What the operating system refuses stays Python's own: `FileNotFoundError`, `PermissionError`, `OSError`.
"""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = [
    "AutomationError",
    "ContactError",
    "IntakeError",
    "InternalError",
    "MemberferryError",
    "PaymentError",
    "PlanError",
    "ProofError",
    "ReadinessError",
    "RunError",
    "SiteError",
    "UsageError",
]


class MemberferryError(Exception):
    """A call that was refused: there is no result.

    `code` is stable, so that is what to compare; `message` may be worded otherwise in any release.

    >>> import memberferry
    >>> try:
    ...     memberferry.read_contacts(b"")
    ... except memberferry.IntakeError as error:
    ...     print(error.code)
    input-empty
    """

    code: str
    """The stable code, such as `input-empty`."""
    category: str
    """The area it belongs to; each has its class."""
    message: str
    """What is wrong: lower-case, no full stop, input in back-ticks and shortened."""
    help: str
    """What to do about it."""
    location: dict[str, Any]
    """Where in the input, as far as known: `input, record` count from 0, `line, column` from 1; `field`, `path`."""
    issues: list[dict[str, Any]]
    """Every issue behind it, where it stands for several."""

    def __init__(
        self,
        message: str,
        *,
        code: str,
        category: str,
        help: str = "",
        location: dict[str, Any] | None = None,
        issues: list[dict[str, Any]] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.category = category
        self.help = help
        self.location = location or {}
        self.issues = issues or []

    def __str__(self) -> str:
        place = ", ".join(f"{name} {value}" for name, value in self.location.items())
        text = f"{self.message} ({self.code})" + (f" at {place}" if place else "")
        return f"{text}: {self.help}" if self.help else text

    def __reduce__(self) -> tuple[Any, ...]:
        return from_reply, (
            {
                "message": self.message,
                "code": self.code,
                "category": self.category,
                "help": self.help,
                "location": self.location,
                "issues": self.issues,
            },
        )


class IntakeError(MemberferryError):
    """An export that cannot be read."""


class ContactError(MemberferryError):
    """One contact's data."""


class PaymentError(MemberferryError):
    """One order's or subscription's data, or whose it is."""


class SiteError(MemberferryError):
    """A site document that cannot be used, or a question about something that it does not have."""


class AutomationError(MemberferryError):
    """An automation of a CRM."""


class PlanError(MemberferryError):
    """A plan that cannot be built or read."""


class RunError(MemberferryError):
    """A run that does not start or go on: its plan, its journal, the outcomes told to it."""


class ProofError(MemberferryError):
    """A comparison of what was planned with what is there."""


class ReadinessError(MemberferryError):
    """Whether a site is ready to be moved."""


class UsageError(MemberferryError, ValueError):
    """A call made the wrong way."""


class InternalError(MemberferryError):
    """A mistake of this library. Please report it with the input that caused it."""


_CLASSES: dict[str, type[MemberferryError]] = {
    "intake": IntakeError,
    "contact": ContactError,
    "payment": PaymentError,
    "site": SiteError,
    "automation": AutomationError,
    "plan": PlanError,
    "run": RunError,
    "proof": ProofError,
    "readiness": ReadinessError,
    "usage": UsageError,
    "internal": InternalError,
}


def from_reply(failure: dict[str, Any]) -> MemberferryError:
    """The exception of a failure as the library writes it, decoded."""
    return _CLASSES.get(failure["category"], MemberferryError)(**failure)


def from_wire(failure: bytes) -> MemberferryError:
    """The exception of a failure as the library writes it. `_native` raises what this makes."""
    return from_reply(of_handle(json.loads(failure)))


_NAME = re.compile(r"\b[a-z]+(?:[A-Z][a-z0-9]*)+\b")
_KEYWORDS = {"zone": "timezone"}
"""The keyword arguments that are called otherwise on the wire."""


def _snake(text: str) -> str:
    return _NAME.sub(lambda name: re.sub("([A-Z])", r"_\1", name[0]).lower(), text)


def of_handle(failure: dict[str, Any]) -> dict[str, Any]:
    """A failure of what was told to a handle, whose names, however deep, may be spelled as attributes: so are they named."""
    location = failure.get("location", {})
    if failure["code"] == "header-missing" and "field" in location:
        return {**failure, "location": {**location, "field": _snake(location["field"])}}
    if failure["code"] != "argument-invalid":
        return failure
    said, expected, names = failure["message"].partition(", expected ")
    told = {"message": said + expected + _snake(names), "help": _snake(failure.get("help", ""))}
    return {**failure, **told, "location": _of_arguments(location, _snake)}


def of_call(failure: dict[str, Any], within: str | None) -> dict[str, Any]:
    """A failure of an operation. Its fields are keyword arguments, and so are those of the field `within`; what is deeper is in the form of the
    wire, as the caller wrote it.
    """
    if failure["code"] != "argument-invalid":
        return failure

    def keyword(path: str) -> str:
        first, *rest = path.removeprefix(f"{within}.").split(".")
        return ".".join((_snake(first), *rest))

    return {**failure, "location": _of_arguments(failure.get("location", {}), keyword)}


def _of_arguments(location: dict[str, Any], named: Any) -> dict[str, Any]:
    """A place in arguments. Lines and columns are those of a text that nobody wrote."""
    paths = {name: named(value) for name, value in location.items() if name in ("path", "field")}
    other = {name: value for name, value in location.items() if name not in ("path", "field", "line", "column")}
    return {**other, **{name: _KEYWORDS.get(path, path) for name, path in paths.items()}}


def usage_error(message: str, help: str = "") -> UsageError:
    """A call made the wrong way, found before the library was called."""
    return UsageError(message, code="argument-invalid", category="usage", help=help)
