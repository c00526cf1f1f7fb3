"""Contacts: a table of people that stays in Rust, and its ways in and out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any, NamedTuple, overload

from . import _native, _wire, records
from ._handles import Handle, Records
from ._native import Contact
from ._source import write_all
from ._words import article

_LINES = 1_000
"""How many records go over at a time."""


class Issues(Records["records.Issue"]):
    """What is wrong with an input, or was decided, in order. Each is made when it is looked at.

    >>> issues = read_contacts(b"Email\\nada@example.com\\nnobody\\n").issues
    >>> [(issue.code, issue.location.line) for issue in issues if issue.severity == "error"]
    [('email-invalid', 3)]
    >>> issues.counts["email-invalid"]
    1
    """

    __slots__ = ()
    _handle: _native.Issues
    _record = "Issue"

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each code, those beyond the limit on issues too."""
        counts: dict[str, int] = _wire.decode(None, self._handle.counts())
        return counts

    def __repr__(self) -> str:
        return f"<Issues {len(self):,}: {', '.join(f'{count:,} {code}' for code, count in list(self.counts.items())[:4])}>"


class Contacts(Handle):
    """The people of one site, in order. They stay in Rust; a contact is a view that takes of the table what it is asked for.

    >>> contacts = read_contacts(b"Email,Tags\\nada@example.com,Gold\\ngrace@example.com,\\n").contacts
    >>> len(contacts), contacts[0].email, contacts[0].tags
    (2, 'ada@example.com', ('Gold',))
    >>> [contact.email for contact in contacts if "Gold" in contact.tags]
    ['ada@example.com']

    Data frames take all of them at once: `polars.DataFrame(contacts)`, `pyarrow.table(contacts)`, `duckdb.from_arrow(contacts)`,
    `pandas.DataFrame.from_arrow(contacts)` (before pandas 3: `pyarrow.table(contacts).to_pandas()`). `pandas.DataFrame(contacts)` has one column of
    contacts: that constructor knows no Arrow. `contacts.arrow(columns=[…])` hands over some of the columns. Text is `string`; `created_at`, `updated_at` and `consent_at` are `timestamp[us, UTC]`; `tags`, `roles`, `order_ids`, `subscription_ids` and
    `external_id_aliases` are `list<string>`; `custom` is `map<string, string>`.
    """

    __slots__ = ()
    _handle: _native.Contacts

    def __init__(self, handle: _native.Contacts) -> None:
        self._handle = handle

    @classmethod
    def from_records(cls, contacts: Iterable[records.Contact | Mapping[str, Any]]) -> Contacts:
        """Contacts out of records or mappings, in order. Nothing is merged; `merge_contacts` does that.

        >>> Contacts.from_records([{"email": "ada@example.com", "first_name": "Ada", "tags": ["Gold"]}])[0].first_name
        'Ada'
        """
        return cls(_native.Contacts.from_json_lines(json_lines("Contact", contacts)))

    @classmethod
    def from_arrow(cls, table: object) -> Contacts:
        """Contacts out of a data frame or table: whatever hands over an Arrow C stream. The columns are those that contacts hand over
        themselves, in any order; all but `email` may be left out. A column `custom:Shoe size` holds one custom field.

        >>> copy = Contacts.from_arrow(Contacts.from_records([{"email": "ada@example.com"}]))
        >>> len(copy)
        1
        """
        if not hasattr(table, "__arrow_c_stream__"):
            raise TypeError(f"{article(table)} hands over no Arrow stream; a table of pyarrow, polars, duckdb or pandas does")
        return cls(_native.Contacts.from_arrow(table))

    def __len__(self) -> int:
        return len(self._handle)

    def __iter__(self) -> Iterator[Contact]:
        return iter(self._handle)

    @overload
    def __getitem__(self, place: int) -> Contact: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Contact]: ...
    def __getitem__(self, place: int | slice) -> Contact | Sequence[Contact]:
        if isinstance(place, slice):
            return tuple(self._handle[at] for at in range(*place.indices(len(self))))
        return self._handle[place]

    @property
    def tags(self) -> Sequence[str]:
        """The different tags, in order of first appearance."""
        return tuple(self._handle.tags())

    @property
    def custom_fields(self) -> Sequence[str]:
        """The names of the custom fields, in column order."""
        return tuple(self._handle.custom_fields())

    def to_records(self) -> Iterator[records.Contact]:
        """Each contact as a record of its own, some thousand at a time."""
        for first in range(0, len(self), _LINES):
            for line in self._handle.json_lines(first, _LINES).splitlines():
                yield _wire.decode("Contact", line)

    def write_csv(self, to: str | os.PathLike[str] | IO[bytes], *, secrets: Iterable[str] = ()) -> None:
        """Writes CSV that reads back as the same contacts, to a path or a binary file. Cells that a spreadsheet would run are guarded.
        `secrets` names what is written of passwords (`password`, `password-hash`): nothing, unless you ask.

        >>> import io
        >>> file = io.BytesIO()
        >>> Contacts.from_records([{"email": "ada@example.com"}]).write_csv(file)
        >>> file.getvalue()
        b'email,marketing-status\\r\\nada@example.com,unknown\\r\\n'
        """
        options = _wire.encode("CsvOptions", {"secrets": list(secrets)})
        if isinstance(to, str | os.PathLike):
            with open(to, "wb") as file:
                self._handle.write_csv(file.write, options)
        else:
            self._handle.write_csv(lambda chunk: write_all(to, chunk), options)

    def arrow(self, *, columns: Iterable[str]) -> ArrowColumns:
        """Some of the columns, by name, for a data frame: nothing is laid out of the others. Their order is that of the table.

        >>> import pyarrow
        >>> contacts = read_contacts(b"Email,Tags\\nada@example.com,Gold\\n").contacts
        >>> pyarrow.table(contacts.arrow(columns=["tags", "email"])).to_pylist()
        [{'email': 'ada@example.com', 'tags': ['Gold']}]
        """
        if isinstance(columns, str):
            raise TypeError(f"`columns` has to be a list of names; write columns=[{columns!r}]")
        return ArrowColumns(self._handle.columns(list(columns)))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The contacts as an Arrow C stream."""
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<Contacts {len(self):,}>"


class ArrowColumns(Handle):
    """Some of the columns of contacts: what `pyarrow.table`, `polars.DataFrame`, `duckdb.from_arrow` and `pandas.DataFrame.from_arrow` take."""

    __slots__ = ()
    _handle: _native.Columns

    def __init__(self, handle: _native.Columns) -> None:
        self._handle = handle

    @property
    def columns(self) -> Sequence[str]:
        """Their names, in the order of the table."""
        return tuple(self._handle.names())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The columns as an Arrow C stream."""
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<ArrowColumns of {len(self._handle):,}: {', '.join(self.columns)}>"


class Merged(NamedTuple):
    """One list made of several, and what was merged and overruled in it."""

    contacts: Contacts
    issues: Issues


def merge_contacts(lists: Iterable[Contacts], policy: str | None = None) -> Merged:
    """One list of several exports of one site; the first one's people come first. `policy` says which of two values is kept.

    >>> one = Contacts.from_records([{"email": "ada@example.com", "tags": ["Gold"]}])
    >>> other = Contacts.from_records([{"email": "Ada@Example.com", "tags": ["VIP"]}])
    >>> merge_contacts([one, other]).contacts[0].tags
    ('Gold', 'VIP')
    """
    options = _wire.dumps({"duplicates": policy})
    contacts, issues = _native.Contacts.merge([contacts._handle for contacts in lists], options)
    return Merged(Contacts(contacts), Issues(issues))


def join_contacts(contacts: Contacts, users: Contacts, *, id_field: str | None = None, policy: str | None = None) -> Merged:
    """The users of a site put to the contacts of its CRM: by the CRM's id, which the users have in `id_field` or as their own, else by the
    address.
    """
    options = _wire.dumps({"idField": id_field, "duplicates": policy})
    joined, issues = contacts._handle.join(users._handle, options)
    return Merged(Contacts(joined), Issues(issues))


def one_by_one(values: Iterable[object]) -> Iterable[object]:
    """Several values; what is one thing is refused."""
    if isinstance(values, Mapping | str | bytes):
        raise TypeError(f"{article(values)} is one thing; give a list or another iterable of records")
    return values


def json_lines(record: str, values: Iterable[object]) -> Iterator[bytes]:
    """Records or mappings as lines of JSON, some thousand at a time."""
    rest = iter(one_by_one(values))
    while part := list(islice(rest, _LINES)):
        yield b"".join(_wire.encode(record, value) + b"\n" for value in part)
