"""Sites, snapshots and plans."""

from __future__ import annotations

import io
import json
import pickle
from datetime import datetime, timezone
from pathlib import Path

import pytest
from harbour import NOW, SITE

import memberferry
from memberferry import Contacts, Plan, Site, Snapshot, records


def test_a_site_comes_from_wherever_it_is(tmp_path: Path) -> None:
    text = json.dumps(SITE)
    path = tmp_path / "site.json"
    path.write_text(text)
    for source in (SITE, text, text.encode(), path, str(path), io.BytesIO(text.encode())):
        loaded = Site.load(source)
        assert loaded.name == "Harbour Academy"
        assert Site.load(loaded.document).document == loaded.document
    assert repr(Site.load(SITE)) == "<Site 'Harbour Academy'>"
    with pytest.raises(FileNotFoundError):
        Site.load(tmp_path / "not-there.json")


def test_a_site_that_cannot_be_used_says_everything_that_is_wrong() -> None:
    with pytest.raises(memberferry.SiteError) as caught:
        Site.load({**SITE, "pages": [{"id": "a", "title": "A", "offering": "nope"}, {"id": "a", "title": "B"}]})
    assert len(caught.value.issues) >= 2 and all(issue["location"]["path"].startswith("pages") for issue in caught.value.issues)
    with pytest.raises(memberferry.SiteError) as broken:
        Site.load('{"format": 1,\n "name": }')
    assert broken.value.issues[0]["location"]["line"] == 2


def test_who_may_see_what(site: Site, contacts: Contacts) -> None:
    decision = site.decide({"logged_in": True, "tags": ["VIP"]}, "vip", NOW)
    assert decision.allowed and decision == site.decide(records.Member(logged_in=True, tags=["VIP"]), "vip", NOW)
    with pytest.raises(memberferry.SiteError):
        site.decide({}, "no-such-page", NOW)
    table = site.decide_all(contacts, NOW)
    assert (len(table), table.pages) == (12, ("front", "inner", "vip"))
    assert table.members_of("vip") == (0, 2, 4, 6, 8, 10) and table.count("vip") == 6
    assert table.allows(0, "vip") and not table.allows(1, "vip")
    with pytest.raises(KeyError):
        table.count("no-such-page")
    with pytest.raises(IndexError):
        table.allows(12, "vip")
    schedule = site.release_schedule({"offering": "gold", "enrolled_at": NOW}, NOW)
    assert list(schedule) == []


def test_a_snapshot_is_the_same_in_any_order() -> None:
    users = [{"id": str(number), "email": f"m{number}@example.com"} for number in range(2_500)]
    snapshot = Snapshot.from_records(users)
    assert len(snapshot) == 2_500
    assert snapshot.digest == Snapshot.from_records(reversed(users)).digest
    assert list(Snapshot.from_records(snapshot.to_records()).to_records()) == list(snapshot.to_records())
    with pytest.raises(memberferry.PlanError) as twice:
        Snapshot.from_records([*users, {"id": "x", "email": "M7@example.com"}])
    assert twice.value.code == "snapshot-invalid"
    with pytest.raises(memberferry.PlanError) as wrong:
        Snapshot.from_records([*users, {"id": "x"}])
    assert wrong.value.location == {"line": 2_501}


def test_the_same_people_give_the_same_plan(site: Site, contacts: Contacts, plan: Plan) -> None:
    again = Plan.build(site, contacts, Snapshot.from_records([]), {"now": NOW}, batch_size=5)
    assert again == plan and hash(again) == hash(plan) and again.to_bytes() == plan.to_bytes()
    given = Plan.build(site, contacts, Snapshot.from_records([]), plan.header.options)
    assert given.digest == plan.digest
    other = Plan.build(site, contacts, Snapshot.from_records([]), plan.header.options, keep_maintenance_mode=True)
    assert other != plan
    difference = plan.diff(other)
    assert difference.before == plan.digest and difference.removed + difference.changed + difference.added > 0
    assert plan.diff(again).operations == ()


def test_a_plan_says_what_it_does(plan: Plan) -> None:
    operations = list(plan.operations())
    assert len(operations) == len(plan) and plan.summary.to_create == 12
    assert operations[0].kind == "check-target"
    assert plan.environment.kind == "staging" and plan.blockers == ()
    assert repr(plan).startswith(f"<Plan {plan.digest[:12]}, ")
    assert bool(plan) and plan.issues is not None


def test_a_plan_is_written_and_read_back(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "plan.jsonl"
    plan.write(path)
    assert path.read_bytes() == plan.to_bytes()
    for source in (path, path.read_bytes(), path.open("rb"), plan.to_chunks()):
        assert Plan.from_bytes(source) == plan
        if isinstance(source, io.IOBase):
            source.close()
    altered = plan.to_bytes().replace(b"m3@example.com", b"m4@example.com", 1)
    with pytest.raises(memberferry.PlanError) as caught:
        Plan.from_bytes(altered)
    assert caught.value.code == "plan-invalid" and caught.value.location["line"] > 1
    with pytest.raises(memberferry.PlanError):
        Plan.from_bytes(plan.to_bytes()[:-30])


def test_decisions_are_those_of_the_library(site: Site, contacts: Contacts) -> None:
    nobody = Snapshot.from_records([])
    with pytest.raises(memberferry.UsageError, match="unknown field `import_everybody`"):
        Plan.build(site, contacts, nobody, now=NOW, import_everybody=True)
    with pytest.raises(memberferry.UsageError, match="unknown variant `everyone`") as caught:
        Plan.build(site, contacts, nobody, now=NOW, notify="everyone")
    assert caught.value.location["path"] == "notify"
    with pytest.raises(memberferry.PlanError) as nowhere:
        without = {name: value for name, value in SITE.items() if name != "environment"}
        Plan.build(Site.load(without), contacts, nobody, now=NOW)
    assert nowhere.value.code == "environment-missing"
    before = datetime.now(timezone.utc)
    assert before <= Plan.build(site, contacts, nobody).header.options.now <= datetime.now(timezone.utc)


def test_tags_that_are_the_sites_but_for_a_category_are_proposed_for_its_tag_map(site: Site) -> None:
    held = [{"email": "ada@example.com", "marketing": {"status": "unknown"}, "tags": ["Membership: gold", "Other"]}]
    [entry] = memberferry.propose_tag_map(site, Contacts.from_records(held))
    assert entry == records.TagMapEntryRename(from_="Membership: gold", to="Gold")


def test_an_operation_of_the_sites_own_is_carried_out_on_a_user(site: Site) -> None:
    ada = {"id": "7", "email": "ada@example.com"}
    answer = memberferry.perform_custom_operation(site, {"kind": "add-tags", "tags": ["Newsletter"]}, ada, NOW)
    assert answer.user is not None and list(answer.user.tags) == ["Newsletter"]


def test_orders_tell_who_bought() -> None:
    site = Site.load(
        {
            **SITE,
            "offerings": [
                {"id": "gold", "name": "Gold", "accessTag": "Gold", "modules": [], "products": ["Gold year"]},
            ],
        }
    )
    contacts = Contacts.from_records([{"email": "ada@example.com", "tags": ["Gold"]}])
    orders = memberferry.read_orders(
        b"Order ID,Email,Total,Status,Date,Product\n17,ada@example.com,EUR 49.00,paid,2024-03-04T05:06:07Z,Gold year\n"
    ).orders
    plan = Plan.build(site, contacts, Snapshot.from_records([]), now=NOW, orders=orders, drip_continuity="keep-original-clock")
    changes = [operation.change for operation in plan.operations()]
    enroll = next(change for change in changes if isinstance(change, records.Enroll))
    assert enroll.after.enrolled_at == datetime(2024, 3, 4, 5, 6, 7, tzinfo=timezone.utc)


def test_handles_are_not_pickled(site: Site, plan: Plan) -> None:
    for handle in (site, plan, Snapshot.from_records([])):
        with pytest.raises(TypeError, match="can be neither pickled nor copied"):
            pickle.dumps(handle)


def test_an_exception_is_pickled_with_all_it_says() -> None:
    with pytest.raises(memberferry.SiteError) as caught:
        Site.load({**SITE, "timezone": "Mars/Olympus"})
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is memberferry.SiteError
    assert (again.code, again.issues, str(again)) == (caught.value.code, caught.value.issues, str(caught.value))


def test_an_argument_of_another_kind_is_named(site: Site, contacts: Contacts, plan: Plan) -> None:
    nobody = Snapshot.from_records([])
    for make in (
        lambda: Plan.build(site, [], nobody),  # type: ignore[arg-type]
        lambda: Plan.build(site.document, contacts, nobody),  # type: ignore[arg-type]
        lambda: Plan.build(site, contacts, []),  # type: ignore[arg-type]
        lambda: plan.diff(None),  # type: ignore[arg-type]
        lambda: memberferry.Run(None, "journal"),  # type: ignore[arg-type]
        lambda: memberferry.Run(plan, None),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match="^`[a-z]+` has to be a "):
            make()


def test_an_id_may_be_the_number_that_a_database_gives() -> None:
    users = Snapshot.from_records([{"id": 7, "email": "ada@example.com"}])
    assert users.digest == Snapshot.from_records([{"id": "7", "email": "ada@example.com"}]).digest
    with pytest.raises(TypeError, match="a dict is one thing"):
        Snapshot.from_records({"id": 7, "email": "ada@example.com"})  # type: ignore[arg-type]
