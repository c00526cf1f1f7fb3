// Moves as they are kept: the plan, who approved what, the journal. Knows no operation.

import { Contacts, type Journal, Plan, type records } from "@memberferry/node";
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
  /** What was foreseen of who sees what, in numbers; none of a move that takes another back. */
  readonly access: Omit<records.AccessProof, "unasked"> | null;
  readonly accepted: Accepted;
}

/** What whoever approves a move accepts of access that is lost or gained, named by page or by cause, each with why. */
export interface Accepted {
  readonly losses: readonly records.AcceptedLoss[];
  readonly gains: readonly records.AcceptedGain[];
}

const SELECT = `SELECT id::text, state, digest, summary, blockers, read, takes_back::text AS "takesBack", backup, progress,
  access - 'unasked' AS access, accepted FROM moves`;

/** What a plan was made of, and what is foreseen of it. */
export interface Read {
  readonly about: unknown;
  readonly setAsideCsv: string;
  readonly contacts: Contacts;
  readonly access: records.AccessProof;
}

/** Where a plan comes from: an export, or a move that it takes back. */
export type Origin = { readonly read: Read; readonly takesBack?: undefined } | { readonly read?: undefined; readonly takesBack: string };

/** How many people are kept, and fetched, at a time. */
const CONTACTS = 1000;

/** Keeps a plan for somebody to look at. */
export async function keep(pool: pg.Pool, plan: Plan, { read, takesBack }: Origin): Promise<Move> {
  return transaction(pool, async (client) => {
    const insert = `INSERT INTO moves (digest, summary, blockers, read, set_aside, takes_back, access)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id::text`;
    const about = read === undefined ? null : JSON.stringify(read.about);
    // A text of PostgreSQL holds no NUL.
    const setAside = read?.setAsideCsv.replaceAll("\0", "\uFFFD");
    const access = read === undefined ? null : JSON.stringify(read.access);
    const values = [plan.digest, JSON.stringify(plan.summary), JSON.stringify(plan.blockers), about, setAside, takesBack, access];
    const { id } = await one<{ id: string }>(client, insert, values);
    let place = 0;
    for (const chunk of plan.toChunks()) {
      await client.query("INSERT INTO plan_chunks VALUES ($1, $2, $3)", [id, place++, chunk]);
    }
    for (let first = 0; read !== undefined && first < read.contacts.length; first += CONTACTS) {
      const lines = read.contacts.records(first, CONTACTS).map((contact) => JSON.stringify(contact));
      await client.query("INSERT INTO move_contacts VALUES ($1, $2, $3)", [id, first, Buffer.from(lines.join("\n"))]);
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

/** The people of a move's export. */
export async function contactsOf(client: Queryable, id: string): Promise<Contacts> {
  return Contacts.fromRecords(people(client, id));
}

async function* people(client: Queryable, id: string): AsyncGenerator<records.Contact> {
  for (let first = 0; ; first += CONTACTS) {
    const query = "SELECT lines FROM move_contacts WHERE move_id = $1 AND place = $2";
    const [row] = (await client.query<{ lines: Buffer }>(query, [id, first])).rows;
    if (row === undefined) return;
    for (const line of row.lines.toString().split("\n")) yield JSON.parse(line) as records.Contact;
  }
}

/** Everything that was foreseen of who sees what. */
export async function accessOf(client: Queryable, id: string): Promise<records.AccessProof | undefined> {
  const { rows } = await client.query<{ access: records.AccessProof | null }>("SELECT access FROM moves WHERE id = $1", [id]);
  return rows[0]?.access ?? undefined;
}

export type Refusal = "no-move" | "other-digest" | "blocked" | "decided-already";

/** Why the plan of a digest cannot be approved, or that it was, or that it may be. */
export function standing(move: Move | undefined, digest: string): Refusal | "approved" | "open" {
  if (move === undefined) return "no-move";
  if (move.digest !== digest) return "other-digest";
  if (move.state === "approved") return "approved";
  if (move.state !== "planned") return "decided-already";
  return move.blockers.length > 0 ? "blocked" : "open";
}

export interface Approval {
  readonly digest: string;
  readonly backup: string | undefined;
  readonly accepted: Accepted;
  /** What is foreseen with what is accepted. */
  readonly access: records.AccessProof | undefined;
}

/** Approves the plan of a digest. Whoever says it twice says it once. */
export async function approve(pool: pg.Pool, id: string, { digest, backup, accepted, access }: Approval): Promise<Refusal | "approved"> {
  return transaction(pool, async (client) => {
    await client.query("SELECT FROM moves WHERE id = $1 FOR UPDATE", [id]);
    const found = standing(await find(client, id), digest);
    if (found !== "open") return found;
    const update = "UPDATE moves SET state = 'approved', approved_at = now(), backup = $2, accepted = $3, access = $4 WHERE id = $1";
    await client.query(update, [id, backup, JSON.stringify(accepted), access === undefined ? null : JSON.stringify(access)]);
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
