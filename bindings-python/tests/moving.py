"""What the tests of targets share: a small site, a list, and a plan for a target. Knows no target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import memberferry

NOW = "2024-06-01T00:00:00Z"
SEED = "a seed that is long enough for every run"

SITE: dict[str, Any] = {
    "format": 1,
    "name": "Harbour Academy",
    "timezone": "Europe/Amsterdam",
    "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
    "tags": ["Newsletter"],
    "offerings": [
        {
            "id": "watercolour",
            "name": "Watercolour",
            "accessTag": "Watercolour",
            "modules": [
                {"id": "washes", "name": "Washes", "accessTag": "W1"},
                {"id": "edges", "name": "Edges", "accessTag": "W2"},
            ],
            "orderForm": "watercolour-order",
            "welcomeEmail": "Welcome",
        }
    ],
    "pages": [{"id": "home", "title": "Home", "rule": {"kind": "public"}}],
}


def export(people: int = 5) -> bytes:
    """A list of invented people, all of them members; one of them unsubscribed."""
    rows = ["Email,First Name,Last Name,Tags,Subscription Status"]
    for number in range(people):
        status = "unsubscribed" if number == 1 else "subscribed"
        rows.append(f'person{number}@example.com,Zoë{number},O\'Brien,"Watercolour,Newsletter",{status}')
    return "\n".join(rows).encode()


def contacts(people: int = 5) -> memberferry.Contacts:
    return memberferry.read_contacts(export(people)).contacts


def plan_for(users: Iterable[Any], people: int = 5, **options: Any) -> memberferry.Plan:
    """A plan of the list for a target that holds users."""
    site = memberferry.Site.load(SITE)
    snapshot = memberferry.Snapshot.from_records(users)
    return memberferry.Plan.build(site, contacts(people), snapshot, {"now": NOW, "batchSize": 3, **options})
