"""Makes one list of Mailchimp's three files. Whoever unsubscribed anywhere stays unsubscribed."""

from pathlib import Path

import polars

import memberferry

data = Path(__file__).parent / "data"
files = ("subscribed_members_export.csv", "unsubscribed_members_export.csv", "cleaned_members_export.csv")
lists = [memberferry.read_contacts(data / name).contacts for name in files]
merged = memberferry.merge_contacts(lists)

people = polars.DataFrame(merged.contacts)
with polars.Config(tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True):
    print(people.select("email", "first_name", "marketing_status", polars.col("tags").list.join(", ")))
for issue in merged.issues:
    print(f"{issue.code}: {issue.message}")
