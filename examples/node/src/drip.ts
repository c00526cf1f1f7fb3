// Records which modules the clock has opened to whom, each once. Who may see what does not wait for it, and it mails nobody: whoever announces openings
// reads `release_events`. Knows no rule of releasing.

import type { Site, records } from "@memberferry/node";
import type pg from "pg";

import { type Client, alone, transaction, transactionOn } from "./database.js";
import { type Row, SELECT_MEMBER, userOf } from "./members.js";
import { factsOf } from "./schedule.js";
import { inMaintenanceUntilTheEnd } from "./settings.js";

const JOB = "releases";
/** How many members are looked at in a transaction. */
const MEMBERS = 1000;

/**
 * Records everything until now; gives how much that was, or nothing where another process is at it. In maintenance it waits: a plan is made of
 * enrollments as they are.
 */
export async function recordReleases(pool: pg.Pool, site: Site, now: Date): Promise<number | undefined> {
  const client = await pool.connect();
  try {
    return await alone(client, JOB, () => recordUntil(client, pool, site, now.toISOString()));
  } finally {
    client.release();
  }
}

async function recordUntil(client: Client, pool: pg.Pool, site: Site, until: string): Promise<number> {
  const query = "SELECT instant_text(until) AS until FROM clockwork WHERE job = $1";
  const [mark] = (await client.query<{ until: string }>(query, [JOB])).rows;
  if (mark !== undefined && Date.parse(mark.until) >= Date.parse(until)) return 0;
  let recorded = 0;
  for (let last: string | undefined = "0"; last !== undefined; ) {
    const from: string = last;
    const part = await transaction(pool, async (other) => {
      if (await inMaintenanceUntilTheEnd(other)) return undefined;
      return recordPart(other, site, { after: from, from: mark?.until, until });
    });
    if (part === undefined) return recorded;
    recorded += part.recorded;
    last = part.last;
  }
  // Killed before this, the next one looks at the same time again, and finds everything recorded.
  const upsert = "INSERT INTO clockwork VALUES ($1, $2) ON CONFLICT (job) DO UPDATE SET until = excluded.until";
  await transactionOn(client, () => client.query(upsert, [JOB, until]));
  return recorded;
}

interface Span {
  readonly after: string;
  readonly from: string | undefined;
  readonly until: string;
}

/** How far an enrollment was looked at, where that is not as far as all others. */
type Unseen = Readonly<Record<string, string>>;

async function recordPart(client: Client, site: Site, { after, from, until }: Span): Promise<{ recorded: number; last: string | undefined }> {
  const query = `SELECT member.*, (SELECT jsonb_object_agg(e.offering, instant_text(e.unseen_since)) FROM enrollments e
      WHERE e.member_id = member.id::bigint AND e.unseen_since IS NOT NULL) AS unseen
    FROM (${SELECT_MEMBER} WHERE m.id > $1 AND EXISTS (SELECT FROM enrollments e WHERE e.member_id = m.id)
      ORDER BY m.id LIMIT ${MEMBERS}) member ORDER BY id::bigint`;
  const { rows } = await client.query<Row & { unseen: Unseen | null }>(query, [after]);
  if (rows.length === 0) return { recorded: 0, last: undefined };
  const known = new Set(site.document.offerings?.map(({ id }) => id));
  const members: records.EnrolledMember[] = rows.map((row) => {
    const user = userOf(row);
    const enrollments = Object.entries(user.enrollments ?? {})
      .map(([offering, rest]) => ({ offering, ...rest }))
      .filter(({ offering, revokedAt }) => revokedAt === undefined && known.has(offering));
    return { enrollments, facts: factsOf(user) };
  });
  const earliest = rows.flatMap(({ unseen }) => Object.values(unseen ?? {})).concat(from ?? []).sort()[0];
  if (earliest === undefined || Date.parse(earliest) >= Date.parse(until)) return { recorded: 0, last: rows.at(-1)?.id };
  const { releases } = await site.nextReleases(members, earliest, until);
  const events = releases.flatMap(({ at, member, offering, module, turn, notified }) => {
    const row = rows[member];
    const since = row?.unseen?.[offering] ?? from;
    if (row === undefined || since === undefined || Date.parse(at) < Date.parse(since)) return [];
    return [{ member: row.id, offering, module, turn, at, notified }];
  });
  const recorded = events.length === 0 ? 0 : await record(client, events);
  const seen = rows.flatMap(({ id, unseen }) =>
    Object.entries(unseen ?? {})
      .filter(([, since]) => Date.parse(since) < Date.parse(until))
      .map(([offering, since]) => ({ member: id, offering, since })),
  );
  if (seen.length > 0) {
    // One that was enrolled again meanwhile stays to be looked at.
    const clear = `UPDATE enrollments e SET unseen_since = NULL
      FROM jsonb_to_recordset($1) AS r(member bigint, offering text, since timestamptz)
      WHERE e.member_id = r.member AND e.offering = r.offering AND e.unseen_since = r.since`;
    await client.query(clear, [JSON.stringify(seen)]);
  }
  return { recorded, last: rows.length < MEMBERS ? undefined : rows.at(-1)?.id };
}

interface Event {
  readonly member: string;
  readonly offering: string;
  readonly module: string;
  readonly turn: records.Turn;
  readonly at: string;
  readonly notified: boolean;
}

async function record(client: Client, events: readonly Event[]): Promise<number> {
  await client.query("SELECT FROM members WHERE id = ANY($1) ORDER BY id FOR UPDATE", [events.map(({ member }) => member)]);
  const shape = "r(member bigint, offering text, module text, turn text, at timestamptz, notified boolean)";
  // What was revoked meanwhile opens to nobody.
  const insert = `INSERT INTO release_events
    SELECT r.* FROM jsonb_to_recordset($1) AS ${shape}
      JOIN enrollments e ON e.member_id = r.member AND e.offering = r.offering AND e.revoked_at IS NULL
    ON CONFLICT DO NOTHING`;
  const { rowCount } = await client.query(insert, [JSON.stringify(events)]);
  const opened = events.filter(({ turn }) => turn === "opens");
  const update = `UPDATE enrollments e SET released = opened.modules || e.released
    FROM (SELECT member, offering, jsonb_object_agg(module, instant_text(at)) AS modules
      FROM jsonb_to_recordset($1) AS ${shape} GROUP BY member, offering) opened
    WHERE e.member_id = opened.member AND e.offering = opened.offering AND e.revoked_at IS NULL`;
  await client.query(update, [JSON.stringify(opened)]);
  return rowCount ?? 0;
}
