"""Decides what becomes of a CRM's tags by a rule of one's own, and lets the library check the decision."""

import json
from pathlib import Path

import memberferry

data = Path(__file__).parent / "data"
contacts = memberferry.read_contacts(data / "convertkit.csv", profile="kit").contacts
document = json.loads((data / "harbour.json").read_text(encoding="utf-8"))

known = {tag for entry in document["tagMap"] for tag in [entry["from"]]}
for tag in sorted({tag for contact in contacts for tag in contact.tags} - known):
    if tag.startswith("Course: "):
        document["tagMap"].append({"kind": "keep", "from": tag})
    else:
        document["tagMap"].append({"kind": "drop", "from": tag, "reason": "no page asks for it"})

site = memberferry.Site.load(document)
nobody = memberferry.Snapshot.from_records([])
plan = memberferry.Plan.build(site, contacts, nobody, now="2024-06-01T00:00:00Z", import_all_contacts=True)
for entry in site.document["tagMap"]:
    print(f"{entry['from']}: {entry['kind']} {entry.get('to', '')}".rstrip())
print(f"{plan.summary.tags_to_add} tags to add, {plan.summary.tags_dropped} dropped")
for issue in plan.issues:
    if issue.code.startswith("tag-"):
        print(f"{issue.severity} {issue.code}: {issue.message}")
