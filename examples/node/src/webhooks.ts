// What a CRM, a shop or a payment processor tells: done once, in the order in which it happened. Knows neither HTTP nor signatures.

import { createHash } from "node:crypto";
import { type Site, checkEmail, type records } from "@memberferry/node";
import type pg from "pg";

import { type Client, again, one, transaction } from "./database.js";
import { lockedByKey, newIds, write } from "./members.js";
import { Refused, about, carriedOut, doable, makesMembers, newMember, subjectsOf } from "./operations.js";
import { inMaintenanceUntilTheEnd } from "./settings.js";

/** What is delivered. */
export interface Delivery {
  /** The sender's name of it: the same, however often it is sent. */
  readonly id: string;
  readonly email: string;
  /** When it happened, not when it was sent. */
  readonly occurredAt: string;
}

export type Delivered =
  | { readonly kind: "applied" | "superseded" | "refused"; readonly isRepeated: boolean }
  /** The same name was given to something else before. */
  | { readonly kind: "different" }
  | { readonly kind: "no-member" | "email-invalid" | "maintenance" };

/** The webhooks of a site by their ids. Throws where the site has one that cannot be carried out: sooner than when it is needed. */
export function webhooksOf(site: Site): ReadonlyMap<string, records.CustomOperation> {
  return new Map((site.document.webhooks ?? []).map(({ id, operation }) => [id, doable(site, operation)]));
}

/** Ends a transaction that is not to stay. */
class Undone extends Error {
  constructor(readonly delivered: Delivered) {
    super("undone");
  }
}

/** Carries out what was delivered, and remembers that it was. */
export async function deliver(
  pool: pg.Pool,
  site: Site,
  { id, operation }: { readonly id: string; readonly operation: records.CustomOperation },
  delivery: Delivery,
  body: Buffer,
): Promise<Delivered> {
  const { key, normalized } = checkEmail(delivery.email);
  if (key === undefined || normalized === undefined) return { kind: "email-invalid" };
  const digest = createHash("sha256").update(body).digest();
  const work = async (client: Client): Promise<Delivered> => {
    // Whoever carries a plan out does not want to be got in the way of.
    if (await inMaintenanceUntilTheEnd(client)) return { kind: "maintenance" };
    // Another transaction with the same delivery is waited for here.
    const insert = "INSERT INTO webhook_deliveries VALUES ($1, $2, $3, 'applied') ON CONFLICT DO NOTHING";
    if ((await client.query(insert, [id, delivery.id, digest])).rowCount === 0) return repeated(client, id, delivery.id, digest);
    const before = (await lockedByKey(client, [key])).get(key);
    if (before === undefined && !makesMembers(operation)) throw new Undone({ kind: "no-member" });
    const { occurredAt } = delivery;
    try {
      // A new member has a row before anything refers to it.
      if (before === undefined) {
        const [id = ""] = await newIds(client, 1);
        const made = carriedOut(site, operation, newMember(id, normalized, occurredAt), occurredAt);
        await write(client, new Map([[key, made]]), occurredAt);
        await marked(client, id, operation, occurredAt);
      } else {
        const left = about(operation, await marked(client, before.id, operation, occurredAt));
        if (left === undefined) return settle(client, id, delivery.id, "superseded");
        const after = carriedOut(site, left, before, occurredAt);
        await write(client, new Map([[key, after]]), makesMembers(left) ? occurredAt : undefined);
      }
    } catch (error) {
      if (error instanceof Refused) return settle(client, id, delivery.id, "refused");
      throw error;
    }
    return { kind: "applied", isRepeated: false };
  };
  try {
    return await again(() => transaction(pool, work));
  } catch (error) {
    if (error instanceof Undone) return error.delivered;
    throw error;
  }
}

async function repeated(client: Client, webhook: string, delivery: string, digest: Buffer): Promise<Delivered> {
  const query = "SELECT outcome AS kind, body_sha256 = $3 AS is_same FROM webhook_deliveries WHERE webhook = $1 AND delivery = $2";
  const found = await one<{ kind: "applied" | "superseded" | "refused"; is_same: boolean }>(client, query, [webhook, delivery, digest]);
  return found.is_same ? { kind: found.kind, isRepeated: true } : { kind: "different" };
}

async function settle(client: Client, webhook: string, delivery: string, kind: "superseded" | "refused"): Promise<Delivered> {
  await client.query("UPDATE webhook_deliveries SET outcome = $3 WHERE webhook = $1 AND delivery = $2", [webhook, delivery, kind]);
  return { kind, isRepeated: false };
}

/** Notes when something happened, and gives what of it nothing later has happened to. */
async function marked(client: Client, member: string, operation: records.CustomOperation, occurredAt: string): Promise<ReadonlySet<string>> {
  const query = `INSERT INTO webhook_marks AS m SELECT $1, subject, $3 FROM unnest($2::text[]) AS subject
    ON CONFLICT (member_id, subject) DO UPDATE SET occurred_at = excluded.occurred_at WHERE m.occurred_at <= excluded.occurred_at
    RETURNING subject`;
  const { rows } = await client.query<{ subject: string }>(query, [member, subjectsOf(operation), occurredAt]);
  return new Set(rows.map(({ subject }) => subject));
}
