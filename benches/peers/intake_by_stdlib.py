"""The work of `read_contacts`, done with the standard library as its users would do it: `csv`, `re`, `datetime`, `zoneinfo`.

Reads the CSV named on the command line, trims and composes every text, checks the addresses, reads the dates as UTC, parts the tags, and
makes one person of the rows that share an address. Prints what it found.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from datetime import datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

ADDRESS = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
# The stricter, the later.
STATUSES = {"active": 0, "cancelled": 1, "unsubscribed": 2, "bounced": 3, "complained": 4}
TEXTS = ["id", "first_name", "last_name", "company", "phone", "country", "utm_source", "birthday", "notes"]
ZONE = ZoneInfo("America/New_York")


def instant(text: str) -> datetime | None:
    for form in ("%Y-%m-%d %H:%M:%S UTC", "%Y-%m-%dT%H:%M:%S%z", "%m/%d/%Y %H:%M"):
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        if form.endswith("UTC"):
            return moment.replace(tzinfo=timezone.utc)
        return (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).astimezone(timezone.utc)
    return None


def clean(text: str | None) -> str:
    return unicodedata.normalize("NFC", (text or "").strip())


def main(path: str) -> None:
    people: dict[str, dict[str, Any]] = {}
    records = duplicates = set_aside = 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            records += 1
            email = clean(row["email"])
            key = email.lower()
            if not ADDRESS.fullmatch(key):
                set_aside += 1
                continue
            person = {name: clean(row[name]) for name in TEXTS}
            created = instant(clean(row["created_at"]))
            status = STATUSES.get(clean(row["email status"]), 1)
            tags = dict.fromkeys(clean(tag) for tag in row["tags"].split(",") if tag.strip())
            known = people.get(key)
            if known is None:
                people[key] = {**person, "email": email, "created_at": created, "status": status, "tags": tags}
                continue
            duplicates += 1
            known.update((name, value) for name, value in person.items() if value)
            known["created_at"] = min(filter(None, (known["created_at"], created)), default=None)
            known["status"] = max(known["status"], status)
            known["tags"].update(tags)
    print(f"{records} records, {len(people)} people, {duplicates} duplicates, {set_aside} set aside")


if __name__ == "__main__":
    main(sys.argv[1])
