"""How a run ended, what it left undone and why, whether the target is as planned, and what to do next. Changes nothing."""

from __future__ import annotations

from .. import Run, records
from ._console import out, table

_SHOWN = 20


def is_closed(run: Run) -> bool:
    """Whether a run left the site in maintenance mode."""
    phases = {phase.phase: phase for phase in run.progress.phases}
    on, off = phases.get("maintenance-on"), phases.get("maintenance-off")
    is_on = on is not None and on.done > 0 and not any(failure.kind == "enable-maintenance" for failure in run.progress.failures)
    return is_on and (off is None or off.done < off.total or any(failure.kind == "disable-maintenance" for failure in run.progress.failures))


def show_end(run: Run, found: records.Reconciliation, *, was_over: bool, plan: str, target: str) -> None:
    """All of it, for people."""
    progress = run.progress
    if was_over:
        out.print("the run was over before: nothing was done")
    out.print(f"[bold]{run.status}[/]: {progress.done:,} of {progress.total:,} operations, {progress.failed:,} failed")
    if progress.failures:
        failures = ((failure.kind, _subject(failure.subject), failure.message) for failure in progress.failures[:_SHOWN])
        table("Not carried out", ("operation", "person", "why"), failures)
        if progress.failed > _SHOWN:
            out.print(f"and {progress.failed - _SHOWN:,} more; the journal and `memberferry report` hold every one", style="dim")
    show_proof(found)
    for advice in _advice(run, found, plan, target):
        out.print(advice, markup=False)


def _advice(run: Run, found: records.Reconciliation, plan: str, target: str) -> list[str]:
    kinds = {failure.kind for failure in run.progress.failures}
    takes_back = run.plan.header.takes_back is not None
    again = "run `memberferry rollback` once more: it plans what is left" if takes_back else "run `memberferry plan` again, with another --out"
    advice = []
    if run.status == "stopped" and "check-target" in kinds:
        apply_it = "" if takes_back else ", and apply that plan"
        advice.append(f"what to do: nothing was changed; {again}{apply_it}")
    elif run.status == "stopped" and "verify-target" not in kinds:
        advice.append(f"what to do: mend what the table names, and {again}")
    elif run.status != "complete" or not found.ok:
        back = "" if takes_back else ", and apply that plan; or take the run back: `memberferry rollback`"
        advice.append(f"what to do: look at the people named; then {again}{back}")
    if is_closed(run):
        advice.append(
            f"the site is in maintenance mode: visitors are kept out until `memberferry reopen {plan} --target {target}` lets them in"
        )
    return advice


def _subject(subject: object) -> str:
    return str(getattr(subject, "email", "the site"))


def _values(difference: records.Difference) -> tuple[str | None, str | None]:
    """What was expected and what is there, where that is for people: of all users together it is a digest."""
    is_digest = difference.field in ("untouched", "updated")
    return (None, None) if is_digest else (difference.expected, difference.found)


def show_proof(found: records.Reconciliation) -> None:
    """Whether the target is as planned, and where not."""
    verified = found.verified
    rows = (
        ("users", verified.users_expected, verified.users_found),
        ("users planned", verified.planned_users, verified.planned_users_found),
        ("tags", verified.tags_expected, verified.tags_found),
        ("enrollments", verified.enrollments_expected, verified.enrollments_found),
    )
    table("Proof", ("", "expected", "found"), rows, numbers=(1, 2))
    differences = found.differences
    if not differences:
        out.print("[green]the target is as planned[/]")
        return
    shown = (
        (difference.subject or "the site", difference.field, *_values(difference), difference.issue.message)
        for difference in differences[:_SHOWN]
    )
    table("Differences", ("person", "field", "expected", "found", "what it means"), shown)
    out.print(f"[red]{found.differences_found:,} differences[/]")
