"""The functions that need no handle: each asks one operation of the library, and gives its answer as a record.

Wherever a record is taken, a mapping in the form of the wire (camelCase keys, as in a site document) is taken as well. Wherever a site is
taken, it may be a `Site` or a document.
"""

from __future__ import annotations

import os
from collections import abc
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from . import records
from ._intake import Intake
from ._wire import call, holding

Document = abc.Mapping[str, Any]
"""Something in the form of the wire."""


def check_email(text: str) -> records.EmailCheck:
    """Whether mail can be sent to an address, and the key that it is matched by.

    >>> check_email(" Ada@Example.com").key
    'ada@example.com'
    """
    return cast(records.EmailCheck, call("email.check", {"address": text}))


def parse_date(
    text: str,
    *,
    formats: Sequence[str] | None = None,
    day_first: bool | None = None,
    timezone: str | None = None,
) -> records.ParsedDate:
    """A date as exports write them: an instant where it or `timezone` has a zone, else a wall-clock time, or why it is none.

    >>> parse_date("3/4/2024", day_first=True, timezone="Europe/Vienna").instant.isoformat()
    '2024-04-02T22:00:00+00:00'
    """
    options = {"formats": formats, "dayFirst": day_first, "zone": timezone}
    return cast(records.ParsedDate, call("date.parse", {"text": text, "options": options}, within="options"))


def parse_money(text: str, *, currency: str | None = None, decimal_mark: str | None = None) -> records.ParsedMoney:
    """An amount as exports write them, in minor units, or why it is none.

    >>> parse_money("1.234,56", currency="EUR").money
    Money(minor_units=123456, currency='EUR')
    """
    options = {"currency": currency, "decimalMark": decimal_mark}
    return cast(records.ParsedMoney, call("money.parse", {"text": text, "options": options}, within="options"))


def match_columns(headers: Iterable[str], profile: str | None = None) -> records.Mapping:
    """What each column of an export seems to be for, with a score from 0 to 100 and the reason.

    >>> [column.use.field for column in match_columns(["Email", "First Name"]).columns]
    ['email', 'first-name']
    """
    return cast(records.Mapping, call("columns.match", {"headers": list(headers), "profile": profile}))


def list_codes(codes: Iterable[str] | None = None) -> Sequence[records.DescribedCode]:
    """What the codes of issues and exceptions mean and what to do about them; every one, unless some are named.

    >>> list_codes(["input-empty"])[0].category
    'intake'
    """
    answer = call("code.list", {"codes": None if codes is None else list(codes)})
    return cast("Sequence[records.DescribedCode]", answer.codes)


def evaluate_rule(rule: records.Rule | Document, member: records.Member | Document, at: datetime) -> records.Decision:
    """What one access rule decides of a member at an instant, without a site.

    >>> from datetime import datetime, timezone
    >>> rule = {"kind": "has-any", "tags": ["Gold"]}
    >>> evaluate_rule(rule, records.Member(logged_in=True), datetime(2024, 5, 1, tzinfo=timezone.utc)).explanation
    'closed: a tag is missing (rule); needs the tag `Gold`'
    """
    return cast(records.Decision, call("access.evaluate-rule", {"rule": rule, "member": member, "at": at}))


def import_rule(setting: records.PeerSetting | Document) -> records.ImportedRule:
    """The rule that decides as another membership system's setting does, and where it cannot."""
    return cast(records.ImportedRule, call("access.import-rule", {"setting": setting}))


def release_at(
    rule: records.ReleaseRule | Document,
    anchors: records.Anchors | Document,
    timezone: str,
    *,
    profile: str | None = None,
) -> datetime | None:
    """When one release rule opens what it guards; `None` where the clock never does, or what it counts from is not known.

    >>> rule = {"kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": 1, "unit": "weeks"}}
    >>> release_at(rule, {"enrollment": "2024-01-31T09:00:00Z"}, "UTC").isoformat()
    '2024-02-07T09:00:00+00:00'
    """
    request = {"rule": rule, "anchors": anchors, "timezone": timezone, "profile": profile}
    return cast("datetime | None", call("release.at", request).opens_at)


def release_schedule(
    offering: records.Offering | Document,
    enrollment: records.Enrollment | Document,
    timezone: str,
    at: datetime,
    *,
    facts: records.MemberFacts | Document | None = None,
    profile: str | None = None,
) -> Sequence[records.Release]:
    """Every module of an offering as it stands for an enrollment, without a site: open, scheduled or closed, and why."""
    request = {
        "offering": offering,
        "enrollment": enrollment,
        "timezone": timezone,
        "at": at,
        "facts": facts,
        "profile": profile,
    }
    return cast("Sequence[records.Release]", call("release.schedule", request).releases)


def release_calendar(
    member: str,
    schedules: Iterable[tuple[records.Offering | Document, records.Enrollment | Document]],
    timezone: str,
    at: datetime,
    *,
    facts: records.MemberFacts | Document | None = None,
) -> str:
    """The openings and closings of a member's modules as an iCalendar, for any calendar program. `member` is any name that stays."""
    listed = [{"offering": offering, "enrollment": enrollment} for offering, enrollment in schedules]
    request = {"member": member, "schedules": listed, "timezone": timezone, "at": at, "facts": facts}
    return cast(str, call("release.calendar", request).calendar)


def compare_access(
    before: object,
    after: object,
    members: Iterable[records.ComparedMember | Document],
    from_: datetime,
    until: datetime,
    *,
    matching: str | Document | None = None,
    accepted: Iterable[records.AcceptedLoss | Document] | None = None,
) -> records.CompareAnswer:
    """Who gains and who loses which page between two sites, from an instant until another, with the reasons of both sides."""
    request = {
        "before": _document(before),
        "after": _document(after),
        "members": list(members),
        "from": from_,
        "until": until,
        "matching": matching,
        "accepted": None if accepted is None else list(accepted),
    }
    return cast(records.CompareAnswer, call("access.compare", request))


def blueprint(site: object, offering: str, crm: str, *, drip: str | None = None) -> records.Blueprint:
    """The automation of a CRM (`kit`, `keap`, `ontraport`, `activecampaign`, `drip`) that delivers an offering."""
    return cast(records.Blueprint, _ask("automation.blueprint", site, {"offering": offering, "crm": crm, "drip": drip}))


def lint(automation: records.Automation | Document, site: object) -> Sequence[records.Issue]:
    """What is wrong with an automation, the whole first, then by step."""
    answer = _ask("automation.lint", site, {"automation": automation})
    return cast("Sequence[records.Issue]", answer.issues)


def simulate(
    automation: records.Automation | Document,
    site: object,
    contact: records.ContactHistory | Document,
    *,
    timezone: str | None = None,
) -> records.Timeline:
    """What an automation does to a contact, hour by hour, as data."""
    request = {"automation": automation, "contact": contact, "timezone": timezone}
    return cast(records.Timeline, _ask("automation.simulate", site, request))


def translate(
    automation: records.Automation | Document,
    site: object,
    *,
    prove_at: datetime | None = None,
    timezone: str | None = None,
) -> records.TranslateAnswer:
    """What becomes of an automation when the site keeps its contacts itself; with `prove_at`, a proof for somebody who starts then."""
    request = {"automation": automation, "proveAt": prove_at, "timezone": timezone}
    return cast(records.TranslateAnswer, _ask("automation.translate", site, request))


def webhook_inventory(site: object, at: datetime) -> Sequence[records.WebhookFate]:
    """What becomes of each webhook of a site after the move."""
    return cast("Sequence[records.WebhookFate]", _ask("webhook.inventory", site, {"at": at}).webhooks)


def describe_operation(operation: records.CustomOperation | Document) -> records.DescribeAnswer:
    """The name of a custom operation, where it can be used, and what takes it back."""
    return cast(records.DescribeAnswer, call("operation.describe", {"operation": operation}))


def perform_custom_operation(
    site: object, operation: records.CustomOperation | Document, user: records.TargetUser | Document, at: datetime
) -> records.PerformAnswer:
    """What an operation of the site's own, such as a webhook's, makes of a user. One who is not there yet is given as they are to be made."""
    request = {"operation": operation, "user": user, "at": at}
    return cast(records.PerformAnswer, _ask("operation.perform-custom", site, request))


def check_payment_setup(site: object, others: Iterable[object] = ()) -> records.SetupAnswer:
    """Whether a site is set up to take money, and whether other copies of it charge with the same accounts."""
    return cast(records.SetupAnswer, _ask("payment.setup", site, {"others": [_document(other) for other in others]}))


def plan_billing(
    site: object,
    sources: Iterable[records.BillingSource | Document],
    at: datetime,
    options: records.BillingOptions | Document,
    *,
    here: records.Environment | Document | None = None,
) -> records.BillingAnswer:
    """Who charges whom before a move and after it. Nothing is charged by it; with `here`, only actions of the site it is for are given."""
    request = {"sources": list(sources), "at": at, "options": options, "here": here}
    return cast(records.BillingAnswer, _ask("billing.plan", site, request))


def propose_tag_map(site: object, contacts: object) -> Sequence[records.TagMapEntry]:
    """Entries for the site's `tag_map`: the contacts' tags that are the site's but for capitals or a category. Look at them before use."""
    return cast("Sequence[records.TagMapEntry]", _ask("site.propose-tag-map", site, {}, contacts=contacts).tag_map)


def infer_enrollments(
    site: object,
    contacts: object,
    now: datetime,
    *,
    tags: str | None = None,
    evidence: Document | None = None,
) -> records.InferAnswer:
    """Who is enrolled in what, by tags and by what else is known; `now` stands in for dates nobody knows."""
    request = {"now": now, "tags": tags, "evidence": evidence}
    return cast(records.InferAnswer, _ask("membership.infer", site, request, contacts=contacts))


def continuity(
    site: object,
    contacts: object,
    now: datetime,
    *,
    source_clock: str | None = None,
    evidence: Document | None = None,
) -> records.ContinuityAnswer:
    """What each policy of drip continuity makes of each member's modules."""
    request = {"options": {"now": now, "sourceClock": source_clock}, "evidence": evidence}
    return cast(records.ContinuityAnswer, _ask("membership.continuity", site, request, within="options", contacts=contacts))


def next_releases(
    site: object, members: Iterable[records.EnrolledMember | Document], from_: datetime, until: datetime
) -> Sequence[records.NextRelease]:
    """Which modules open and close to whom within a span of time, in order of time."""
    request = {"members": list(members), "from": from_, "until": until}
    return cast("Sequence[records.NextRelease]", _ask("release.next", site, request).releases)


def assess_readiness(
    site: object,
    contacts: object,
    at: datetime,
    *,
    users: object | None = None,
    sources: Iterable[records.BillingSource | Document] | None = None,
    answers: Document | None = None,
    environment_since: datetime | None = None,
) -> records.ReadinessAnswer:
    """Whether a site is ready to be moved: a verdict with reasons, a checklist, what is left to do by hand, and counts to compare later."""
    request = {
        "at": at,
        "answers": answers,
        "environmentSince": environment_since,
        "sources": None if sources is None else list(sources),
    }
    answer = _ask("readiness.assess", site, request, contacts=contacts, users=users)
    return cast(records.ReadinessAnswer, answer)


def reconcile(plan: object, users: object) -> records.Reconciliation:
    """What a plan wanted, and what the target holds after it was carried out."""
    return cast(records.Reconciliation, _ask("plan.reconcile", None, {}, plan=plan, users=users))


def prove_access(
    site: object,
    contacts: object,
    plan: object,
    users: object,
    until: datetime,
    *,
    before: object | None = None,
    foreseen: bool = False,
    matching: str | None = None,
    accepted: Iterable[records.AcceptedLoss | Document] | None = None,
    accepted_gains: Iterable[records.AcceptedGain | Document] | None = None,
) -> records.AccessProof:
    """Whether a move gave or took access that nobody asked for, with who and what, from the instant of the plan until another. `before` is the
    site as it was, where it was another. With `foreseen`, `users` are those that the plan was built for, and it is told what will come of it.
    """
    request = {
        "before": None if before is None else _document(before),
        "stage": "foreseen" if foreseen else None,
        "until": until,
        "matching": matching,
        "accepted": None if accepted is None else list(accepted),
        "acceptedGains": None if accepted_gains is None else list(accepted_gains),
    }
    answer = _ask("access.prove", site, request, contacts=contacts, plan=plan, users=users)
    return cast(records.AccessProof, answer)


def spot_check(plan: object, users: object, *, count: int = 10) -> Sequence[records.SpotCheck]:
    """People to look at by hand, drawn from every kind of change; the same people for the same plan. `users` are those that the plan was
    built for.
    """
    answer = _ask("plan.spot-check", None, {"count": count}, plan=plan, users=users)
    return cast("Sequence[records.SpotCheck]", answer.spot_checks)


def report(
    site: object,
    at: datetime,
    *,
    form: str = "document",
    reading: Intake | records.ReadingCounts | Document | None = None,
    contacts: object | None = None,
    readiness: Document | None = None,
    plan: object | None = None,
    journal: str | os.PathLike[str] | None = None,
    users_after: object | None = None,
    compare_until: datetime | None = None,
    before: object | None = None,
    accepted: Iterable[records.AcceptedLoss | Document] | None = None,
    accepted_gains: Iterable[records.AcceptedGain | Document] | None = None,
    billing: Document | None = None,
    pseudonymise: str | None = None,
) -> records.Report | str:
    """The report of a move: a record, or with `form="markdown"` or `"html"` its text. `journal` is a path, or the text of a journal. A plan has to
    be for this site, and for the copy of it that the site's document names. `reading` is the `Intake` that the contacts are of: what was found in
    the list is told in numbers. With `pseudonymise`, a secret of your own, nobody
    can be recognised in it.
    """
    request = {
        "at": at,
        "form": form,
        "reading": _counts(reading),
        "readiness": readiness,
        "journal": _journal_text(journal),
        "compareUntil": compare_until,
        "before": None if before is None else _document(before),
        "accepted": None if accepted is None else list(accepted),
        "acceptedGains": None if accepted_gains is None else list(accepted_gains),
        "billing": billing,
        "pseudonymise": pseudonymise,
    }
    answer = _ask("report.make", site, request, contacts=contacts, plan=plan, users=users_after)
    return cast("records.Report | str", answer.document if answer.text is None else answer.text)


def _journal_text(journal: str | os.PathLike[str] | None) -> str | None:
    if isinstance(journal, str) and (journal == "" or "\n" in journal or journal.startswith("{")):
        return journal
    return None if journal is None else Path(journal).read_text(encoding="utf-8")


def _ask(operation: str, site: object, request: Document, *, within: str | None = None, **lent: object) -> Any:
    """What an operation gives: handles are lent to it, anything else stands in its request."""
    spelled, held = dict(request), {}
    for name, value in {"site": site, **lent}.items():
        handle = holding(value)
        if handle is not None:
            held[name] = handle
        elif value is not None:
            spelled[name] = value
    return call(operation, spelled, within=within, **held)


def _counts(reading: Intake | records.ReadingCounts | Document | None) -> object:
    """What a reading found, in numbers."""
    return {"stats": reading.stats, "issueCounts": reading.issues.counts} if isinstance(reading, Intake) else reading


def _document(site: object) -> object:
    """A site as a document, for operations that take several."""
    return site if holding(site) is None else cast(Any, site).document


__all__ = [
    "assess_readiness",
    "blueprint",
    "check_email",
    "check_payment_setup",
    "compare_access",
    "continuity",
    "describe_operation",
    "evaluate_rule",
    "import_rule",
    "infer_enrollments",
    "lint",
    "list_codes",
    "match_columns",
    "next_releases",
    "parse_date",
    "parse_money",
    "perform_custom_operation",
    "plan_billing",
    "propose_tag_map",
    "prove_access",
    "reconcile",
    "release_at",
    "release_calendar",
    "release_schedule",
    "report",
    "simulate",
    "spot_check",
    "translate",
    "webhook_inventory",
]
