"""What frictionless can do of `memberferry: read, check, normalise, deduplicate`: it validates.

Reads the CSV named on the command line, checks every cell by a schema (addresses, dates in three ways of writing them, statuses, countries),
and counts who is the same person by a check of its own kind. It does not trim or compose the texts it gives on, reads no date as UTC, parts
no tags, and makes no person of the rows that share an address. Prints what it found.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from frictionless import Check, Checklist, Error, Field, Resource, Row, Schema, fields
from intake_by_stdlib import ADDRESS, STATUSES, TEXTS

DATE = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d|\d\d/\d\d/\d{4} \d\d:\d\d"
# More than there can be: what is left out would not be counted.
ALL = 1_000_000_000


class People(Check):
    """Counts the people that the addresses are of."""

    type = "people"

    def validate_start(self) -> Iterator[Error]:
        self.keys: set[str] = set()
        self.records = self.set_aside = 0
        yield from ()

    def validate_row(self, row: Row) -> Iterator[Error]:
        self.records += 1
        if any(getattr(error, "field_name", None) == "email" for error in row.errors):
            self.set_aside += 1
        else:
            self.keys.add(row["email"].strip().lower())
        yield from ()


def schema() -> Schema:
    def text(name: str, **constraints: object) -> Field:
        return fields.StringField(name=name, constraints=constraints)

    own = {
        "email": text("email", required=True, pattern=rf"(?i:\s*{ADDRESS.pattern}\s*)"),
        "email status": text("email status", enum=list(STATUSES)),
        "created_at": text("created_at", pattern=DATE),
        "tags": text("tags"),
        "country": text("country", pattern=r"[A-Z]{2}"),
    }
    header = ["id", "email", "first_name", "last_name", "email status", "created_at", "tags", *TEXTS[3:]]
    return Schema(fields=[own.get(name) or text(name) for name in header])


def main(path: str) -> None:
    file = Path(path)
    resource = Resource(path=file.name, basepath=str(file.parent), encoding="utf-8", schema=schema())
    people = People()
    resource.validate(Checklist(checks=[people]), limit_errors=ALL)
    usable = people.records - people.set_aside
    print(f"{people.records} records, {len(people.keys)} people, {usable - len(people.keys)} duplicates, {people.set_aside} set aside")


main(sys.argv[1])
