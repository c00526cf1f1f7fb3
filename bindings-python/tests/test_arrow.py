"""Columns go to pyarrow, polars, duckdb and pandas, and come back."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from harbour import FULL

import memberferry
from memberferry import Contacts, Site

PEOPLE: list[dict[str, Any]] = [FULL, {"email": "grace@example.com"}, {"email": "eve@example.com", "tags": ["Gold"]}]


@pytest.fixture
def people() -> Contacts:
    return Contacts.from_records(PEOPLE)


def records_of(contacts: Contacts) -> list[memberferry.records.Contact]:
    return list(contacts.to_records())


def test_pyarrow_has_typed_columns(people: Contacts) -> None:
    table = pyarrow.table(people)
    table.validate(full=True)
    types = {field.name: str(field.type) for field in table.schema}
    assert types["email"] == types["marketing_status"] == "string"
    assert types["created_at"] == types["consent_at"] == "timestamp[us, tz=UTC]"
    assert types["tags"] == types["order_ids"] == "list<item: string>"
    assert types["custom"] == "map<string, string>"
    rows = table.to_pylist()
    assert rows[0]["first_name"] == "Ada" and rows[1]["first_name"] is None
    assert rows[0]["created_at"] == FULL["created_at"] and rows[1]["created_at"] is None
    assert [row["tags"] for row in rows] == [FULL["tags"], [], ["Gold"]]
    assert dict(rows[0]["custom"]) == FULL["custom"] and rows[1]["custom"] == []
    assert rows[0]["address_line1"] == "1 Mill" and rows[0]["consent_ip"] == "192.0.2.1"
    assert not any("password" in field.name for field in table.schema)


def test_pyarrow_gives_back_what_it_took(people: Contacts) -> None:
    assert records_of(Contacts.from_arrow(pyarrow.table(people))) == records_of(people)
    reader = pyarrow.RecordBatchReader.from_stream(people)
    assert records_of(Contacts.from_arrow(reader)) == records_of(people)
    twice = pyarrow.concat_tables([pyarrow.table(people)] * 2)
    assert len(Contacts.from_arrow(twice.slice(1, 4))) == 4
    assert records_of(Contacts.from_arrow(twice.slice(3, 3))) == records_of(people)


def test_polars_gives_back_what_it_took(people: Contacts) -> None:
    frame = polars.DataFrame(people)
    assert frame.filter(polars.col("tags").list.contains("Gold"))["email"].to_list() == ["Ada@example.com", "eve@example.com"]
    assert frame.schema["created_at"] == polars.Datetime("us", "UTC")
    assert records_of(Contacts.from_arrow(frame)) == records_of(people)
    categories = frame.with_columns(polars.col("marketing_status").cast(polars.Categorical))
    assert records_of(Contacts.from_arrow(categories)) == records_of(people)


def test_duckdb_takes_it_and_gives_it_back(people: Contacts) -> None:
    connection = duckdb.connect()
    table = pyarrow.table(people)
    connection.register("people", table)
    found = connection.sql("select email from people where list_contains(tags, 'Gold') order by email").fetchall()
    assert found == [("Ada@example.com",), ("eve@example.com",)]
    reader = connection.sql("select email, tags, created_at from people").to_arrow_reader(100)
    again = Contacts.from_arrow(reader)
    assert [contact.tags for contact in again] == [contact.tags for contact in people]
    assert again[0].created_at == people[0].created_at


def test_pandas_takes_it(people: Contacts) -> None:
    frame = pandas.DataFrame.from_arrow(people) if hasattr(pandas.DataFrame, "from_arrow") else pyarrow.table(people).to_pandas()
    assert frame["email"].tolist() == ["Ada@example.com", "grace@example.com", "eve@example.com"]
    assert str(frame["created_at"].dtype).startswith(("datetime64[us, UTC]", "timestamp[us"))


def test_many_rows_come_in_several_batches() -> None:
    count = 10_000
    export = b"Email,Tags\n" + b"".join(b"m%d@example.com,T%d\n" % (number, number % 3) for number in range(count))
    contacts = memberferry.read_contacts(export).contacts
    table = pyarrow.table(contacts)
    assert table.num_rows == count and table["email"].num_chunks == 3
    assert table["email"][count - 1].as_py() == f"m{count - 1}@example.com"
    assert table["tags"][4_096].as_py() == [f"T{4_096 % 3}"]
    assert len(Contacts.from_arrow(table)) == count


def test_some_of_the_columns_go_over_in_the_order_of_the_table(people: Contacts) -> None:
    some = people.arrow(columns=["tags", "email", "created_at"])
    assert some.columns == ("email", "created_at", "tags") and repr(some) == "<ArrowColumns of 3: email, created_at, tags>"
    table = pyarrow.table(some)
    assert table.column_names == ["email", "created_at", "tags"]
    assert table.equals(pyarrow.table(people).select(table.column_names))
    assert polars.DataFrame(some)["email"].to_list() == table["email"].to_pylist()
    assert [contact.tags for contact in Contacts.from_arrow(some)] == [contact.tags for contact in people]
    assert pyarrow.table(people.arrow(columns=[])).shape == (3, 0)
    with pytest.raises(memberferry.MemberferryError) as caught:
        people.arrow(columns=["emial"])
    assert "`emial` is no column" in caught.value.message and "email" in caught.value.help
    with pytest.raises(TypeError, match="has to be a list of names"):
        people.arrow(columns="email")


def test_nobody_has_columns_too() -> None:
    table = pyarrow.table(Contacts.from_records([]))
    assert table.num_rows == 0 and "email" in table.column_names
    assert len(Contacts.from_arrow(table)) == 0


def test_the_table_outlives_the_contacts(people: Contacts) -> None:
    table = pyarrow.table(Contacts.from_records(PEOPLE))
    assert table["email"].to_pylist()[0] == "Ada@example.com"
    stream = people.__arrow_c_stream__()
    del stream  # an unread stream is released


def test_other_spellings_of_columns_are_taken() -> None:
    at = datetime(2024, 1, 1, tzinfo=timezone.utc)
    for unit in ("s", "ms", "us", "ns"):
        table = pyarrow.table(
            {
                "email": pyarrow.array(["ada@example.com", None], pyarrow.large_string()).fill_null("eve@example.com"),
                "first_name": pyarrow.array(["Ada", None]).dictionary_encode(),
                "tags": pyarrow.array([["Gold"], None], pyarrow.large_list(pyarrow.string_view())),
                "created_at": pyarrow.array([at, None], pyarrow.timestamp(unit, "Europe/Vienna")),
                "custom:Hat": pyarrow.array(["yes", ""]),
                "phone": pyarrow.nulls(2),
            }
        )
        ada, eve = Contacts.from_arrow(table)
        assert (ada.first_name, ada.tags, ada.created_at, ada.custom) == ("Ada", ("Gold",), at, {"Hat": "yes"})
        assert (eve.first_name, eve.tags, eve.created_at, eve.custom) == (None, (), None, {})


def test_columns_that_are_none_of_contacts_are_refused() -> None:
    def refused(**columns: Any) -> memberferry.MemberferryError:
        with pytest.raises(memberferry.MemberferryError) as caught:
            Contacts.from_arrow(pyarrow.table(columns))
        return caught.value

    error = refused(email=["ada@example.com", "grace.example.com"])
    assert isinstance(error, memberferry.ContactError)
    assert (error.code, error.location["record"]) == ("email-invalid", 1)
    assert "`mail` is no column" in str(refused(email=["ada@example.com"], mail=["x"]))
    assert refused(mail=["ada@example.com"]).message == "there is no column `email`"
    assert "`Float64`" in refused(email=["ada@example.com"], score=[1.5]).message
    assert "a list of texts is expected" in refused(email=["ada@example.com"], tags=["Gold"]).message
    naive = pyarrow.array([datetime(2024, 1, 1)], pyarrow.timestamp("us"))
    assert "Timestamp" in refused(email=["ada@example.com"], created_at=naive).message
    with pytest.raises(TypeError, match="hands over no Arrow stream"):
        Contacts.from_arrow({"email": ["ada@example.com"]})


def test_a_stream_that_raises_is_heard() -> None:
    schema = pyarrow.schema([("email", pyarrow.string())])

    def batches() -> Any:
        yield pyarrow.record_batch({"email": ["ada@example.com"]})
        raise RuntimeError("the network went away")

    reader = pyarrow.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(memberferry.UsageError, match="the network went away"):
        Contacts.from_arrow(reader)


def test_orders_issues_and_access_are_tables(site: Site, people: Contacts) -> None:
    orders = memberferry.read_orders(
        b'Order ID,Email,Total,Status,Product\n17,ada@example.com,"EUR 1.049,50",paid,Gold\n'
    ).orders
    table = pyarrow.table(orders)
    assert table["total"].to_pylist() == [{"minor_units": 104_950, "currency": "EUR"}]
    assert table["status"].to_pylist() == ["paid"]
    assert polars.DataFrame(orders)["total"].struct.field("minor_units").to_list() == [104_950]
    subscriptions = memberferry.read_subscriptions(
        b"Subscription ID,Email,Status,Amount,Currency,Interval\ns-1,ada@example.com,active,9.00,eur,month\n"
    ).subscriptions
    assert pyarrow.table(subscriptions)["interval"].to_pylist() == [{"kind": "every", "count": 1, "unit": "month"}]
    issues = memberferry.read_contacts(b"Email\nnobody\nada@example.com\n").issues
    table = pyarrow.table(issues)
    assert table["code"].to_pylist() == [issue.code for issue in issues]
    lines = polars.DataFrame(issues).filter(polars.col("code") == "email-invalid")["line"]
    assert lines.to_list() == [2]
    access = site.decide_all(people, datetime(2024, 6, 1, tzinfo=timezone.utc))
    table = pyarrow.table(access)
    assert table.column_names == ["email", "front", "inner", "vip"]
    assert table["inner"].to_pylist() == [True, True, True] and table["vip"].to_pylist() == [False, False, False]
    assert polars.DataFrame(access)["inner"].sum() == access.count("inner") == 3


@pytest.mark.parametrize("more", [{}, {"custom": {"Shoe size": "42", "Hat": "yes"}}, {"tags": ["Gold", "VIP"], "roles": ["subscriber"]}])
def test_what_pandas_has_comes_back_also_where_lists_are_all_empty(more: dict[str, Any]) -> None:
    contacts = memberferry.Contacts.from_records([{"email": "ada@example.com", **more}, {"email": "ben@example.com"}])
    back = memberferry.Contacts.from_arrow(pandas.DataFrame.from_arrow(contacts))
    assert list(back.to_records()) == list(contacts.to_records())


def test_a_column_of_something_else_is_named_with_what_to_make_of_it() -> None:
    table = pyarrow.table({"email": ["ada@example.com"], "created_at": [date(2024, 1, 1)]})
    with pytest.raises(memberferry.UsageError) as refused:
        memberferry.Contacts.from_arrow(table)
    assert "`created_at`" in refused.value.message and "timestamp in UTC" in refused.value.help
    table = pyarrow.table({"email": ["ada@example.com"], "tags": [[date(2024, 1, 1)]]})
    with pytest.raises(memberferry.UsageError, match="`tags`"):
        memberferry.Contacts.from_arrow(table)
