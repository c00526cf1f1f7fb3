"""Reading exports: from wherever their bytes are, into tables that stay in Rust."""

from __future__ import annotations

import base64
from collections import abc
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypedDict, TypeVar, Unpack, cast

from . import _native, _wire, records
from ._contacts import Contacts, Issues
from ._handles import Handle, Records
from ._source import OnProgress, Source, chunks, file_name, sample
from ._words import article


class ReadSettings(TypedDict, total=False):
    """What can be said of an input that it does not say itself. Whatever is left out is found, and the result says how."""

    profile: str | None
    """The system it comes from, such as `keap`."""
    mapping: records.Mapping | Mapping[str, Any] | None
    """What each column is for, such as the `mapping` of an earlier reading, corrected."""
    file_name: str | None
    """The file's name: some exports say in it who is subscribed. Left out: that of the path."""
    timezone: str | None
    """The zone of dates without one."""
    day_first: bool | None
    """Whether the day comes first in `3/4/2024`."""
    currency: str | None
    """The currency of amounts that have none."""
    decimal_mark: str | None
    """What parts the decimals of amounts: `comma` or `point`."""
    default_region: str | None
    """The country of telephone numbers without a country code, such as `NL`."""
    delimiter: str | None
    """The character between cells."""
    encoding: str | None
    """The encoding, by a label of the WHATWG Encoding Standard."""
    header_line: int | None
    """The line of the column names, from 1."""
    add_tags: Iterable[str] | None
    """Tags that everybody in the input gets: the one that a list exported tag by tag was made for."""
    repair_mojibake: bool
    """Whether cells such as `JosÃ©` are taken back to `José`."""
    duplicates: str | None
    """Which of two values of one person is kept."""
    limits: records.Limits | Mapping[str, Any] | None
    """Bounds on the input."""
    threads: int | None
    """How many threads may read contacts. The result is the same for any number."""


class _Reader(Protocol):
    def push(self, chunk: bytes) -> None: ...


_AnyReader = TypeVar("_AnyReader", bound=_Reader)


class _Read(Handle):
    """What every reading gives, whatever it reads."""

    __slots__ = ()

    def __init__(self, handle: object) -> None:
        self._handle = handle

    @property
    def issues(self) -> Issues:
        """What is wrong, or was decided."""
        return Issues(self._handle.issues())

    @property
    def detection(self) -> records.Detection:
        """What the input was found to be: its encoding, its dialect, the system it comes from."""
        return cast(records.Detection, _wire.decode("Detection", self._handle.detection()))

    @property
    def mapping(self) -> records.Mapping:
        """What each column was taken for. Corrected, it can be given back to the reader."""
        return cast(records.Mapping, _wire.decode("Mapping", self._handle.mapping()))

    def set_aside_csv(self) -> str:
        """The records that could not be read, as CSV with the line and the reasons: to be mended and read again."""
        return cast(str, self._handle.set_aside_csv())


class Intake(_Read):
    """What a reading of contacts gives. Nothing of the input is lost: every record is a contact, part of one, or set aside."""

    __slots__ = ()
    _handle: _native.Intake

    @property
    def contacts(self) -> Contacts:
        """Each person once, in order of first appearance."""
        return Contacts(self._handle.contacts())

    @property
    def stats(self) -> records.IntakeStats:
        """How many of everything."""
        return cast(records.IntakeStats, _wire.decode("IntakeStats", self._handle.stats()))

    def __repr__(self) -> str:
        stats = self.stats
        return f"<Intake {stats.contacts:,} contacts, {stats.set_aside:,} records set aside>"


class Orders(Records["records.Order"]):
    """Orders, refunds and disputes, in the order of the records. Each is made when it is looked at.

    A data frame's `total`, `tax`, `discount`, `fee` and `refunded` are `struct<minor_units, currency>`, its `items` a
    `list<struct<product_id, name, quantity>>`.
    """

    __slots__ = ()
    _handle: _native.Orders
    _record = "Order"


class Subscriptions(Records["records.Subscription"]):
    """Subscriptions, in the order of the records. Each is made when it is looked at.

    A data frame's `price`, `tax` and `discount` are `struct<minor_units, currency>`, its `interval` a `struct<kind, count, unit>`.
    """

    __slots__ = ()
    _handle: _native.Subscriptions
    _record = "Subscription"


class OrderIntake(_Read):
    """What a reading of orders gives. Every record is an order, repeats one, or is set aside."""

    __slots__ = ()
    _handle: _native.OrderIntake

    @property
    def orders(self) -> Orders:
        """The orders."""
        return Orders(self._handle.orders())

    @property
    def stats(self) -> records.PaymentStats:
        """How many of everything."""
        return cast(records.PaymentStats, _wire.decode("PaymentStats", self._handle.stats()))

    def __repr__(self) -> str:
        stats = self.stats
        return f"<OrderIntake {stats.kept:,} orders, {stats.set_aside:,} records set aside>"


class SubscriptionIntake(_Read):
    """What a reading of subscriptions gives. Every record is a subscription, repeats one, or is set aside."""

    __slots__ = ()
    _handle: _native.SubscriptionIntake

    @property
    def subscriptions(self) -> Subscriptions:
        """The subscriptions."""
        return Subscriptions(self._handle.subscriptions())

    @property
    def stats(self) -> records.PaymentStats:
        """How many of everything."""
        return cast(records.PaymentStats, _wire.decode("PaymentStats", self._handle.stats()))

    def __repr__(self) -> str:
        stats = self.stats
        return f"<SubscriptionIntake {stats.kept:,} subscriptions, {stats.set_aside:,} records set aside>"


def read_contacts(source: Source, *, on_progress: OnProgress | None = None, **settings: Unpack[ReadSettings]) -> Intake:
    """Reads an export of contacts, of any of the known systems or of none. What is wrong with single records is an issue.

    >>> intake = read_contacts(b"Email;Tags\\nada@example.com;VIP\\nnobody\\n")
    >>> intake
    <Intake 1 contacts, 1 records set aside>
    >>> intake.contacts[0].tags
    ('VIP',)
    """
    reader = _pushed(_native.ContactReader(_options(source, settings)), source, on_progress)
    return Intake(reader.finish())


def read_records(
    source: Source,
    *,
    related: Iterable[bytes] = (),
    on_progress: OnProgress | None = None,
    **settings: Unpack[ReadSettings],
) -> Intake:
    """Reads the contacts of an API's answers: JSON lists, single objects, or one object a line. `related` is JSON that the API gives apart
    from its contacts: names of tags and fields, who has which.

    >>> read_records(b'[{"email": "ada@example.com", "tags": ["Gold"]}]').contacts[0].tags
    ('Gold',)
    """
    known = [bytes(json) for json in related]
    reader = _pushed(_native.RecordReader(_options(source, settings), known), source, on_progress)
    return Intake(reader.finish())


def read_orders(source: Source, *, on_progress: OnProgress | None = None, **settings: Unpack[ReadSettings]) -> OrderIntake:
    """Reads an export of orders: what was sold, what was given back, and what became of it.

    >>> orders = read_orders(b'Order ID,Email,Total,Status\\n17,ada@example.com,"EUR 1.049,50",paid\\n').orders
    >>> orders[0].total, orders[0].status
    (Money(minor_units=104950, currency='EUR'), 'paid')
    """
    reader = _pushed(_native.OrderReader(_options(source, settings)), source, on_progress)
    return OrderIntake(reader.finish())


def read_subscriptions(
    source: Source, *, on_progress: OnProgress | None = None, **settings: Unpack[ReadSettings]
) -> SubscriptionIntake:
    """Reads an export of subscriptions. Nothing is charged by it: what the source says is written down.

    >>> export = b"Subscription ID,Email,Status,Amount,Currency,Interval\\ns-1,ada@example.com,past due,9.00,eur,month\\n"
    >>> read_subscriptions(export).subscriptions[0].status
    'past-due'
    """
    reader = _pushed(_native.SubscriptionReader(_options(source, settings)), source, on_progress)
    return SubscriptionIntake(reader.finish())


def detect(source: Source, **settings: Unpack[ReadSettings]) -> records.DetectAnswer:
    """What an export of contacts is, by its first MiB: its encoding, its dialect, its source, and what each column seems to be for.

    >>> found = detect(b"Email;First Name\\nada@example.com;Ada\\n")
    >>> found.detection.dialect.delimiter, [column.use.field for column in found.mapping.columns]
    (';', ['email', 'first-name'])
    """
    request = {"base64": _base64(sample(source)), "options": _wire.told("ReadOptions", _spelled(source, settings))}
    return cast(records.DetectAnswer, _wire.call("export.detect", request, within="options"))


def read_table(
    source: Source, *, delimiter: str | None = None, encoding: str | None = None, quote: str | None = None
) -> records.Table:
    """The dialect layer alone: a delimited text taken apart, cells as they are. For texts that fit into memory.

    >>> read_table(b"a;b\\n1;2\\n").rows
    (('1', '2'),)
    """
    options = {"delimiter": delimiter, "encoding": encoding, "quote": quote}
    request = {"base64": _base64(b"".join(chunks(source))), "options": options}
    return cast(records.Table, _wire.call("table.read", request, within="options"))


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _spelled(source: Source, settings: ReadSettings) -> dict[str, object]:
    """The options of a reading as the library names them."""
    options: dict[str, object] = dict(settings)
    if "timezone" in options:
        options["zone"] = options.pop("timezone")
    if options.get("file_name") is None:
        options["file_name"] = file_name(source)
    add_tags = settings.get("add_tags")
    if isinstance(add_tags, str | bytes | abc.Mapping):
        raise TypeError(f"`add_tags` has to be a list or another iterable of tags, and it is {article(add_tags)}: write add_tags=[{add_tags!r}]")
    if add_tags is not None:
        options["add_tags"] = list(add_tags)
    return options


def _options(source: Source, settings: ReadSettings) -> bytes:
    return _wire.encode("ReadOptions", _spelled(source, settings))


def _pushed(reader: _AnyReader, source: Source, on_progress: OnProgress | None) -> _AnyReader:
    for chunk in chunks(source, on_progress):
        reader.push(chunk)
    return reader
