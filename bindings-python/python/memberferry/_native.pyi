from _typeshed import SupportsGetItem
from datetime import datetime
from memberferry._records import Address, Contact as Contact2, Marketing
from typing import Any, Final, SupportsIndex, final

__all__ = ["__version__", "AccessTable", "Batch", "Columns", "Contact", "ContactIterator", "ContactReader", "Contacts", "Intake", "Issues", "NewPassword", "OrderIntake", "OrderReader", "Orders", "Passwords", "Plan", "RecordReader", "Run", "Site", "Snapshot", "SubscriptionIntake", "SubscriptionReader", "Subscriptions", "TagDates", "call", "operations"]

__version__: Final[str]
"""
The package's version.
"""

@final
class AccessTable:
    """
    Who gets to see which page. Members and pages are numbered as the contacts and the site's pages are.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __len__(self, /) -> int:
        """
        The number of members.
        """
    def allows(self, /, member: SupportsIndex, page: SupportsIndex) -> bool:
        """
        Whether a member gets to see a page.
        """
    def count(self, /, page: SupportsIndex) -> int:
        """
        How many members get to see a page.
        """
    def members_of(self, /, page: SupportsIndex) -> list[int]:
        """
        The members who get to see a page, in order.
        """
    def pages(self, /) -> list[str]:
        """
        The ids of the pages, in the order of the site.
        """

@final
class Batch:
    """
    Operations to be carried out in order.
    """
    def __len__(self, /) -> int: ...
    def document(self, /) -> bytes:
        """
        The batch.
        """

@final
class Columns:
    """
    Some of the columns of a table of contacts.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __len__(self, /) -> int: ...
    def names(self, /) -> list[str]:
        """
        Their names, in the order of the table.
        """

@final
class Contact:
    """
    One contact of a table: a view, which takes of the table what it is asked for.
    """
    def __eq__(self, other: object, /) -> bool:
        """
        Whether it says the same of a person, wherever each of them stands.
        """
    def __hash__(self, /) -> int:
        """
        By the address, which equal ones share.
        """
    def __repr__(self, /) -> str: ...
    @property
    def address(self, /) -> Address:
        """
        Postal address.
        """
    @property
    def company(self, /) -> str | None:
        """
        Company.
        """
    @property
    def created_at(self, /) -> datetime | None:
        """
        When the source first knew the person.
        """
    @property
    def custom(self, /) -> dict[str, str]:
        """
        The fields that the source has and a contact has not, by the source's name, in column order.
        """
    @property
    def email(self, /) -> str:
        """
        The address as written, cleaned.
        """
    @property
    def email_key(self, /) -> str:
        """
        What the address shares with its other spellings.
        """
    @property
    def external_id(self, /) -> str | None:
        """
        The source's own id.
        """
    @property
    def external_id_aliases(self, /) -> tuple[str, ...]:
        """
        Further ids of the source under the same address, in order of appearance.
        """
    @property
    def first_name(self, /) -> str | None:
        """
        Given name.
        """
    @property
    def index(self, /) -> int:
        """
        Where it stands in its table, from 0.
        """
    @property
    def last_name(self, /) -> str | None:
        """
        Family name.
        """
    @property
    def locale(self, /) -> str | None:
        """
        Language.
        """
    @property
    def marketing(self, /) -> Marketing:
        """
        What the person may be sent, with the evidence.
        """
    @property
    def marketing_status(self, /) -> str:
        """
        What the person may be sent: `subscribed`, `unsubscribed` and so on.
        """
    @property
    def order_ids(self, /) -> tuple[str, ...]:
        """
        Order ids, in order of appearance.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Telephone number: E.164, where reading could make it so; else as written.
        """
    @property
    def referring_affiliate(self, /) -> str | None:
        """
        Who referred the person.
        """
    @property
    def roles(self, /) -> tuple[str, ...]:
        """
        The roles that the person has on the source site. No role is given to anybody by them.
        """
    @property
    def subscription_ids(self, /) -> tuple[str, ...]:
        """
        Subscription ids, in order of appearance.
        """
    @property
    def tags(self, /) -> tuple[str, ...]:
        """
        The tags, in order of appearance.
        """
    @property
    def time_zone(self, /) -> str | None:
        """
        IANA time zone.
        """
    def to_record(self, /) -> Contact2:
        """
        The contact as a record of its own, which needs its table no longer.
        """
    @property
    def updated_at(self, /) -> datetime | None:
        """
        When the source last changed the record.
        """
    @property
    def username(self, /) -> str | None:
        """
        The login name, only where it differs from the address.
        """

@final
class ContactIterator:
    """
    The contacts of a table, one after the other.
    """
    def __iter__(self, /) -> ContactIterator: ...
    def __length_hint__(self, /) -> int: ...
    def __next__(self, /) -> Contact: ...

@final
class ContactReader:
    """
    Reads contacts.
    """
    def __new__(cls, /, options: bytes | bytearray) -> ContactReader: ...
    def finish(self, /) -> Intake:
        """
        Ends the input.
        """
    def progress(self, /) -> tuple[int, int, int, int]:
        """
        Bytes, records, records kept, records set aside.
        """
    def push(self, /, chunk: bytes | bytearray) -> None:
        """
        Takes the next bytes.
        """

@final
class Contacts:
    """
    A table of contacts.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __getitem__(self, place: SupportsIndex, /) -> Contact: ...
    def __iter__(self, /) -> ContactIterator: ...
    def __len__(self, /) -> int: ...
    def columns(self, /, names: SupportsGetItem[int, str]) -> Columns:
        """
        Some of their columns, by name.
        """
    def custom_fields(self, /) -> list[str]:
        """
        The names of the custom fields, in column order.
        """
    @staticmethod
    def from_arrow(table: Any) -> Contacts:
        """
        From whatever hands over an Arrow C stream.
        """
    @staticmethod
    def from_json_lines(chunks: Any) -> Contacts:
        """
        From chunks of whole lines of JSON, one contact each.
        """
    def join(self, /, users: Contacts, options: bytes | bytearray) -> tuple[Contacts, Issues]:
        """
        The users of a site put to these contacts of its CRM.
        """
    def json_lines(self, /, first: SupportsIndex, count: SupportsIndex) -> bytes:
        """
        Some of them as lines of JSON, from a place on.
        """
    def live_bytes(self, /) -> int:
        """
        The bytes that they take.
        """
    @staticmethod
    def merge(lists: SupportsGetItem[int, Contacts], options: bytes | bytearray) -> tuple[Contacts, Issues]:
        """
        One list of several.
        """
    def tags(self, /) -> list[str]:
        """
        The different tags, in order of first appearance.
        """
    def write_csv(self, /, write: Any, options: bytes | bytearray) -> None:
        """
        Writes them as CSV: calls `write` with one chunk of bytes after the other.
        """

@final
class Intake:
    """
    What a reading of contacts gives.
    """
    def contacts(self, /) -> Contacts: ...
    def detection(self, /) -> bytes:
        """
        What the input was found to be.
        """
    def issues(self, /) -> Issues: ...
    def mapping(self, /) -> bytes:
        """
        What each column was taken for.
        """
    def set_aside_csv(self, /) -> str:
        """
        The records that were set aside, as CSV.
        """
    def stats(self, /) -> bytes:
        """
        How many of everything.
        """
    def tag_dates(self, /) -> TagDates: ...

@final
class Issues:
    """
    What is wrong with an input, or was decided.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __len__(self, /) -> int: ...
    def counts(self, /) -> bytes:
        """
        How many there are of each code, kept or not.
        """
    def part(self, /, first: SupportsIndex, count: SupportsIndex) -> bytes:
        """
        Some of them, from a place on.
        """

@final
class NewPassword:
    """
    A password for a user. It shows itself to whoever calls `expose`, and to nobody else.
    """
    def __repr__(self, /) -> str: ...
    def expose(self, /) -> str:
        """
        The secret itself. Whoever calls this answers for where it goes.
        """
    @property
    def kind(self, /) -> str:
        """
        `hash`, to be stored as it is, or `plaintext`, to be hashed as the target does.
        """

@final
class OrderIntake:
    """
    What a reading of orders gives.
    """
    def detection(self, /) -> bytes:
        """
        What the input was found to be.
        """
    def issues(self, /) -> Issues: ...
    def mapping(self, /) -> bytes:
        """
        What each column was taken for.
        """
    def orders(self, /) -> Orders: ...
    def set_aside_csv(self, /) -> str:
        """
        The records that were set aside, as CSV.
        """
    def stats(self, /) -> bytes:
        """
        How many of everything.
        """

@final
class OrderReader:
    """
    Reads orders.
    """
    def __new__(cls, /, options: bytes | bytearray) -> OrderReader: ...
    def finish(self, /) -> OrderIntake:
        """
        Ends the input.
        """
    def progress(self, /) -> tuple[int, int, int, int]:
        """
        Bytes, records, records kept, records set aside.
        """
    def push(self, /, chunk: bytes | bytearray) -> None:
        """
        Takes the next bytes.
        """

@final
class Orders:
    """
    Orders, refunds and disputes.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __len__(self, /) -> int: ...
    def part(self, /, first: SupportsIndex, count: SupportsIndex) -> bytes:
        """
        Some of them, from a place on.
        """

@final
class Passwords:
    """
    The passwords of a plan's new users, none of which it gives out: a run does, for the batch in hand.
    """
    def __new__(cls, /, plan: Plan, contacts: Contacts, seed: str) -> Passwords: ...
    def check(self, /, plan: Plan) -> None:
        """
        Refuses where a password that the plan keeps is not there.
        """

@final
class Plan:
    """
    A plan: every change that a migration will make.
    """
    def __len__(self, /) -> int:
        """
        The number of operations.
        """
    def blockers(self, /) -> bytes:
        """
        The errors that nobody has waived.
        """
    @staticmethod
    def build(site: Site, contacts: Contacts, snapshot: Snapshot, options: bytes | bytearray, *, tag_dates: TagDates | None = None, orders: Orders | None = None, ties: bytes | bytearray) -> Plan:
        """
        Plans the move of contacts to a site's target.
        """
    def chunk(self, /, first: SupportsIndex, length: SupportsIndex) -> bytes:
        """
        Some of its bytes, from a place on; none past the end.
        """
    def diff(self, /, other: Plan) -> bytes:
        """
        What another plan does differently.
        """
    def digest(self, /) -> str:
        """
        The digest, in hexadecimal digits.
        """
    def environment(self, /) -> bytes:
        """
        The copy of the site that it is for.
        """
    @staticmethod
    def from_chunks(chunks: Any) -> Plan:
        """
        Reads a plan back, from chunks of its bytes.
        """
    def header(self, /) -> bytes:
        """
        What the plan says of itself.
        """
    def issues(self, /) -> bytes:
        """
        What is worth knowing.
        """
    def operations(self, /, first: SupportsIndex, count: SupportsIndex) -> bytes:
        """
        Some of the operations, from a place on.
        """
    def summary(self, /) -> bytes:
        """
        How much of what.
        """

@final
class RecordReader:
    """
    Reads the contacts of an API's JSON.
    """
    def __new__(cls, /, options: bytes | bytearray, related: SupportsGetItem[int, bytes | bytearray]) -> RecordReader:
        """
        `related` is JSON that the API gives apart from its contacts.
        """
    def finish(self, /) -> Intake:
        """
        Ends the input.
        """
    def progress(self, /) -> tuple[int, int, int, int]:
        """
        Bytes, records, records kept, records set aside.
        """
    def push(self, /, chunk: bytes | bytearray) -> None:
        """
        Takes the next bytes.
        """
    @staticmethod
    def recognises(start: bytes | bytearray) -> bool:
        """
        Whether an input that begins so is for this reader.
        """

@final
class Run:
    """
    A plan being carried out.
    """
    def abort(self, /, at: bytes | bytearray) -> bytes:
        """
        Gives the run up; gives the line to add to the journal.
        """
    def next_batch(self, /) -> Batch | None:
        """
        The operations to carry out next, if there are any.
        """
    def password(self, /, batch: Batch, place: SupportsIndex, passwords: Passwords) -> NewPassword | None:
        """
        The password that an operation of the batch in hand needs, by its place in the batch.
        """
    def progress(self, /) -> bytes:
        """
        How far the run is.
        """
    def record(self, /, batch: Batch, outcomes: bytes | bytearray) -> bytes:
        """
        Takes the outcomes of the batch in hand; gives the lines to add to the journal.
        """
    @staticmethod
    def resume(plan: Plan, journal: bytes | bytearray, options: bytes | bytearray) -> tuple[Run, int, bytes | None]:
        """
        Goes on where a journal ends; gives the run, how many bytes of the journal are whole lines, and what is to be said of a torn one.
        """
    def rollback_plan(self, /, snapshot: Snapshot, at: bytes | bytearray) -> Plan:
        """
        The plan that takes this run back on a target as it is now.
        """
    @staticmethod
    def start(plan: Plan, options: bytes | bytearray, at: bytes | bytearray) -> tuple[Run, bytes]:
        """
        Starts; gives the run and the first line of its journal.
        """
    def status(self, /) -> bytes:
        """
        How the run stands.
        """

@final
class Site:
    """
    A checked site.
    """
    def __new__(cls, /, document: bytes | bytearray) -> Site:
        """
        Reads and checks a site document.
        """
    def decide_all(self, /, contacts: Contacts, at: bytes | bytearray) -> AccessTable:
        """
        Who of the contacts gets to see which page at an instant.
        """
    def document(self, /) -> bytes:
        """
        The document.
        """
    def issues(self, /) -> bytes:
        """
        What is worth knowing of it.
        """
    def name(self, /) -> str:
        """
        The name.
        """

@final
class Snapshot:
    """
    What a target holds.
    """
    def __len__(self, /) -> int: ...
    def digest(self, /) -> str:
        """
        The name of these users, whoever took them.
        """
    @staticmethod
    def from_json_lines(chunks: Any) -> Snapshot:
        """
        From chunks of whole lines of JSON, one user each.
        """
    def json_lines(self, /) -> bytes:
        """
        The users as lines of JSON, in the order of their addresses' keys.
        """

@final
class SubscriptionIntake:
    """
    What a reading of subscriptions gives.
    """
    def detection(self, /) -> bytes:
        """
        What the input was found to be.
        """
    def issues(self, /) -> Issues: ...
    def mapping(self, /) -> bytes:
        """
        What each column was taken for.
        """
    def set_aside_csv(self, /) -> str:
        """
        The records that were set aside, as CSV.
        """
    def stats(self, /) -> bytes:
        """
        How many of everything.
        """
    def subscriptions(self, /) -> Subscriptions: ...

@final
class SubscriptionReader:
    """
    Reads subscriptions.
    """
    def __new__(cls, /, options: bytes | bytearray) -> SubscriptionReader: ...
    def finish(self, /) -> SubscriptionIntake:
        """
        Ends the input.
        """
    def progress(self, /) -> tuple[int, int, int, int]:
        """
        Bytes, records, records kept, records set aside.
        """
    def push(self, /, chunk: bytes | bytearray) -> None:
        """
        Takes the next bytes.
        """

@final
class Subscriptions:
    """
    Subscriptions.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        As an Arrow C stream.
        """
    def __len__(self, /) -> int: ...
    def part(self, /, first: SupportsIndex, count: SupportsIndex) -> bytes:
        """
        Some of them, from a place on.
        """

@final
class TagDates:
    """
    When contacts were given their tags.
    """
    def __len__(self, /) -> int: ...

def call(name: str, request: bytes | bytearray, *, site: Site | None = None, contacts: Contacts | None = None, users: Snapshot | None = None, plan: Plan | None = None) -> bytes:
    """
    The reply of an operation, `{"ok": …}` or `{"failure": …}`. What is lent is left out of the request.
    """

def operations() -> list[str]:
    """
    The names of the operations, sorted.
    """
