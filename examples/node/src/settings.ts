// Whether visitors are kept out while members are moved. Knows no plan.

import type { Queryable } from "./database.js";

/** Whether members are being moved; as long as the transaction lasts that asks, that does not begin. */
export async function inMaintenanceUntilTheEnd(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ value: string }>("SELECT value FROM settings WHERE name = 'maintenance' FOR SHARE");
  return rows[0]?.value === "on";
}

/** Waits for those who change members now. */
export async function setMaintenance(client: Queryable, value: "on" | "off"): Promise<void> {
  await client.query("UPDATE settings SET value = $1 WHERE name = 'maintenance'", [value]);
}
