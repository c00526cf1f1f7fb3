"""What a target wants to know before it lets anybody in. Reads the environment and the terminal, never an argument."""

from __future__ import annotations

import os
import sys

import typer


def credentials(target: str) -> tuple[str | None, str | None]:
    """The user and password of a target: from the environment, else from a prompt where somebody is there to answer."""
    scheme = target.partition(":")[0]
    if scheme not in ("mysql", "mariadb", "http", "https"):
        return None, None
    user = os.environ.get("MEMBERFERRY_USER")
    password = os.environ.get("MEMBERFERRY_PASSWORD")
    if password is None and sys.stdin.isatty() and "socket=" not in target:
        if user is None and scheme in ("http", "https"):
            user = typer.prompt("user", err=True)
        password = typer.prompt("password", hide_input=True, err=True)
    return user, password
