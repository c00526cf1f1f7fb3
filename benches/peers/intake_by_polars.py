"""The work of `memberferry: read, check, normalise, deduplicate`, done with polars as its users would do it.

Reads the CSV named on the command line, trims and composes every text, checks the addresses, reads the dates as UTC,
parts the tags, and makes one row of the rows that share an address. Prints what it found.
"""

import sys

import polars as pl
from intake_by_stdlib import ADDRESS, STATUSES, TEXTS


def main(path: str) -> None:
    table = pl.read_csv(path, infer_schema=False)
    clean = pl.col(pl.String).str.strip_chars().str.normalize("NFC")
    table = table.with_row_index("row").with_columns(clean)
    table = table.with_columns(key=pl.col("email").str.to_lowercase())
    is_address = pl.col("key").str.contains(f"^{ADDRESS.pattern}$")
    people = table.filter(is_address)
    created = pl.col("created_at")
    utc = created.str.strip_suffix(" UTC").str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False).dt.replace_time_zone("UTC")
    offset = created.str.to_datetime("%Y-%m-%dT%H:%M:%S%z", strict=False, time_zone="UTC")
    local = (
        created.str.to_datetime("%m/%d/%Y %H:%M", strict=False)
        .dt.replace_time_zone("America/New_York", ambiguous="earliest", non_existent="null")
        .dt.convert_time_zone("UTC")
    )
    blank_to_null = [pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in TEXTS]
    people = people.with_columns(
        *blank_to_null,
        created_at=pl.coalesce(utc, offset, local),
        status=pl.col("email status").replace_strict(STATUSES, default=1, return_dtype=pl.Int8),
        tags=pl.col("tags").str.split(",").list.eval(pl.element().str.strip_chars()).list.unique(maintain_order=True),
    )
    merged = people.group_by("key", maintain_order=True).agg(
        pl.col("email").first(),
        *[pl.col(name).drop_nulls().last() for name in TEXTS],
        pl.col("created_at").min(),
        pl.col("status").max(),
        pl.col("tags").list.explode(keep_nulls=False, empty_as_null=False).unique(maintain_order=True),
    )
    duplicates, set_aside = people.height - merged.height, table.height - people.height
    print(f"{table.height} records, {merged.height} people, {duplicates} duplicates, {set_aside} set aside")


main(sys.argv[1])
