"""Draws to how many members modules open, day by day, in the month to come."""

import sys
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

import memberferry

data, picture = Path(__file__).parent / "data", Path(sys.argv[1])
site = memberferry.Site.load(data / "harbour.json")
start = datetime(2024, 6, 1, tzinfo=timezone.utc)
members = [
    {"enrollments": [{"offering": "watercolour", "enrolledAt": start - timedelta(days=days, hours=-9)}]}
    for days in (1, 2, 2, 3, 5, 8, 8, 8, 13)
]
opening: dict[str, Counter[int]] = {}
for release in memberferry.next_releases(site, members, start, start + timedelta(days=30)):
    if release.turn == "opens":
        opening.setdefault(release.module, Counter())[release.at.day] += 1

figure, axes = pyplot.subplots(figsize=(9, 3), layout="constrained")
below = [0] * 30
for module, days in opening.items():
    heights = [days[day] for day in range(1, 31)]
    axes.bar(range(1, 31), heights, bottom=below, label=module)
    below = [low + height for low, height in zip(below, heights, strict=True)]
    print(f"{module}: " + ", ".join(f"{count} on June {day}" for day, count in sorted(days.items())))
axes.set(title="Modules opening in June", xlabel="day", ylabel="members")
axes.legend()
figure.savefig(picture)
