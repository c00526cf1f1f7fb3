// Whether visitors are kept out while members are moved. Knows no plan.

import type { Queryable } from "./database.js";

export async function inMaintenance(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM settings WHERE name = 'maintenance' AND value = 'on'");
  return rowCount === 1;
}

export async function setMaintenance(client: Queryable, value: "on" | "off"): Promise<void> {
  const upsert = "INSERT INTO settings VALUES ('maintenance', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  await client.query(upsert, [value]);
}
