// Carries approved moves out: each batch and its lines of the journal in one transaction. Killed anywhere, what is committed is what the journal says,
// and whoever comes next goes on from there. Knows no table.

import { setTimeout as pause } from "node:timers/promises";
import { Run, type Snapshot, type records } from "@memberferry/node";
import type pg from "pg";

import { type Client, alone, isUnavailable, transactionOn } from "./database.js";
import { snapshot } from "./members.js";
import { type Move, TableJournal, find, keep, note, planOf } from "./moves.js";
import { found } from "./proof.js";
import type { Sites } from "./sites.js";
import { perform } from "./target.js";

export interface Applying extends Sites {
  readonly pool: pg.Pool;
  readonly batchSize: number;
  readonly now?: () => Date;
  /** Stops after the batch in hand; another call goes on. */
  readonly signal?: AbortSignal;
}

/** Carries a move out, or goes on with it. Gives nothing where another process is at it. */
export async function apply(applying: Applying, id: string): Promise<records.RunStatus | undefined> {
  const client = await applying.pool.connect();
  let broken: unknown;
  try {
    // The lock is the connection's that writes: whoever loses the one has lost the other.
    return await alone(client, `move ${id}`, () => through(applying, client, id));
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    client.release(isUnavailable(broken));
  }
}

async function through({ site, before, batchSize, now, signal }: Applying, client: Client, id: string): Promise<records.RunStatus | undefined> {
  const move = await find(client, id);
  if (move?.state !== "approved" && move?.state !== "running") return undefined;
  const { environment } = site.document;
  if (environment === undefined) throw new Error("the site's document does not say which copy of the site it is of");
  const plan = await planOf(client, id);
  const prove = move.access === null ? undefined : (users: Snapshot) => found(client, { site, before }, move, plan, users);
  const work = { plan, backup: move.backup ?? undefined, prove };
  const options = { environment, approved: move.digest, batchSize, now: now ?? (() => new Date()) };
  const run = await transactionOn(client, () => Run.open(plan, new TableJournal(client, id), options));
  try {
    while (signal?.aborted !== true) {
      const batch = run.nextBatch();
      if (batch === undefined) break;
      // Not within the transaction: nobody waits for its locks meanwhile.
      if (batch.waitSeconds > 0) await pause(batch.waitSeconds * 1000, undefined, signal === undefined ? {} : { signal });
      await transactionOn(client, async () => {
        const outcomes = await perform(client, work, batch.operations);
        await run.record(batch, outcomes);
        await note(client, id, run.status, run.progress);
      });
    }
    if (run.status !== "running") await note(client, id, run.status, run.progress);
    return run.status;
  } finally {
    run.free();
    plan.free();
  }
}

/** Plans to take back what a move did, and nothing else. It is a move like any other: to be looked at, and approved. */
export async function rollback({ pool, site, now = () => new Date() }: Omit<Applying, "batchSize">, id: string): Promise<Move> {
  const { environment } = site.document;
  if (environment === undefined) throw new Error("the site's document does not say which copy of the site it is of");
  const plan = await planOf(pool, id);
  try {
    const run = await Run.open(plan, new TableJournal(pool, id), { environment, now });
    const target = await snapshot(pool);
    try {
      const back = await run.rollbackPlan(target, now());
      try {
        return await keep(pool, back, { takesBack: id });
      } finally {
        back.free();
      }
    } finally {
      target.free();
      run.free();
    }
  } finally {
    plan.free();
  }
}
