"""Moves a ConvertKit list into a site in a SQLite file: read, check, plan, apply, prove."""

import sys
from pathlib import Path

import memberferry
from memberferry.carry_out import carry_out
from memberferry.targets import open_target

data, database = Path(__file__).parent / "data", Path(sys.argv[1])
intake = memberferry.read_contacts(data / "convertkit.csv", profile="kit")
for issue in intake.issues:
    print(f"line {issue.location.line if issue.location else None}: {issue.code}: {issue.message}")

site = memberferry.Site.load(data / "harbour.json")
with open_target(str(database)) as target:
    before = memberferry.Snapshot.from_records(target.users())
    plan = memberferry.Plan.build(site, intake, before, now="2024-06-01T00:00:00Z")
    print(f"plan: {plan.summary.to_create} to create, {plan.summary.left_out} left out, {len(plan.blockers)} blockers")
    with memberferry.Run(plan, database.with_suffix(".journal"), contacts=intake.contacts) as run:
        carry_out(run, target)
    after = memberferry.Snapshot.from_records(target.users())
    print(f"run: {run.status}; as planned: {memberferry.reconcile(plan, after).ok}")
    for user in target.users():
        marketing = user.get("marketing", {}).get("status")
        print(f"  {user['email']}: {', '.join(user['tags'])}; {', '.join(user['enrollments'])}; {marketing}")
