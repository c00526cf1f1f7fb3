"""The command line, `memberferry`. It stands on Typer and Rich, which the extra `cli` installs."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; ends the program with 0 when all is well, 1 on blockers or differences, 2 on wrong use, 3 on failure, 130 on Ctrl-C."""
    try:
        from ._app import app
    except ModuleNotFoundError as missing:
        if missing.name not in ("typer", "rich", "click"):
            raise
        print(
            f"error: the command line needs `{missing.name}`, which is not installed\n"
            "help: run: pip install 'memberferry[cli]'",
            file=sys.stderr,
        )
        sys.exit(3)
    app()
