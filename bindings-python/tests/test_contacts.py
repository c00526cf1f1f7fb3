"""The table, its views, and the ways in and out of it."""

from __future__ import annotations

import copy
import gc
import io
import pickle
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from harbour import FULL

import memberferry
from memberferry import Contacts, records

@pytest.fixture
def people() -> Contacts:
    return Contacts.from_records([FULL, {"email": "grace@example.com"}])


def test_a_view_shows_what_the_table_holds(people: Contacts) -> None:
    ada, grace = people
    for name in ("external_id", "email", "username", "first_name", "last_name", "phone", "company", "locale", "time_zone"):
        assert getattr(ada, name) == FULL[name]
    for name in ("external_id_aliases", "tags", "order_ids", "subscription_ids", "roles"):
        assert getattr(ada, name) == tuple(FULL[name])
        assert getattr(grace, name) == ()
    assert ada.email_key == "ada@example.com"
    assert ada.created_at == FULL["created_at"] and ada.updated_at == FULL["updated_at"]
    assert ada.custom == FULL["custom"] and list(ada.custom) == ["Shoe size", "Hat"]
    assert ada.referring_affiliate == "bob"
    assert ada.address == records.Address(**FULL["address"])
    assert ada.marketing.status == ada.marketing_status == "unsubscribed"
    assert ada.marketing.evidence is not None and ada.marketing.evidence.ip == "192.0.2.1"
    assert grace.first_name is None and grace.created_at is None and grace.custom == {}
    assert grace.marketing_status == "unknown"
    assert (ada.index, grace.index) == (0, 1)


def test_views_are_equal_where_they_say_the_same_of_a_person(people: Contacts) -> None:
    ada, grace = people
    again = Contacts.from_records([{"email": "grace@example.com"}, FULL])
    assert ada == people[0] == again[1] and ada != grace and ada != again[0]
    assert {ada, again[1], grace, again[0]} == {ada, grace}
    assert Contacts.from_records([{**FULL, "first_name": "Augusta"}])[0] != ada
    assert ada != ada.email and ada != ada.to_record()


def test_a_view_keeps_its_table_and_holds_nothing_else() -> None:
    contact = Contacts.from_records([FULL])[0]
    gc.collect()
    assert contact.email == "Ada@example.com"


def test_records_come_back_as_they_went_in(people: Contacts) -> None:
    once = list(people.to_records())
    assert once[0].address is not None and once[0].address.postal_code == "8000"
    assert once[0] == people[0].to_record()
    assert list(Contacts.from_records(once).to_records()) == once


def test_places_are_those_of_a_list(people: Contacts) -> None:
    assert people[-1].email == "grace@example.com"
    assert [contact.email for contact in people[::-1]] == ["grace@example.com", "Ada@example.com"]
    assert [contact.email for contact in people[1:]] == ["grace@example.com"]
    for place in (2, -3, 1 << 70):
        with pytest.raises((IndexError, OverflowError)):
            people[place]
    assert [contact.email for contact in Contacts.from_records([])] == []


def test_csv_reads_back(people: Contacts, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    people.write_csv(path)
    again = memberferry.read_contacts(path)
    assert list(again.contacts.to_records()) == list(people.to_records())
    many = Contacts.from_records({"email": f"m{number}@example.com", "first_name": "=1+1"} for number in range(5_000))
    file = io.BytesIO()
    many.write_csv(file)
    assert file.getvalue().count(b"\r\n") == 5_001
    assert b",'=1+1\r\n" in file.getvalue()


class Slow(io.BytesIO):
    """A file without a buffer, which takes some at a time."""

    def write(self, data: Any) -> int:
        return super().write(bytes(data)[:1_000])


def test_a_file_that_takes_some_at_a_time_gets_all_of_it(people: Contacts) -> None:
    many = Contacts.from_records({"email": f"m{number}@example.com"} for number in range(5_000))
    slow, quick = Slow(), io.BytesIO()
    many.write_csv(slow)
    many.write_csv(quick)
    assert slow.getvalue() == quick.getvalue()


class Full(io.RawIOBase):
    """A disk that is full after the first chunk."""

    written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self.written:
            raise OSError(28, "No space left on device")
        self.written += len(data)
        return len(data)


def test_a_full_disk_is_heard_while_csv_is_written() -> None:
    many = Contacts.from_records({"email": f"member-{number}@example.com"} for number in range(20_000))
    disk = Full()
    with pytest.raises(OSError, match="No space left"):
        many.write_csv(disk)  # type: ignore[arg-type]
    assert 0 < disk.written < 200_000


def test_a_record_that_is_no_contact_says_which_and_where() -> None:
    people = [{"email": "ada@example.com"}] * 1_500 + [{"email": "grace.example.com"}]
    with pytest.raises(memberferry.UsageError, match="the address has no `@`") as caught:
        Contacts.from_records(people)
    assert caught.value.location == {"record": 1_500, "path": "email"}
    with pytest.raises(memberferry.UsageError, match="unknown field `firstname`") as misspelled:
        Contacts.from_records([{"email": "ada@example.com", "firstname": "Ada"}])
    assert misspelled.value.help == "did you mean `first_name`?"
    with pytest.raises(ValueError, match="no point in time"):
        Contacts.from_records([{"email": "ada@example.com", "created_at": datetime(2024, 1, 1)}])
    for wrong in ({"email": "ada@example.com"}, "ada@example.com"):
        with pytest.raises(TypeError, match="is one thing"):
            Contacts.from_records(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Contacts.from_records([object()])  # type: ignore[list-item]


def test_several_lists_become_one() -> None:
    one = Contacts.from_records([{"email": "ada@example.com", "first_name": "Ada", "tags": ["Gold"]}])
    other = Contacts.from_records([{"email": "ADA@example.com", "first_name": "A.", "tags": ["VIP"]}])
    merged = memberferry.merge_contacts([one, other])
    assert merged.contacts[0].tags == ("Gold", "VIP")
    assert "value-overruled" in merged.issues.counts
    with pytest.raises(memberferry.UsageError):
        memberferry.merge_contacts([one], "best")


def test_users_are_joined_to_contacts() -> None:
    crm = Contacts.from_records([{"external_id": "7", "email": "ada@example.com", "tags": ["Gold"]}])
    users = Contacts.from_records([{"external_id": "7", "email": "ada@old.example", "username": "ada", "roles": ["subscriber"]}])
    joined = memberferry.join_contacts(crm, users)
    assert (joined.contacts[0].username, joined.contacts[0].tags) == ("ada", ("Gold",))


def test_threads_share_an_iterator_and_a_table(people: Contacts) -> None:
    many = Contacts.from_records({"email": f"m{number}@example.com", "tags": ["Gold"]} for number in range(4_000))
    shared, seen = iter(many), []
    lock = threading.Lock()

    def take() -> None:
        mine = [contact.email for contact in shared if contact.tags == ("Gold",)]
        with lock:
            seen.extend(mine)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted(contact.email for contact in many)


def test_handles_are_neither_pickled_nor_copied(people: Contacts) -> None:
    for refuse in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="a Contacts stands for data outside of Python"):
            refuse(people)
        with pytest.raises(TypeError, match="Contact"):
            refuse(people[0])


def test_a_view_cannot_be_changed(people: Contacts) -> None:
    with pytest.raises(AttributeError):
        people[0].email = "x@example.com"  # type: ignore[misc]


def test_what_is_shown_is_short(people: Contacts) -> None:
    assert repr(people) == "<Contacts 2>"
    assert repr(people[0]) == "<Contact 'Ada@example.com'>"
