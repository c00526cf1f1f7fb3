// Brings the database's tables to what the service needs, once, whoever starts first. Knows no table but its own.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";

import { transaction } from "./database.js";

const FOLDER = fileURLToPath(new URL("../../migrations/", import.meta.url));

/** Runs what was not run yet, all in one transaction; gives their names. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  return transaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('migrations', 0))");
    await client.query("CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())");
    const { rows } = await client.query<{ name: string }>("SELECT name FROM migrations");
    const ran = new Set(rows.map(({ name }) => name));
    const lacking = files.filter((name) => !ran.has(name));
    for (const name of lacking) {
      await client.query(await readFile(path.join(FOLDER, name), "utf8"));
      await client.query("INSERT INTO migrations (name) VALUES ($1)", [name]);
    }
    return lacking;
  });
}
