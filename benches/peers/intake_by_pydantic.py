"""The work of `read_contacts`, done with pydantic as its users would do it: a model with validators, a row at a time.

Reads the CSV named on the command line, trims and composes every text, checks the addresses, reads the dates as UTC, parts the tags, and
makes one person of the rows that share an address. Prints what it found.
"""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field, ValidationError, field_validator
from intake_by_stdlib import ADDRESS, STATUSES, TEXTS, clean, instant


class Person(BaseModel):
    id: str
    email: str
    first_name: str
    last_name: str
    status: int = Field(alias="email status")
    created_at: datetime | None
    tags: dict[str, None]
    company: str
    phone: str
    country: str
    utm_source: str
    birthday: str
    notes: str

    @field_validator("id", "first_name", "last_name", "company", "phone", "country", "utm_source", "birthday", "notes", mode="before")
    @classmethod
    def text(cls, value: str) -> str:
        return clean(value)

    @field_validator("email", mode="before")
    @classmethod
    def address(cls, value: str) -> str:
        email = clean(value)
        if not ADDRESS.fullmatch(email.lower()):
            raise ValueError("no address")
        return email

    @field_validator("status", mode="before")
    @classmethod
    def known(cls, value: str) -> int:
        return STATUSES.get(clean(value), 1)

    @field_validator("created_at", mode="before")
    @classmethod
    def moment(cls, value: str) -> datetime | None:
        return instant(clean(value))

    @field_validator("tags", mode="before")
    @classmethod
    def parted(cls, value: str) -> dict[str, None]:
        return dict.fromkeys(clean(tag) for tag in value.split(",") if tag.strip())


def main(path: str) -> None:
    people: dict[str, Person] = {}
    records = duplicates = set_aside = 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            records += 1
            try:
                person = Person.model_validate(row)
            except ValidationError:
                set_aside += 1
                continue
            key = person.email.lower()
            known = people.setdefault(key, person)
            if known is person:
                continue
            duplicates += 1
            changes: dict[str, Any] = {name: getattr(person, name) or getattr(known, name) for name in TEXTS}
            changes["created_at"] = min(filter(None, (known.created_at, person.created_at)), default=None)
            changes["status"] = max(known.status, person.status)
            changes["tags"] = known.tags | person.tags
            people[key] = known.model_copy(update=changes)
    print(f"{records} records, {len(people)} people, {duplicates} duplicates, {set_aside} set aside")


if __name__ == "__main__":
    main(sys.argv[1])
