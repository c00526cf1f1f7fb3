"""Where a plan is carried out: a SQLite file, a WordPress database, a WordPress site by its REST API.

A target is only a host: what an operation makes of a user is the library's to say. Each remembers what it carried out in the same
transaction as the change itself, so that nothing is done twice, whenever a run is killed.
"""

from __future__ import annotations

from ._opening import TargetError, open_target
from ._target import Conflict, Refused, Target

__all__ = ["Conflict", "Refused", "Target", "TargetError", "open_target"]
