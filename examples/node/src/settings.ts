// Whether visitors are kept out while members are moved. Knows no plan.

import type { Queryable } from "./database.js";

export async function inMaintenance(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM settings WHERE name = 'maintenance' AND value = 'on'");
  return rowCount === 1;
}

/** The same for whoever changes members: as long as their transaction lasts, it does not begin. */
export async function inMaintenanceUntilTheEnd(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ value: string }>("SELECT value FROM settings WHERE name = 'maintenance' FOR SHARE");
  return rows[0]?.value === "on";
}

/** Waits for those who change members now. */
export async function setMaintenance(client: Queryable, value: "on" | "off"): Promise<void> {
  await client.query("UPDATE settings SET value = $1 WHERE name = 'maintenance'", [value]);
}
