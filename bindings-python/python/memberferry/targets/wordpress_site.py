"""A WordPress site by its REST API, as the Memberferry plugin answers it. Knows no plan and no journal.

What is sent and answered, as JSON, with the user's application password:

- `GET  ENDPOINT/users?after=ID&limit=N` gives `{"users": [...], "next": ID or null}`;
- `GET  ENDPOINT/plans/DIGEST` gives `{"known": true or false}`;
- `POST ENDPOINT/batches` takes `{"plan", "operations", "passwords": {id: {"kind", "secret"}}, "hasBackup"}` and gives `{"outcomes": [...]}`.

The site carries a batch out in one transaction and remembers what it did, so a batch whose answer was lost may be sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from ._target import Document, PasswordOf, Refused, Target

_ATTEMPTS = 5
_LONGEST_WAIT = 60.0
_PAGE = 200


class WordpressSite(Target):
    """A site that answers the Memberferry plugin's endpoint. Requests are bounded in rate; what may be tried again is."""

    def __init__(
        self,
        endpoint: str,
        *,
        user: str,
        password: str,
        has_backup: bool = False,
        per_second: float = 5.0,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = endpoint
        self.address = endpoint.partition("/wp-json/")[0]
        self._has_backup = has_backup
        self._interval = 1.0 / per_second
        self._sleep, self._clock = sleep, clock
        self._next = 0.0
        self._client = httpx.Client(
            base_url=endpoint.rstrip("/") + "/", auth=(user, password), timeout=60.0, transport=transport
        )

    def close(self) -> None:
        self._client.close()

    def users(self) -> Iterator[Document]:
        after: str | None = "0"
        while after is not None:
            page = self._ask("GET", "users", params={"after": after, "limit": str(_PAGE)})
            yield from page["users"]
            after = page["next"]

    def knows(self, plan: str) -> bool:
        return bool(self._ask("GET", f"plans/{plan}")["known"])

    def perform(self, plan: str, operations: Sequence[Document], password_of: PasswordOf) -> list[Document]:
        passwords = {}
        for operation in operations:
            if operation["kind"] in ("reset-password", "set-password"):
                password = password_of(operation)
                if password is not None:
                    passwords[operation["id"]] = {"kind": password.kind, "secret": password.expose()}
        body = {"plan": plan, "operations": list(operations), "passwords": passwords, "hasBackup": self._has_backup}
        outcomes: list[Document] = self._ask("POST", "batches", json=body)["outcomes"]
        return outcomes

    def _ask(self, method: str, path: str, **parts: Any) -> Document:
        problem = ""
        for attempt in range(_ATTEMPTS):
            self._wait_for_turn()
            try:
                response = self._client.request(method, path, **parts)
            except httpx.TransportError as error:
                problem, wait = f"no answer ({type(error).__name__})", 2.0**attempt
            else:
                if response.is_success:
                    return _answer(response)
                problem = f"{response.status_code} {response.reason_phrase}"
                if response.status_code not in (408, 425, 429) and response.status_code < 500:
                    raise Refused(f"the site refuses: {problem}")
                wait = _retry_after(response) or 2.0**attempt
            if attempt + 1 < _ATTEMPTS:
                self._sleep(min(wait, _LONGEST_WAIT))
        raise Refused(f"the site does not answer: {problem}, after {_ATTEMPTS} attempts", retryable=True)

    def _wait_for_turn(self) -> None:
        now = self._clock()
        if now < self._next:
            self._sleep(self._next - now)
        self._next = max(now, self._next) + self._interval


def _answer(response: httpx.Response) -> Document:
    try:
        answer = response.json()
    except ValueError:
        raise Refused("the site's answer is not JSON; is the Memberferry plugin active there?") from None
    if not isinstance(answer, dict):
        raise Refused("the site's answer is not what the Memberferry plugin gives")
    return answer


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds that a site asks to be left alone for."""
    asked = response.headers.get("retry-after", "")
    if asked.isdigit():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
        sent = parsedate_to_datetime(response.headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return max((moment - sent).total_seconds(), 0.0)
