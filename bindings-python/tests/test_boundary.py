"""The boundary itself: operations by name, exceptions by category, and that nothing of it is forgotten."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime, timezone

import pytest

import memberferry
from memberferry import Contacts, Site, _failures, _native


def test_a_call_gives_bytes_and_lends_what_is_held(site: Site, contacts: Contacts) -> None:
    assert _native.call("email.check", b'{"address": "x"}').startswith(b'{"ok":{"valid":false')
    reply = json.loads(_native.call("webhook.inventory", b'{"at": "2024-05-01T00:00:00Z"}', site=site._handle))
    assert reply == {"ok": {"webhooks": []}}
    twice = json.loads(_native.call("webhook.inventory", b'{"site": {}, "at": "2024-05-01T00:00:00Z"}', site=site._handle))
    assert twice["failure"]["code"] == "argument-invalid"
    csv = json.loads(_native.call("contacts.write-csv", b"{}", contacts=contacts._handle))["ok"]["csv"]
    assert csv.count("\r\n") == 13
    with pytest.raises(TypeError):
        _native.call("email.check", "{}")  # type: ignore[arg-type]
    assert "there is no operation `email.chek`" in _native.call("email.chek", b"{}").decode()


def test_each_category_has_its_class() -> None:
    categories = {code.category for code in memberferry.list_codes()}
    assert categories == set(_failures._CLASSES)
    for category, kind in _failures._CLASSES.items():
        error = _failures.from_reply({"code": "x", "category": category, "message": "m", "help": "h"})
        assert type(error) is kind and isinstance(error, memberferry.MemberferryError)
        assert kind.__name__ in memberferry.__all__
    assert issubclass(memberferry.UsageError, ValueError)


def test_an_exception_says_what_where_and_what_to_do() -> None:
    error = _failures.from_reply(
        {"code": "c", "category": "site", "message": "it is wrong", "help": "mend it", "location": {"line": 3, "path": "pages[1]"}}
    )
    assert str(error) == "it is wrong (c) at line 3, path pages[1]: mend it"


def test_a_refused_argument_is_named_as_the_caller_wrote_it(site: Site, contacts: Contacts) -> None:
    def place(call: Callable[[], object]) -> tuple[object, str]:
        with pytest.raises(memberferry.MemberferryError) as caught:
            call()
        return caught.value.location, str(caught.value)

    at, no_list = datetime(2024, 5, 1, tzinfo=timezone.utc), b"Email\n"
    assert place(lambda: memberferry.read_contacts(no_list, day_first="x"))[0] == {"path": "day_first"}  # type: ignore[arg-type]
    assert place(lambda: memberferry.read_contacts(no_list, timezone="Mars"))[0] == {"path": "timezone"}
    assert place(lambda: memberferry.read_contacts(no_list, header_line=9))[0] == {"field": "header_line"}
    where, said = place(lambda: memberferry.read_contacts(no_list, limits={"max_rows": 1}))
    assert where == {"path": "limits.max_rows"} and "`max_rows`, expected one of" in said and "`cell_bytes`" in said
    assert place(lambda: memberferry.parse_date("x", timezone="Mars"))[0] == {"path": "timezone"}
    assert place(lambda: memberferry.parse_money("1", decimal_mark="x"))[0] == {"path": "decimal_mark"}
    assert place(lambda: memberferry.continuity(site, contacts, at, source_clock="x"))[0] == {"path": "source_clock"}
    assert place(lambda: memberferry.report(site, at, accepted_gains=[{"kind": "x"}]))[0] == {"path": "accepted_gains[0].kind"}
    where, said = place(lambda: Contacts.from_records([{"email": "ada@example.com", "first_nam": "Ada"}]))
    assert where == {"record": 0, "path": "first_nam"} and "did you mean `first_name`?" in said
    # What is in the form of the wire is named as it stands there.
    automation = {"id": "a", "name": "A", "crm": "kit", "steps": [{"id": "s", "nextStep": "t"}]}
    assert "nextStep" in str(place(lambda: memberferry.lint(automation, site))) or "kind" in str(place(lambda: memberferry.lint(automation, site)))


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in memberferry.__all__:
        value = getattr(memberferry, name)
        if callable(value):
            assert value.__doc__, name
    assert sorted(set(memberferry.__all__)) == sorted(memberferry.__all__)
    assert memberferry.__version__.count(".") == 2


def test_the_interpreter_goes_on_while_the_library_works() -> None:
    export = b"Email,Tags\n" + b"".join(b"m%d@example.com,T%d\n" % (number, number % 7) for number in range(200_000))
    ticks, over = [], threading.Event()

    def tick() -> None:
        while not over.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    began = time.perf_counter()
    memberferry.read_contacts([export])
    took = time.perf_counter() - began
    over.set()
    thread.join()
    assert sum(began < at < began + took for at in ticks) > 5


def test_import_brings_no_heavy_neighbour() -> None:
    heavy = ("pyarrow", "polars", "pandas", "numpy", "duckdb", "typer", "rich", "httpx", "pymysql", "asyncio")
    code = f"import memberferry, sys; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
