"""Measures the package against the core by itself and against polars, in one run: `cargo xtask bench python [ROWS]`. What else people would use
instead is measured beside the core: `cargo xtask bench`.

Each measurement is a process of its own, and each figure the median of several. CPU seconds are user and system time: of the whole process
for the core and the peers, and of the work after the import for the package, whose import is measured by itself. Only ratios within one
run mean anything.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 5
HERE = Path(__file__).parent
PEERS = HERE.parents[1] / "benches" / "peers"
READ = {"timezone": "America/New_York", "day_first": False}


def cpu(whose: int = resource.RUSAGE_SELF) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime


def imported(path: str) -> str:
    import memberferry

    return memberferry.__version__


def read(path: str) -> str:
    import memberferry

    begin()
    return found(memberferry.read_contacts(path, **READ))


def found(intake: object) -> str:
    stats = intake.stats  # type: ignore[attr-defined]
    return f"{stats.records} records, {stats.contacts} people, {stats.duplicates} duplicates, {stats.set_aside} set aside"


def to_arrow(path: str) -> str:
    import pyarrow

    import memberferry

    begin()
    intake = memberferry.read_contacts(path, **READ)
    table = pyarrow.table(intake.contacts)
    return f"{found(intake)}, {table.num_columns} columns"


def yielding(path: str) -> str:
    import memberferry

    contacts = memberferry.read_contacts(path, **READ).contacts
    begin()
    for _ in contacts:
        pass
    return f"{len(contacts)} contacts"


def looking(path: str) -> str:
    import memberferry

    contacts = memberferry.read_contacts(path, **READ).contacts
    begin()
    for contact in contacts:
        contact.email
        contact.tags
    return f"{len(contacts)} contacts"


def records(path: str) -> str:
    import memberferry

    contacts = memberferry.read_contacts(path, **READ).contacts
    begin()
    for _ in contacts.to_records():
        pass
    return f"{len(contacts)} contacts"


WORKS: dict[str, Callable[[str], str]] = {
    work.__name__: work for work in (imported, read, to_arrow, yielding, looking, records)
}
_began = 0.0


def begin() -> None:
    """From here on it is the work that is measured."""
    global _began
    _began = cpu()


def measure_here(name: str, path: str) -> None:
    if name == "imported":
        begin()
    text = WORKS[name](path)
    print(f"{cpu() - _began} {text}")


def measure(command: list[str], whole: bool) -> tuple[float, str]:
    """The median of CPU seconds, and what was found."""
    runs, text = [], ""
    for _ in range(RUNS):
        before = cpu(resource.RUSAGE_CHILDREN)
        output = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE).stdout.strip()
        took = cpu(resource.RUSAGE_CHILDREN) - before
        if whole:
            runs.append(took)
            text = output
        else:
            seconds, _, text = output.partition(" ")
            runs.append(float(seconds))
    return statistics.median(runs), text


def main(core: str, path: str) -> None:
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        print("(compiled modules are kept for these measurements, as an installed package keeps them)\n")
    here = [sys.executable, str(Path(__file__).resolve()), "--measure"]
    print(f"{Path(path).name}, {os.path.getsize(path) / 1e6:.0f} MB, median of {RUNS} processes each; CPU seconds are user + system\n")
    print("| work | CPU s | × the core | found |\n|---|---|---|---|")
    base, text = measure([core, "--measure", "intake", path], whole=True)
    # The core says its own three numbers before what it found.
    print(f"| the core by itself, no Python | {base:.3f} | 1.00 | {text.split(' ', 3)[3].rsplit(',', 1)[0]} |", flush=True)
    for title, command, whole in [
        ("`read_contacts(path)`", [*here, "read", path], False),
        ("`pyarrow.table(read_contacts(path).contacts)`", [*here, "to_arrow", path], False),
        ("polars, the same work", [sys.executable, str(PEERS / "intake_by_polars.py"), path], True),
    ]:
        seconds, text = measure(command, whole)
        print(f"| {title} | {seconds:.3f} | {seconds / base:.2f} | {text} |", flush=True)
    print("\n| of one contact | µs |\n|---|---|")
    for title, name in [
        ("to yield it, as a view", "yielding"),
        ("to yield it, and read its email and tags", "looking"),
        ("to make a record of it", "records"),
    ]:
        seconds, text = measure([*here, name, path], whole=False)
        print(f"| {title} | {seconds * 1e6 / int(text.split()[0]):.3f} |", flush=True)
    began = time.perf_counter()
    seconds, _ = measure([*here, "imported", path], whole=False)
    wall = (time.perf_counter() - began) / RUNS
    print(f"\n`import memberferry`: {seconds * 1e3:.0f} ms of CPU; with the interpreter's own start {wall * 1e3:.0f} ms on the clock")


if __name__ == "__main__":
    if sys.argv[1] == "--measure":
        measure_here(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
