// Moves as they are kept: the plan, who approved what, the journal. Knows no operation.

import { type Journal, Plan, type records } from "@memberferry/node";
import type pg from "pg";

import { type Queryable, one, transaction } from "./database.js";

export type State = "planned" | "approved" | "running" | Exclude<records.RunStatus, "running">;

export interface Move {
  readonly id: string;
  readonly state: State;
  readonly digest: string;
  readonly summary: records.PlanSummary;
  readonly blockers: readonly records.Issue[];
  readonly read: unknown;
  readonly takesBack: string | null;
  readonly backup: string | null;
  readonly progress: records.RunProgress | null;
}

const SELECT = `SELECT id::text, state, digest, summary, blockers, read, takes_back::text AS "takesBack", backup, progress FROM moves`;

/** What is kept of a reading. */
export interface Read {
  readonly about: unknown;
  readonly setAsideCsv: string;
}

/** Keeps a plan for somebody to look at. */
export async function keep(pool: pg.Pool, plan: Plan, read?: Read, takesBack?: string): Promise<Move> {
  return transaction(pool, async (client) => {
    const insert = `INSERT INTO moves (digest, summary, blockers, read, set_aside, takes_back)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::text`;
    const about = read === undefined ? null : JSON.stringify(read.about);
    // A text of PostgreSQL holds no NUL.
    const setAside = read?.setAsideCsv.replaceAll("\0", "\uFFFD");
    const values = [plan.digest, JSON.stringify(plan.summary), JSON.stringify(plan.blockers), about, setAside, takesBack];
    const { id } = await one<{ id: string }>(client, insert, values);
    let place = 0;
    for (const chunk of plan.toChunks()) {
      await client.query("INSERT INTO plan_chunks VALUES ($1, $2, $3)", [id, place++, chunk]);
    }
    return one<Row>(client, `${SELECT} WHERE id = $1`, [id]);
  });
}

type Row = Move & pg.QueryResultRow;

export async function find(client: Queryable, id: string): Promise<Move | undefined> {
  return (await client.query<Row>(`${SELECT} WHERE id = $1`, [id])).rows[0];
}

/** The ids of the moves that were approved and are not through, the oldest first. */
export async function toDo(client: Queryable): Promise<string[]> {
  const query = "SELECT id::text FROM moves WHERE state IN ('approved', 'running') ORDER BY created_at, id";
  return (await client.query<{ id: string }>(query)).rows.map(({ id }) => id);
}

export async function setAside(client: Queryable, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ set_aside: string | null }>("SELECT set_aside FROM moves WHERE id = $1", [id]);
  return rows[0]?.set_aside ?? undefined;
}

/** The plan of a move. */
export async function planOf(client: Queryable, id: string): Promise<Plan> {
  return Plan.fromBytes(chunks(client, id));
}

async function* chunks(client: Queryable, id: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place++) {
    const query = "SELECT bytes FROM plan_chunks WHERE move_id = $1 AND place = $2";
    const [row] = (await client.query<{ bytes: Buffer }>(query, [id, place])).rows;
    if (row === undefined) return;
    yield row.bytes;
  }
}

export type Approval = "approved" | "no-move" | "other-digest" | "blocked" | "decided-already";

/** Approves the plan of a digest. Whoever says it twice says it once. */
export async function approve(pool: pg.Pool, id: string, digest: string, backup: string | undefined): Promise<Approval> {
  return transaction(pool, async (client) => {
    const query = "SELECT state, digest, jsonb_array_length(blockers) AS blockers FROM moves WHERE id = $1 FOR UPDATE";
    const [move] = (await client.query<{ state: State; digest: string; blockers: number }>(query, [id])).rows;
    if (move === undefined) return "no-move";
    if (move.digest !== digest) return "other-digest";
    if (move.state === "approved") return "approved";
    if (move.state !== "planned") return "decided-already";
    if (move.blockers > 0) return "blocked";
    await client.query("UPDATE moves SET state = 'approved', approved_at = now(), backup = $2 WHERE id = $1", [id, backup]);
    return "approved";
  });
}

export async function note(client: Queryable, id: string, status: records.RunStatus, progress: records.RunProgress): Promise<void> {
  await client.query("UPDATE moves SET state = $2, progress = $3 WHERE id = $1", [id, status, JSON.stringify(progress)]);
}

/** The journal of a move's run, written on one connection: in whatever transaction that is in. */
export class TableJournal implements Journal {
  #length = 0;

  constructor(
    readonly client: Queryable,
    readonly move: string,
  ) {}

  async read(): Promise<Uint8Array> {
    const query = "SELECT lines FROM journal_lines WHERE move_id = $1 ORDER BY starts_at";
    const { rows } = await this.client.query<{ lines: Buffer }>(query, [this.move]);
    const bytes = Buffer.concat(rows.map(({ lines }) => lines));
    this.#length = bytes.length;
    return bytes;
  }

  async append(lines: Uint8Array): Promise<void> {
    // Somebody else who went on from the same place wrote the same key: one of both is refused.
    await this.client.query("INSERT INTO journal_lines VALUES ($1, $2, $3)", [this.move, this.#length, lines]);
    this.#length += lines.length;
  }

  async truncate(length: number): Promise<void> {
    const kept = (await this.read()).subarray(0, length);
    await this.client.query("DELETE FROM journal_lines WHERE move_id = $1", [this.move]);
    this.#length = 0;
    await this.append(kept);
  }
}
