"""Where a run is remembered, and what takes it back. Knows no plan and no target."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ._console import Ending, refuse

_NAMED = 8
"""How many digits of a run stand in the names of what takes it back."""


@dataclass(frozen=True)
class TakingBack:
    """The plan that takes a run back, and the journal of carrying that out."""

    plan: Path
    journal: Path

    @property
    def is_begun(self) -> bool:
        """Whether anything of it may have been carried out."""
        return self.journal.exists() and self.journal.stat().st_size > 0


@dataclass(frozen=True)
class RunFiles:
    """The journal of a run, and what lies beside it.

    A run is told from every other one by the first line of its journal, also from other runs of the same plan. That stands in the names of
    what takes it back, so that what took another run back is never taken for it.
    """

    journal: Path

    @classmethod
    def of(cls, plan: Path, journal: Path | None) -> RunFiles:
        """Those of a plan's run: `PLAN.journal`, unless another one is named."""
        return cls(journal or (plan.with_suffix(".journal") if plan.suffix == ".mfplan" else plan.with_name(f"{plan.name}.journal")))

    @property
    def is_begun(self) -> bool:
        """Whether there is a run."""
        return self.journal.exists() and self.journal.stat().st_size > 0

    def begun(self) -> list[TakingBack]:
        """What was begun to take the run back, the last one last."""
        run = self._run()
        return [] if run is None else list(itertools.takewhile(lambda back: back.is_begun, self._all(run)))

    def next(self) -> TakingBack:
        """Where the next plan that takes the run back is written."""
        run = self._run()
        if run is None:
            raise refuse(f"{self.journal} holds no run", "name the journal of the run by --journal", ending=Ending.USAGE)
        return next(back for back in self._all(run) if not back.is_begun)

    def _run(self) -> str | None:
        """What tells the run from every other one, once its journal has a whole line."""
        if not self.is_begun:
            return None
        with self.journal.open("rb") as file:
            first = file.readline()
        return hashlib.sha256(first).hexdigest()[:_NAMED] if first.endswith(b"\n") else None

    def _all(self, run: str) -> Iterator[TakingBack]:
        stem = self.journal.stem if self.journal.suffix == ".journal" else self.journal.name
        for number in itertools.count(1):
            name = f"{stem}.rollback-{run}{'' if number == 1 else f'-{number}'}"
            yield TakingBack(self.journal.with_name(f"{name}.mfplan"), self.journal.with_name(f"{name}.journal"))
