"""A WordPress site by its REST API: what is sent, how often it is tried, and what is never tried again."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

import target_contract
from memberferry.targets import Refused, Target, TargetError, open_target
from memberferry.targets.wordpress_site import WordpressSite

ENDPOINT = "https://staging.harbour.example/wp-json/memberferry/v1"


class Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def site(answer: Callable[[httpx.Request], httpx.Response], clock: Clock | None = None) -> WordpressSite:
    clock = clock or Clock()
    return WordpressSite(
        ENDPOINT,
        user="owner",
        password="abcd efgh",
        has_backup=True,
        per_second=2.0,
        transport=httpx.MockTransport(answer),
        sleep=clock.sleep,
        clock=clock,
    )


class Server:
    """The plugin's side of the protocol, over a target in a SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Basic " + base64.b64encode(b"owner:abcd efgh").decode()
        with open_target(str(self.path)) as target:
            match request.method, request.url.path.removeprefix("/wp-json/memberferry/v1/").split("/"):
                case "GET", ["users"]:
                    after, limit = int(request.url.params["after"]), int(request.url.params["limit"])
                    users = [user for user in target.users() if int(user["id"]) > after]
                    following = users[limit - 1]["id"] if len(users) > limit else None
                    return httpx.Response(200, json={"users": users[:limit], "next": following})
                case "GET", ["plans", digest]:
                    return httpx.Response(200, json={"known": target.knows(digest)})
                case "POST", ["batches"]:
                    body = json.loads(request.content)

                    def password_of(operation: dict[str, str]) -> object:
                        return _Password(**body["passwords"][operation["id"]])

                    outcomes = target.perform(body["plan"], body["operations"], password_of)  # type: ignore[arg-type]
                    return httpx.Response(200, json={"outcomes": outcomes})
        return httpx.Response(404)


class _Password:
    def __init__(self, kind: str, secret: str) -> None:
        self.kind, self._secret = kind, secret

    def expose(self) -> str:
        return self._secret


def test_everybody_is_moved_and_proved(tmp_path: Path) -> None:
    server = Server(tmp_path / "site.db")
    target_contract.moves_everybody_and_is_proved(lambda: site(server), tmp_path)


def test_a_batch_whose_answer_was_lost_is_sent_again_and_done_once(tmp_path: Path) -> None:
    server, lost = Server(tmp_path / "site.db"), iter((True, False) * 1000)

    def losing(request: httpx.Request) -> httpx.Response:
        response = server(request)
        if request.method == "POST" and next(lost):
            raise httpx.ReadTimeout("the line broke", request=request)
        return response

    target_contract.moves_everybody_and_is_proved(lambda: site(losing), tmp_path)


def test_a_site_that_asks_for_time_is_given_it() -> None:
    clock = Clock()
    answers = iter([httpx.Response(429, headers={"retry-after": "7"}), httpx.Response(200, json={"known": True})])
    with site(lambda _: next(answers), clock) as target:
        assert target.knows("d" * 64)
    assert 7.0 in clock.slept


def test_requests_are_bounded_in_rate() -> None:
    clock = Clock()
    with site(lambda _: httpx.Response(200, json={"known": True}), clock) as target:
        for _ in range(5):
            target.knows("d" * 64)
    assert clock.now == pytest.approx(2.0)


def test_what_a_site_refuses_is_not_tried_again() -> None:
    seen = []

    def forbidding(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(403)

    with site(forbidding) as target, pytest.raises(Refused, match="403") as refused:
        target.knows("d" * 64)
    assert len(seen) == 1 and not refused.value.retryable


def test_a_site_that_never_answers_is_left_after_some_attempts() -> None:
    seen = []

    def silent(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        raise httpx.ConnectError("nobody", request=request)

    with site(silent) as target, pytest.raises(Refused, match="5 attempts") as refused:
        target.knows("d" * 64)
    assert len(seen) == 5 and refused.value.retryable


@pytest.mark.parametrize(
    "answer", [httpx.Response(200, text="<html>"), httpx.Response(200, json=[1])], ids=["no JSON", "a list"]
)
def test_an_answer_of_something_else_is_refused(answer: httpx.Response) -> None:
    with site(lambda _: answer) as target, pytest.raises(Refused, match="plugin"):
        target.knows("d" * 64)


WRONG_NAMES = [
    "mysql://root:secret@localhost/wp",
    "mysql://localhost/wp",
    "mysql://root@localhost/wp?color=red",
    "ftp://site.example",
    "http://staging.harbour.example/wp-json/memberferry/v1",
]


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_a_name_that_cannot_be_is_refused_without_its_secret(name: str) -> None:
    with pytest.raises(TargetError) as refused:
        open_target(name, user="owner", password="hidden")
    assert "secret" not in str(refused.value) and "hidden" not in str(refused.value)


def test_a_target_shows_no_secret() -> None:
    opened: Target = site(lambda _: httpx.Response(200, json={}))
    assert "abcd" not in repr(opened) + opened.name
    opened.close()


def test_a_site_is_the_copy_at_its_address() -> None:
    assert site(lambda request: httpx.Response(200)).environment() == {"url": "https://staging.harbour.example"}
