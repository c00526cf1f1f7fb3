"""The work of `memberferry: read, check, normalise, deduplicate`, done with pandas as its users would do it.

Reads the CSV named on the command line, trims and composes every text, checks the addresses, reads the dates as UTC,
parts the tags, and makes one row of the rows that share an address. Prints what it found.
"""

import sys

import pandas as pd
from intake_by_stdlib import ADDRESS, STATUSES, TEXTS


def main(path: str) -> None:
    table = pd.read_csv(path, dtype="str", keep_default_na=False)
    for name in table.columns:
        table[name] = table[name].str.strip().str.normalize("NFC")
    table["key"] = table["email"].str.lower()
    people = table[table["key"].str.fullmatch(ADDRESS.pattern)].copy()
    created = people["created_at"]
    utc = pd.to_datetime(created, format="%Y-%m-%d %H:%M:%S UTC", errors="coerce", utc=True)
    offset = pd.to_datetime(created, format="%Y-%m-%dT%H:%M:%S%z", errors="coerce", utc=True)
    local = pd.to_datetime(created, format="%m/%d/%Y %H:%M", errors="coerce")
    # Of a time that occurs twice the earlier, which is that of summer.
    local = local.dt.tz_localize("America/New_York", ambiguous=[True] * len(local), nonexistent="NaT").dt.tz_convert("UTC")
    people["created_at"] = utc.fillna(offset).fillna(local)
    people["status"] = people["email status"].map(STATUSES).fillna(1).astype("int8")
    tags = people[["key", "tags"]].assign(tags=people["tags"].str.split(",")).explode("tags")
    tags["tags"] = tags["tags"].str.strip()
    tags = tags[tags["tags"] != ""].drop_duplicates().groupby("key", sort=False)["tags"].agg(list)
    people[TEXTS] = people[TEXTS].replace("", None)
    of_person = people.groupby("key", sort=False)
    merged = of_person.agg(
        email=("email", "first"),
        **{name: (name, "last") for name in TEXTS},
        created_at=("created_at", "min"),
        status=("status", "max"),
    ).join(tags)
    duplicates, set_aside = len(people) - len(merged), len(table) - len(people)
    print(f"{len(table)} records, {len(merged)} people, {duplicates} duplicates, {set_aside} set aside")


main(sys.argv[1])
