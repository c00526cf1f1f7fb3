// What goes on behind the requests: approved moves, and the clock. Any number of workers may run. Knows no table.

import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";

import { apply } from "./apply.js";
import { recordReleases } from "./drip.js";
import { toDo } from "./moves.js";
import { forgetExpired } from "./sessions.js";
import type { Sites } from "./sites.js";

export interface Working extends Sites {
  readonly pool: pg.Pool;
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly log: { info(about: object, message: string): void; error(about: object, message: string): void };
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

const LONGEST_WAIT = 30_000;

/** Works until the signal. What fails is tried again, later each time; the database may be away meanwhile. */
export async function work({ interval = 1000, ...working }: Working): Promise<void> {
  let wait = interval;
  while (!working.signal.aborted) {
    wait = (await once(working)) ? interval : Math.min(wait * 2, LONGEST_WAIT);
    await pause(wait, undefined, { signal: working.signal }).catch(() => undefined);
  }
}

/** Whether everything went well. */
async function once({ pool, site, before, batchSize, signal, log }: Omit<Working, "interval">): Promise<boolean> {
  let isWell = true;
  const attempt = async (what: string, job: () => Promise<void>): Promise<void> => {
    try {
      if (!signal.aborted) await job();
    } catch (error) {
      // Told to stop, it leaves what is not begun.
      if (signal.aborted) return;
      isWell = false;
      log.error({ err: error, what }, "failed, and is tried again");
    }
  };
  await attempt("releases", async () => {
    const recorded = await recordReleases(pool, site, new Date());
    if (recorded !== undefined && recorded > 0) log.info({ recorded }, "releases recorded");
  });
  await attempt("sessions", () => forgetExpired(pool));
  let moves: string[] = [];
  await attempt("moves", async () => void (moves = await toDo(pool)));
  for (const move of moves) {
    await attempt(`move ${move}`, async () => {
      const status = await apply({ pool, site, before, batchSize, signal }, move);
      if (status !== undefined) log.info({ move, status }, "move carried out");
    });
  }
  return isWell;
}
