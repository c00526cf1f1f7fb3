// Proves moves: who will see more or less by one that is not begun yet; and of one that is through, whether the members are as planned and see what
// they saw. Knows no table.

import { type Contacts, type Plan, type Snapshot, proveAccess, reconcile, type records } from "@memberferry/node";
import type pg from "pg";

import type { Queryable } from "./database.js";
import { snapshot } from "./members.js";
import { type Accepted, type Move, contactsOf, planOf } from "./moves.js";
import type { Sites } from "./sites.js";

/** For how long after the move it is looked at who sees what. */
const DAYS = 90;
const DAY_MS = 86_400_000;

interface Told {
  readonly stage: "foreseen" | "found";
  readonly accepted?: Accepted;
  readonly signal?: AbortSignal;
}

/** Whether anybody sees more or less by a move than was asked for. `users` are those before it where it is foreseen, and else those after it. */
export async function accessProof(
  { site, before }: Sites,
  contacts: Contacts,
  plan: Plan,
  users: Snapshot,
  { stage, accepted, signal }: Told,
): Promise<records.AccessProof> {
  const until = new Date(Date.parse(plan.header.options.now) + DAYS * DAY_MS);
  return proveAccess(site, contacts, plan, users, until, {
    stage,
    before,
    accepted: accepted?.losses,
    acceptedGains: accepted?.gains,
    signal,
  });
}

/** What is foreseen of a move that was kept, with what whoever approves it accepts. */
export async function foresee(pool: pg.Pool, sites: Sites, id: string, accepted: Accepted): Promise<records.AccessProof> {
  const [plan, contacts, users] = [await planOf(pool, id), await contactsOf(pool, id), await snapshot(pool)];
  try {
    return await accessProof(sites, contacts, plan, users, { stage: "foreseen", accepted });
  } finally {
    for (const held of [plan, contacts, users]) held.free();
  }
}

export interface Verification {
  readonly ok: boolean;
  /** What was planned beside what is there. */
  readonly reconciliation: records.Reconciliation;
  /** Who sees more or less than before; none of a move that takes another back. */
  readonly access: records.AccessProof | null;
}

/** Compares what a move planned with what the tables hold now, and what its people saw with what they see. */
export async function verify(pool: pg.Pool, sites: Sites, move: Move): Promise<Verification> {
  const [plan, users] = [await planOf(pool, move.id), await snapshot(pool)];
  try {
    const reconciliation = await reconcile(plan, users);
    const access = move.access === null ? null : await found(pool, sites, move, plan, users);
    return { ok: reconciliation.ok && access?.ok !== false, reconciliation, access };
  } finally {
    plan.free();
    users.free();
  }
}

/** Whether the people of a move see what they saw, on the members as they are after it. */
export async function found(
  client: Queryable,
  sites: Sites,
  { id, accepted }: Pick<Move, "id" | "accepted">,
  plan: Plan,
  users: Snapshot,
): Promise<records.AccessProof> {
  const contacts = await contactsOf(client, id);
  try {
    return await accessProof(sites, contacts, plan, users, { stage: "found", accepted });
  } finally {
    contacts.free();
  }
}
