"""Finds who would lose which page if a site's rules changed, before anybody does."""

import copy
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import memberferry

document = json.loads((Path(__file__).parent / "data" / "harbour.json").read_text(encoding="utf-8"))
stricter = copy.deepcopy(document)
stricter["pages"][3]["forbid"] = ["Newsletter"]  # nobody meant the members who also read the newsletter

ada = {"loggedIn": True, "tags": ["Circle Member"], "enrollments": [{"offering": "circle"}]}
chloe = {"loggedIn": True, "tags": ["Circle Member", "Newsletter"], "enrollments": [{"offering": "circle"}]}
start = datetime(2024, 6, 1, tzinfo=timezone.utc)
found = memberferry.compare_access(
    document, stricter, [{"before": who, "after": who} for who in (ada, chloe)], start, start + timedelta(days=30)
)
for change in found.changes:
    name = ("Ada", "Chloé")[change.member]
    print(f"{name}: {change.page.before or change.page.after} is {change.verdict}: {change.after.reason}")
print("ready" if found.ready else "not ready: a loss is not accepted")
