// The pool, transactions, and what an error of the database means. Knows no table.

import pg from "pg";

export type Client = pg.PoolClient;
export type Queryable = Pick<pg.ClientBase, "query">;

/** A pool of connections. A connection that breaks while nobody uses it is dropped, and another is made when it is needed. */
export function connect(size: number): pg.Pool {
  const pool = new pg.Pool({
    max: size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A transaction that is forgotten lets go of its locks.
    idle_in_transaction_session_timeout: 60_000,
    options: "-c timezone=UTC -c datestyle=ISO",
    application_name: "membership-service",
  });
  pool.on("error", () => undefined);
  // The same of one that is in use: whoever uses it is told by the query that fails, and an event that nobody hears would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Does something in a transaction: all of it, or nothing. */
export async function transaction<Value>(pool: pg.Pool, work: (client: Client) => Promise<Value>, begin = "BEGIN"): Promise<Value> {
  const client = await pool.connect();
  try {
    const value = await transactionOn(client, () => work(client), begin);
    client.release();
    return value;
  } catch (error) {
    client.release(isUnavailable(error));
    throw error;
  }
}

/** The same on a connection that is held already. */
export async function transactionOn<Value>(client: Queryable, work: () => Promise<Value>, begin = "BEGIN"): Promise<Value> {
  await client.query(begin);
  try {
    const value = await work();
    await client.query("COMMIT");
    return value;
  } catch (error) {
    // Where the connection broke there is nothing to roll back any more.
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Does something again where another transaction got in its way. */
export async function again<Value>(work: () => Promise<Value>, attempts = 3): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !IN_THE_WAY.has(codeOf(error))) throw error;
    }
  }
}

/** Serialization failure, deadlock, and a unique value that somebody else has just written. */
const IN_THE_WAY: ReadonlySet<string> = new Set(["40001", "40P01", "23505"]);

/** What the network says, and what the server says while it starts, stops or is full. */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"],
  ...["57P01", "57P02", "57P03", "53300", "25P03"],
]);

/** Whether the database cannot be reached now, so that trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (UNAVAILABLE.has(code) || code.startsWith("08")) return true;
  // The driver has no codes of its own for these.
  return error instanceof Error && /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}

/** Whether it is the value that the database refuses: one that breaks a constraint, or that it cannot hold. */
export function isAboutData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "");
}

export function isTaken(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/** The code of an error, of the database or of the system; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The one row that a query gives. */
export async function one<Row extends pg.QueryResultRow>(client: Queryable, text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await client.query<Row>(text, values);
  const [row] = rows;
  if (row === undefined) throw new Error("the query gave no row");
  return row;
}

/** Does something that one process does at a time, while the connection lasts; nothing where somebody else is at it. */
export async function alone<Value>(client: Client, name: string, work: () => Promise<Value>): Promise<Value | undefined> {
  const { taken } = await one<{ taken: boolean }>(client, "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken", [name]);
  if (!taken) return undefined;
  try {
    return await work();
  } finally {
    // A connection that broke has let go of it.
    await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch(() => undefined);
  }
}
