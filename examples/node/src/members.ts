// Members and enrollments in their tables, as the library's users. Knows no operation.

import { Snapshot, type records } from "@memberferry/node";
import type pg from "pg";

import { type Client, type Queryable, one, transaction } from "./database.js";

export type User = records.TargetUser;
/** Members by the keys of their addresses. */
export type Users = ReadonlyMap<string, User>;

export interface Row {
  readonly id: string;
  readonly email_key: string;
  readonly email: string;
  readonly username: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly roles: string[];
  readonly tags: string[];
  readonly profile: Rest;
  readonly enrollments: Record<string, records.TargetEnrollment> | null;
}

type Rest = Omit<User, "id" | "email" | "username" | "firstName" | "lastName" | "roles" | "tags" | "enrollments">;

/** A member with everything, one row each; what stands behind it is the query's own. */
export const SELECT_MEMBER = `
  SELECT m.id::text, m.email_key, m.email, m.username, m.first_name, m.last_name, m.roles, m.tags, m.profile,
    (SELECT jsonb_object_agg(e.offering, jsonb_strip_nulls(jsonb_build_object(
        'enrolledAt', instant_text(e.enrolled_at), 'clockFrom', instant_text(e.clock_from), 'revokedAt', instant_text(e.revoked_at)))
        || jsonb_build_object('released', e.released, 'completed', e.completed, 'notified', e.notified, 'paused', e.paused))
      FROM enrollments e WHERE e.member_id = m.id) AS enrollments
  FROM members m`;

/** A row as the library has users. */
export function userOf(row: Row): User {
  const { first_name: firstName, last_name: lastName, username } = row;
  return {
    ...row.profile,
    id: row.id,
    email: row.email,
    roles: row.roles,
    tags: row.tags,
    enrollments: row.enrollments ?? {},
    ...(username === null ? {} : { username }),
    ...(firstName === null ? {} : { firstName }),
    ...(lastName === null ? {} : { lastName }),
  };
}

/** The members of some addresses, who stay as they are until the transaction ends, whoever else writes. */
export async function lockedByKey(client: Client, keys: readonly string[]): Promise<Map<string, User>> {
  // First the locks, always in the same order, then the values: a query that waited for a lock may still see what was there before.
  await client.query("SELECT FROM members WHERE email_key = ANY($1) ORDER BY id FOR UPDATE", [keys]);
  const { rows } = await client.query<Row>(`${SELECT_MEMBER} WHERE m.email_key = ANY($1)`, [keys]);
  return new Map(rows.map((row) => [row.email_key, userOf(row)]));
}

/** Ids for members who are to be made. */
export async function newIds(client: Client, count: number): Promise<string[]> {
  if (count === 0) return [];
  const next = "SELECT nextval(pg_get_serial_sequence('members', 'id'))::text AS id FROM generate_series(1, $1::int)";
  const { rows } = await client.query<{ id: string }>(next, [count]);
  return rows.map(({ id }) => id);
}

const SHAPE = `r(id bigint, email_key text, email text, username text, first_name text, last_name text, roles text[], tags text[], profile jsonb)`;
const ENROLLMENT_SHAPE = `r(member_id bigint, offering text, "enrolledAt" timestamptz, "clockFrom" timestamptz, "revokedAt" timestamptz,
  released jsonb, completed jsonb, notified text[], paused jsonb)`;

/** Writes members whole, made or changed, whose rows are locked. What opens to them from `since` on, nobody has looked at yet. */
export async function write(client: Client, users: Users, since?: string): Promise<void> {
  if (users.size === 0) return;
  const members = [...users].map(([email_key, user]) => {
    const { id, email, username, firstName, lastName, roles = [], tags = [], enrollments: _, ...profile } = user;
    return { id, email_key, email, username, first_name: firstName, last_name: lastName, roles, tags, profile };
  });
  await client.query(
    `INSERT INTO members (id, email_key, email, username, first_name, last_name, roles, tags, profile)
     SELECT * FROM jsonb_to_recordset($1) AS ${SHAPE}
     ON CONFLICT (id) DO UPDATE SET email = excluded.email, username = excluded.username, first_name = excluded.first_name,
       last_name = excluded.last_name, roles = excluded.roles, tags = excluded.tags, profile = excluded.profile`,
    [JSON.stringify(members)],
  );
  const enrollments = [...users.values()].flatMap(({ id, enrollments = {} }) =>
    Object.entries(enrollments).map(([offering, { released = {}, completed = {}, notified = [], paused = [], ...rest }]) => ({
      ...{ member_id: id, offering, released, completed, notified, paused },
      ...rest,
    })),
  );
  const written = JSON.stringify(enrollments);
  await client.query(
    `DELETE FROM enrollments e WHERE e.member_id = ANY($1) AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($2) AS ${ENROLLMENT_SHAPE} WHERE r.member_id = e.member_id AND r.offering = e.offering)`,
    [members.map(({ id }) => id), written],
  );
  await client.query(
    `INSERT INTO enrollments AS e (member_id, offering, enrolled_at, clock_from, revoked_at, released, completed, notified, paused, unseen_since)
     SELECT r.*, $2::timestamptz FROM jsonb_to_recordset($1) AS ${ENROLLMENT_SHAPE}
     ON CONFLICT (member_id, offering) DO UPDATE SET enrolled_at = excluded.enrolled_at, clock_from = excluded.clock_from,
       revoked_at = excluded.revoked_at, released = excluded.released, completed = excluded.completed, notified = excluded.notified,
       paused = excluded.paused, unseen_since = least(e.unseen_since, excluded.unseen_since)`,
    [written, since],
  );
}

export async function remove(client: Client, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query("DELETE FROM members WHERE id = ANY($1)", [ids]);
}

/** How many members are fetched at a time. */
const PAGE = 2000;

/** Every member, as the transaction sees them. */
export async function* everybody(client: Queryable): AsyncGenerator<User> {
  for (let last = "0"; ; ) {
    const { rows } = await client.query<Row>(`${SELECT_MEMBER} WHERE m.id > $1 ORDER BY m.id LIMIT ${PAGE}`, [last]);
    for (const row of rows) yield userOf(row);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end.id;
  }
}

/** All members at one moment. */
export async function snapshot(pool: pg.Pool, signal?: AbortSignal): Promise<Snapshot> {
  const begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  return transaction(pool, (client) => Snapshot.fromRecords(everybody(client), { signal }), begin);
}

export async function count(client: Queryable): Promise<number> {
  return Number((await one<{ count: string }>(client, "SELECT count(*) FROM members")).count);
}
