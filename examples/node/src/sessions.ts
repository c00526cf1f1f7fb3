// Logging in and out: passwords by scrypt, tokens of which only the hash is kept. Knows no page.

import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { checkEmail } from "@memberferry/node";

import type { Queryable } from "./database.js";
import { type Row, SELECT_MEMBER, type User, userOf } from "./members.js";

export const SESSION_SECONDS = 30 * 24 * 60 * 60;
const COST = { N: 1 << 15, r: 8, p: 1, maxmem: 64 << 20 };
const KEY_BYTES = 32;
const LONGEST_PASSWORD = 1024;

function derived(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, COST, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${COST.N}$${salt.toString("base64url")}$${(await derived(password, salt)).toString("base64url")}`;
}

async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, cost, salt, key] = hash.split("$");
  if (kind !== "scrypt" || cost !== String(COST.N) || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, "base64url");
  const found = await derived(password, Buffer.from(salt, "base64url"));
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** What passwords of nobody are compared with, so that asking for an address that is not there takes as long. */
const NOBODY = `scrypt$${COST.N}$${randomBytes(16).toString("base64url")}$${randomBytes(KEY_BYTES).toString("base64url")}`;

/** Begins a session, and gives its token; none where address and password do not belong together. */
export async function logIn(client: Queryable, email: string, password: string): Promise<string | undefined> {
  const { key } = checkEmail(email);
  const query = "SELECT id::text, password_hash FROM members WHERE email_key = $1";
  const { rows } = await client.query<{ id: string; password_hash: string | null }>(query, [key ?? ""]);
  const [member] = rows;
  const isRight = password.length <= LONGEST_PASSWORD && (await isPassword(password, member?.password_hash ?? NOBODY));
  return member !== undefined && isRight ? begin(client, member.id) : undefined;
}

/** Begins a session of a member who has shown who they are. */
export async function begin(client: Queryable, member: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const insert = "INSERT INTO sessions VALUES ($1, $2, now() + make_interval(secs => $3))";
  await client.query(insert, [tokenHash(token), member, SESSION_SECONDS]);
  return token;
}

export async function logOut(client: Queryable, token: string): Promise<void> {
  await client.query("DELETE FROM sessions WHERE token_sha256 = $1", [tokenHash(token)]);
}

/** Forgets the sessions that are over. */
export async function forgetExpired(client: Queryable): Promise<void> {
  await client.query("DELETE FROM sessions WHERE expires_at <= now()");
}

export interface Visitor {
  /** Whose session it is; nobody's where they are not logged in. */
  readonly user: User | undefined;
  /** Whether members are being moved, so that nobody is to be let in. */
  readonly inMaintenance: boolean;
}

// Each request asks it, so that it is one question.
const VISITOR = `SELECT settings.value AS maintenance, visitor.* FROM settings LEFT JOIN (
    ${SELECT_MEMBER} JOIN sessions s ON s.member_id = m.id WHERE s.token_sha256 = $1 AND s.expires_at > now()
  ) visitor ON true WHERE settings.name = 'maintenance'`;

/** Who visits, by the token of their session. */
export async function visitorOf(client: Queryable, token: string | undefined): Promise<Visitor> {
  const values = [token === undefined ? null : tokenHash(token)];
  const { rows } = await client.query<Row & { maintenance: string }>({ name: "visitor", text: VISITOR, values });
  const [row] = rows;
  // Without a session everything but the setting is null.
  const { maintenance, ...member } = row ?? { maintenance: "off", id: null };
  return { user: member.id === null ? undefined : userOf(member), inMaintenance: maintenance === "on" };
}

/** Sets a password, and ends what sessions there are. Whether there is such a member. */
export async function setPassword(client: Queryable, email: string, password: string): Promise<boolean> {
  const { key } = checkEmail(email);
  const hash = await hashPassword(password);
  const update = `WITH changed AS (UPDATE members SET password_hash = $2 WHERE email_key = $1 RETURNING id),
    ended AS (DELETE FROM sessions USING changed WHERE member_id = changed.id)
    SELECT FROM changed`;
  return (await client.query(update, [key ?? "", hash])).rowCount === 1;
}
