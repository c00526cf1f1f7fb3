"""The site: a document that was checked once."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import IO, Any, cast

from . import _native, _wire, records
from ._contacts import Contacts
from ._handles import Handle
from ._source import Source, chunks


class Site(Handle):
    """A checked site: its offerings and modules, its pages and rules, every reference resolved.

    >>> site = Site.load({"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
    ...     {"id": "inner", "title": "Inner", "rule": {"kind": "logged-in"}}]})
    >>> site.decide(records.Member(), "inner", datetime.fromisoformat("2024-05-01T00:00:00+00:00")).reason
    'login-required'
    """

    __slots__ = ()
    _handle: _native.Site

    def __init__(self, handle: _native.Site) -> None:
        self._handle = handle

    @classmethod
    def load(cls, source: str | os.PathLike[str] | bytes | IO[bytes] | Mapping[str, Any] | records.SiteDocument) -> Site:
        """Reads and checks a site document: of a path, of JSON as text or bytes, of a binary file, or one that is there already. One that
        cannot be used raises a `SiteError` with every issue.
        """
        if isinstance(source, Mapping | records.SiteDocument):
            return cls(_native.Site(_wire.dumps(source)))
        if isinstance(source, str) and source.lstrip().startswith("{"):
            return cls(_native.Site(source.encode()))
        return cls(_native.Site(b"".join(chunks(cast(Source, source)))))

    @property
    def name(self) -> str:
        """As people call the site."""
        return self._handle.name()

    @property
    def document(self) -> dict[str, Any]:
        """The document, as JSON has it."""
        return cast("dict[str, Any]", json.loads(self._handle.document()))

    @property
    def issues(self) -> Sequence[records.Issue]:
        """What is worth knowing of a site that can be used, in document order."""
        return cast("Sequence[records.Issue]", _wire.decode(("list", "Issue"), self._handle.issues()))

    def decide(self, member: records.Member | Mapping[str, Any], page: str, at: datetime) -> records.Decision:
        """Whether a member gets to see a page at an instant, and why."""
        request = {"member": _wire.told("Member", member), "page": page, "at": at}
        return cast(records.Decision, _wire.call("access.decide", request, site=self._handle))

    def member_of(self, user: records.TargetUser | Mapping[str, Any], at: datetime) -> records.Member:
        """Who a user of the target is to the site's rules at an instant: what `decide` decides by when they ask for a page."""
        request = {"user": _wire.told("TargetUser", user), "at": at}
        return cast(records.Member, _wire.call("access.member-of", request, site=self._handle))

    def decide_user(self, user: records.TargetUser | Mapping[str, Any] | None, page: str, at: datetime) -> records.Decision:
        """Whether a user of the target gets to see a page at an instant, and why: ``decide`` of whom ``member_of`` says they are, at once.
        ``None`` is somebody who is not logged in."""
        told = {} if user is None else {"user": _wire.told("TargetUser", user)}
        return cast(records.Decision, _wire.call("access.decide-user", {**told, "page": page, "at": at}, site=self._handle))

    def decide_all(self, contacts: Contacts, at: datetime) -> AccessTable:
        """Who of the contacts gets to see which page at an instant, once they have been moved then by the default policy."""
        return AccessTable(self._handle.decide_all(contacts._handle, _wire.dumps({"at": at})))

    def release_schedule(
        self,
        enrollment: records.Enrollment | Mapping[str, Any],
        at: datetime,
        *,
        facts: records.MemberFacts | Mapping[str, Any] | None = None,
        profile: str | None = None,
    ) -> Sequence[records.Release]:
        """Every module of the offering of an enrollment: open, scheduled or closed, and why."""
        request = {"enrollment": _wire.told("Enrollment", enrollment), "at": at, "facts": facts, "profile": profile}
        answer = _wire.call("site.schedule", request, site=self._handle)
        return cast("Sequence[records.Release]", answer.releases)

    def __repr__(self) -> str:
        return f"<Site {self.name!r}>"


class AccessTable(Handle):
    """Who gets to see which page at one instant: a row for each contact, in their order.

    A data frame has a column `email`, and then one of yes and no for each page, by its id (`page:email`, where a page is called that).
    """

    __slots__ = ("_pages",)
    _handle: _native.AccessTable

    def __init__(self, handle: _native.AccessTable) -> None:
        self._handle = handle
        self._pages = {page: place for place, page in enumerate(handle.pages())}

    @property
    def pages(self) -> Sequence[str]:
        """The ids of the pages, in the order of the document."""
        return tuple(self._pages)

    def allows(self, member: int, page: str) -> bool:
        """Whether a contact, by its place, gets to see a page. A page that is not there is a `KeyError`."""
        if not 0 <= member < len(self):
            raise IndexError(f"there are {len(self)} contacts, and none at {member}")
        return self._handle.allows(member, self._pages[page])

    def count(self, page: str) -> int:
        """How many contacts get to see a page."""
        return self._handle.count(self._pages[page])

    def members_of(self, page: str) -> Sequence[int]:
        """The places of the contacts who get to see a page, in order."""
        return tuple(self._handle.members_of(self._pages[page]))

    def __len__(self) -> int:
        return len(self._handle)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow C stream."""
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<AccessTable {len(self):,} contacts, {len(self._pages)} pages>"
