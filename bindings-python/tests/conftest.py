"""What several tests start from."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import moving
import pytest
from harbour import NOW, SITE, DictTarget

from memberferry import Contacts, Plan, Run, Site, Snapshot


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Ctrl-C is heard, as it is in a terminal: whoever starts the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def site() -> Site:
    return Site.load(SITE)


@pytest.fixture
def contacts() -> Contacts:
    return Contacts.from_records(
        {"email": f"m{number}@example.com", "first_name": f"M{number}", "tags": ["Gold"] if number % 2 else ["Gold", "VIP"]}
        for number in range(12)
    )


@pytest.fixture
def plan(site: Site, contacts: Contacts) -> Plan:
    return Plan.build(site, contacts, Snapshot.from_records([]), now=NOW, batch_size=5)


@pytest.fixture
def target() -> DictTarget:
    return DictTarget()


@pytest.fixture
def closed_runs() -> Iterator[list[Run]]:
    """Runs that the test leaves open, as a process that dies does."""
    runs: list[Run] = []
    yield runs
    for run in runs:
        run.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a command: a site and a list."""
    monkeypatch.chdir(tmp_path)
    for name in ("MEMBERFERRY_SEED", "MEMBERFERRY_PASSWORD", "MEMBERFERRY_USER"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "site.json").write_text(json.dumps(moving.SITE))
    (tmp_path / "list.csv").write_bytes(moving.export())
    return tmp_path
