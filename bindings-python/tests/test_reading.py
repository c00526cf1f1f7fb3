"""Every way in gives the same, and what is given the wrong way is said in Python's terms."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import memberferry
from memberferry import read_contacts

EXPORT = "Email;First Name;Tags\nada@example.com;Zoë;Gold,VIP\nGrace@Example.com;Grace;\nnobody;;\n".encode()


def rows(intake: memberferry.Intake) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(contact.email, contact.first_name, contact.tags) for contact in intake.contacts]


EXPECTED = [("ada@example.com", "Zoë", ("Gold", "VIP")), ("Grace@Example.com", "Grace", ())]


def test_a_path_bytes_a_file_and_chunks_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(EXPORT)
    with path.open("rb") as file:
        sources: list[Any] = [path, str(path), EXPORT, bytearray(EXPORT), memoryview(EXPORT), io.BytesIO(EXPORT), file, [EXPORT]]
        for source in sources:
            intake = read_contacts(source)
            assert rows(intake) == EXPECTED
            assert intake.stats.set_aside == 1


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1_000])
def test_every_way_of_cutting_the_input_reads_the_same(size: int) -> None:
    whole = read_contacts(EXPORT)
    cut = read_contacts(EXPORT[at : at + size] for at in range(0, len(EXPORT), size))
    assert rows(cut) == rows(whole)
    assert list(cut.issues) == list(whole.issues)
    assert cut.set_aside_csv() == whole.set_aside_csv()


def test_several_threads_read_what_one_reads() -> None:
    export = b"Email,Tags\n" + b"".join(b"m%d@example.com,T%d\n" % (n, n % 7) for n in range(150_000))
    assert rows(read_contacts(export, threads=2)) == rows(read_contacts(export))


def test_progress_is_told_after_each_chunk(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    read_contacts([EXPORT[:20], EXPORT[20:]], on_progress=lambda done, total: told.append((done, total)))
    assert told == [(20, None), (len(EXPORT), None)]
    path = tmp_path / "list.csv"
    path.write_bytes(EXPORT)
    read_contacts(path, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(EXPORT), len(EXPORT))
    file = io.BytesIO(b"ignored\n" + EXPORT)
    file.seek(8)
    read_contacts(file, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(EXPORT), len(EXPORT))


def test_what_was_detected_is_said() -> None:
    intake = read_contacts(EXPORT)
    assert intake.detection.encoding.name == "UTF-8"
    assert intake.detection.dialect is not None and intake.detection.dialect.delimiter == ";"
    assert [column.header for column in intake.mapping.columns] == ["Email", "First Name", "Tags"]
    assert "nobody" in intake.set_aside_csv()


def test_a_mapping_goes_back_into_the_reader() -> None:
    mapping = read_contacts(EXPORT).mapping
    ignored = memberferry.records.ColumnUseIgnored()
    columns = [column.replace(use=ignored) if column.header == "Tags" else column for column in mapping.columns]
    intake = read_contacts(EXPORT, mapping=mapping.replace(columns=columns))
    assert [contact.tags for contact in intake.contacts] == [(), ()]


def test_settings_are_those_of_the_library() -> None:
    export = b"Email,Created\nada@example.com,3/4/2024\n"
    day = read_contacts(export, day_first=True, timezone="Europe/Vienna").contacts[0].created_at
    assert day is not None and day.isoformat() == "2024-04-02T22:00:00+00:00"
    with pytest.raises(memberferry.UsageError, match="day_frist|dayFrist") as caught:
        read_contacts(export, day_frist=True)  # type: ignore[call-arg]
    assert caught.value.code == "argument-invalid"
    with pytest.raises(memberferry.UsageError, match="`keep` is not a known source") as unknown:
        read_contacts(export, profile="keep")
    assert "keap" in unknown.value.help


def test_the_name_of_a_file_counts(tmp_path: Path) -> None:
    export = b"Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,NOTES,TAGS\nada@example.com,Ada,L,2,,,1,a,,\n"
    path = tmp_path / "unsubscribed_members_export_1a2b3c.csv"
    path.write_bytes(export)
    assert read_contacts(path).contacts[0].marketing_status == "unsubscribed"


class Broken(Exception):
    pass


def breaking() -> Iterator[bytes]:
    yield EXPORT
    raise Broken("the network went away")


def test_an_iterable_that_raises_is_heard() -> None:
    with pytest.raises(Broken, match="went away"):
        read_contacts(breaking())


def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_contacts(tmp_path / "not-there.csv")
    with pytest.raises(IsADirectoryError):
        read_contacts(tmp_path)
    closed = io.BytesIO(EXPORT)
    closed.close()
    with pytest.raises(ValueError, match="the file is closed"):
        read_contacts(closed)
    with pytest.raises(TypeError, match="binary mode"):
        read_contacts(io.StringIO("Email\n"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="yielded a str"):
        read_contacts(["Email\n"])  # type: ignore[list-item]
    for wrong in (None, 17, 1.5):
        with pytest.raises(TypeError, match="cannot be read"):
            read_contacts(wrong)  # type: ignore[arg-type]


def test_a_path_is_looked_for_before_anything_is_read() -> None:
    with pytest.raises(FileNotFoundError):
        memberferry.detect("/not/there.csv")


def test_an_input_that_is_none_is_an_intake_error() -> None:
    for content in (b"", b"\n\n", b"\x89PNG\r\n\x1a\n" + bytes(2_000)):
        with pytest.raises(memberferry.IntakeError) as caught:
            read_contacts(content)
        assert caught.value.category == "intake" and caught.value.code.startswith("input-")


def test_a_limit_names_itself_and_its_place() -> None:
    with pytest.raises(memberferry.IntakeError) as caught:
        read_contacts(EXPORT, limits={"records": 1})
    assert caught.value.code == "limit-exceeded"
    assert caught.value.location["line"] == 3


def test_a_file_is_left_where_it_was_by_a_look() -> None:
    file = io.BytesIO(EXPORT)
    found = memberferry.detect(file)
    assert found.detection.dialect is not None and found.detection.dialect.delimiter == ";"
    assert file.tell() == 0
    assert rows(read_contacts(file)) == EXPECTED


def test_orders_and_subscriptions_are_records() -> None:
    orders = memberferry.read_orders(b'Order ID,Email,Total,Status\n17,ada@example.com,"EUR 1.049,50",paid\n18,,,\n').orders
    assert len(orders) == 2 and orders[0].id == "17" and orders[-1].id == "18"
    assert orders[0].total == memberferry.records.Money(minor_units=104_950, currency="EUR")
    assert [order.id for order in orders[0:1]] == ["17"]
    with pytest.raises(IndexError):
        orders[2]
    export = b"Subscription ID,Email,Status,Amount,Currency,Interval\ns-1,ada@example.com,past due,9.00,eur,month\n"
    intake = memberferry.read_subscriptions(export)
    assert intake.subscriptions[0].status == "past-due"
    assert intake.stats.kept == 1


def test_the_json_of_an_api_is_read() -> None:
    answer = b'[{"email": "ada@example.com", "tags": ["Gold"]}, {"email": "nobody"}]'
    intake = memberferry.read_records(answer[at : at + 9] for at in range(0, len(answer), 9))
    assert rows(intake) == [("ada@example.com", None, ("Gold",))]
    assert intake.stats.set_aside == 1


def test_issues_are_a_sequence() -> None:
    issues = read_contacts(EXPORT).issues
    assert len(issues) == len(list(issues)) == sum(issues.counts.values())
    error = next(issue for issue in issues if issue.severity == "error")
    assert error.location is not None
    assert (error.code, error.location.line, error.value) == ("email-invalid", 4, "nobody")
    assert issues[-1] == list(issues)[-1] and list(issues[:2]) == list(issues)[:2]


def test_tags_to_add_are_a_list_and_never_one_text() -> None:
    export = b"Email\nada@example.com\n"
    assert memberferry.read_contacts(export, add_tags=["Gold"]).contacts[0].tags == ("Gold",)
    assert memberferry.read_contacts(export, add_tags=None).contacts[0].tags == ()
    for wrong in ("Gold", b"Gold"):
        with pytest.raises(TypeError, match="`add_tags` has to be a list"):
            memberferry.read_contacts(export, add_tags=wrong)  # type: ignore[arg-type]


def test_the_json_of_an_api_is_told_from_a_table() -> None:
    with pytest.raises(memberferry.IntakeError, match="read_records") as refused:
        memberferry.read_contacts(b'{"subscribers": [{"email_address": "ada@example.com"}]}')
    assert "ada@" not in str(refused.value)
