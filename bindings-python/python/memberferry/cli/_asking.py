"""`schedule` and `explain`: what opens when, who gets in, and what a code means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import _functions, records
from ._console import Ending, out, print_json, refusals, refuse, table
from ._files import keep_apart, read_json
from ._options import Json, instant, load_site


def schedule(
    site: Annotated[Path, typer.Argument(help="The site's document.", exists=True, dir_okay=False, show_default=False)],
    offering: Annotated[str, typer.Argument(help="The offering's id.", show_default=False)],
    enrolled_at: Annotated[str, typer.Option(help="When the member enrolled, RFC 3339.", show_default=False)],
    at: Annotated[str | None, typer.Option(help="The instant to look from. The clock's, if left out.", show_default=False)] = None,
    profile: Annotated[str | None, typer.Option(help="Whose arithmetic: AccessAlly's, if left out.")] = None,
    calendar: Annotated[Path | None, typer.Option(help="Write an iCalendar file for any calendar program.")] = None,
    as_json: Json = False,
) -> None:
    """Says when each module of an offering opens to somebody who enrolled at an instant, and why."""
    with refusals():
        keep_apart({"--calendar": calendar}, {"the site's document": site})
        loaded = load_site(site)
        moment = instant(at, "--at")
        enrollment = {"offering": offering, "enrolledAt": instant(enrolled_at, "--enrolled-at")}
        releases = loaded.release_schedule(enrollment, moment, profile=profile)
        if calendar:
            document = loaded.document
            sold = next(entry for entry in document["offerings"] if entry["id"] == offering)
            text = _functions.release_calendar("member", [(sold, enrollment)], document["timezone"], moment)
            calendar.write_text(text, encoding="utf-8", newline="")
        if as_json:
            print_json({"releases": releases})
            return
        rows = (
            (release.module, release.state, _moment(release.opens_at), _moment(release.closes_at), release.explanation)
            for release in releases
        )
        table(f"{offering}, enrolled {enrolled_at}", ("module", "state", "opens", "closes", "why"), rows)


def _moment(value: object) -> str:
    return "" if value is None else f"{value:%Y-%m-%d %H:%M} UTC"


def explain(
    what: Annotated[str, typer.Argument(help="A code, such as `email-invalid`; or a site's document.", show_default=False)],
    page: Annotated[str | None, typer.Option(help="With a site: the page's id.")] = None,
    member: Annotated[Path | None, typer.Option(help="With a site: the member as JSON.", exists=True)] = None,
    at: Annotated[str | None, typer.Option(help="With a site: the instant. The clock's, if left out.", show_default=False)] = None,
    as_json: Json = False,
) -> None:
    """Explains a code of an issue; or why a member gets to see a page of a site, or not.

    `memberferry explain email-invalid`

    `memberferry explain site.json --page lesson-2 --member ada.json`
    """
    with refusals():
        if page is None and member is None:
            _explain_code(what, as_json)
            return
        if page is None or member is None:
            raise refuse("a decision needs both", "give --page ID and --member FILE", ending=Ending.USAGE)
        decision = load_site(Path(what)).decide(read_json(member, "--member", dict), page, instant(at, "--at"))
        if as_json:
            print_json(decision)
            return
        out.print(decision.explanation, style="green" if decision.allowed else "red", markup=False)


def _explain_code(name: str, as_json: bool) -> None:
    if Path(name).is_file():
        raise refuse(f"`{name}` is a file, and no code", "to explain a decision give --page ID and --member FILE", ending=Ending.USAGE)
    known: dict[str, records.DescribedCode] = {code.code: code for code in _functions.list_codes()}
    code = known.get(name)
    if code is None:
        import difflib

        near = difflib.get_close_matches(name, known, n=3)
        meant = f"did you mean {', '.join(f'`{other}`' for other in near)}?" if near else "codes stand in every issue and error"
        raise refuse(f"there is no code `{name}`", meant, ending=Ending.USAGE)
    if as_json:
        print_json(code)
        return
    out.print(f"[bold]{code.code}[/] ({code.category}, {code.severity})")
    out.print(f"{code.meaning}.")
    out.print(f"What to do: {code.remedy}.")
