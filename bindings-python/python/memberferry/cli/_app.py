"""The commands by name. Knows no command's work."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated

import typer

from . import _asking, _carrying_out, _planning, _reading, _taking_back

app = typer.Typer(
    name="memberferry",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Moves membership sites safely: **detect** and **check** an export, **plan** the move, **apply** the plan, **verify** it, "
        "and **rollback** what it did; **reopen** lets visitors in again after a run that stopped.\n\n"
        "Nothing is changed before `apply`. A move that is killed goes on where it stopped when the same command is run again."
    ),
    epilog=(
        "Exit codes: 0 all is well, 1 blockers or differences were found, 2 wrong use, 3 failed, 130 stopped by Ctrl-C.\n\n"
        "Secrets come from the environment or a prompt, never from an argument: MEMBERFERRY_PASSWORD (of the target), "
        "MEMBERFERRY_USER, MEMBERFERRY_SEED (of generated passwords), MEMBERFERRY_PSEUDONYM_KEY."
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"memberferry {metadata.version('memberferry')}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


app.command()(_reading.detect)
app.command()(_reading.check)
app.command()(_planning.plan)
app.command()(_carrying_out.apply)
app.command()(_carrying_out.verify)
app.command()(_taking_back.rollback)
app.command()(_taking_back.reopen)
app.command()(_planning.report)
app.command()(_asking.schedule)
app.command()(_asking.explain)
