// A plan being carried out: batches out, outcomes in, a journal that its host keeps. Does not know any target.

import type { Contacts } from "./contacts.js";
import { misuse } from "./errors.js";
import { bytes as checkedBytes, callable, instance, object, refused, string, whole } from "./given.js";
import type { Handle } from "./native.js";
import { Plan, type Snapshot } from "./plan.js";
import type * as records from "./records.js";
import { type At, instant } from "./site.js";
import { type Holder, askSync, decoded, encoded, make, makeSync } from "./wire.js";

/** Where the lines of a run are kept, so that it can go on after a crash. */
export interface Journal {
  /** Everything that was kept so far. */
  read(): Promise<Uint8Array>;
  /** Keeps some more, and is done when they cannot be lost any more. */
  append(lines: Uint8Array): Promise<void>;
  /** Drops what stands after so many bytes: a line that was cut off. */
  truncate(length: number): Promise<void>;
}

/** A journal that is lost with the process: for tests, and for a page that keeps it elsewhere. */
export class MemoryJournal implements Journal {
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#bytes = checkedBytes(bytes, "bytes");
  }

  async read(): Promise<Uint8Array> {
    return this.#bytes;
  }

  async append(lines: Uint8Array): Promise<void> {
    const all = new Uint8Array(this.#bytes.length + checkedBytes(lines, "lines").length);
    all.set(this.#bytes);
    all.set(lines, this.#bytes.length);
    this.#bytes = all;
  }

  async truncate(length: number): Promise<void> {
    this.#bytes = this.#bytes.slice(0, whole(length, "length"));
  }
}

/** How a plan is run. */
export interface RunOptions extends records.RunOptions {
  /** The clock; the machine's, where left out. */
  readonly now?: (() => At) | undefined;
}

/** Operations of one phase, to be carried out in order. They may be carried out in one transaction. */
export class Batch implements Holder {
  /** @internal */
  readonly handle: Handle;
  readonly phase: records.Phase;
  readonly operations: readonly records.Operation[];
  /** How many seconds to wait before they are tried. */
  readonly waitSeconds: number;

  /** @internal */
  constructor(handle: Handle, batch: records.Batch) {
    this.handle = handle;
    this.phase = batch.phase;
    this.operations = batch.operations;
    this.waitSeconds = batch.waitSeconds;
  }
}

/** A password for a user. It shows itself to whoever calls `expose`, and to nobody else. */
export class NewPassword {
  /** `hash`, to be stored as it is, or `plaintext`, to be hashed as the target does. */
  readonly kind: string;
  readonly #secret: string;

  /** @internal */
  constructor(kind: string, secret: string) {
    this.kind = kind;
    this.#secret = secret;
  }

  /** The secret itself. Whoever calls this answers for where it goes. */
  expose(): string {
    return this.#secret;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }
}

/** The passwords of a plan's users, none of which it gives out: a run does, for the batch in hand. */
export class Passwords implements Holder {
  /** @internal */
  readonly handle: Handle;

  private constructor(handle: Handle) {
    this.handle = handle;
  }

  /** From the contacts that a plan was made of, and a secret seed of 16 bytes or more that nobody else knows. */
  static of(plan: Plan, contacts: Contacts, seed: string): Passwords {
    return new Passwords(makeSync("run.passwords", new TextEncoder().encode(string(seed, "seed")), plan, contacts));
  }

  /** Lets go of them, and wipes what was held. */
  free(): void {
    this.handle.free();
  }
}

interface Standing {
  readonly status: records.RunStatus;
  readonly progress: records.RunProgress;
}

/**
 * A plan being carried out.
 *
 * Where its journal cannot be written, the run goes no further: open it anew, and it goes on from what was kept.
 */
export class Run implements Holder {
  /** @internal */
  readonly handle: Handle;
  readonly plan: Plan;
  /** What was said of a line of the journal that was cut off. */
  readonly torn: records.Issue | undefined;
  readonly #journal: Journal;
  readonly #now: () => At;
  #broken: unknown;
  /** What was handed out last and is not recorded. */
  #inHand: Batch | undefined;

  private constructor(plan: Plan, handle: Handle, journal: Journal, now: () => At, torn?: records.Issue) {
    this.plan = plan;
    this.handle = handle;
    this.torn = torn;
    this.#journal = journal;
    this.#now = now;
  }

  /** Begins to carry out a plan, or goes on where its journal ends. */
  static async open(plan: Plan, journal: Journal, options: RunOptions): Promise<Run> {
    const { now = () => new Date(), ...how } = object(options);
    callable(now, "options.now");
    instance(plan, Plan, "plan");
    const kept = checkedBytes(await checkedJournal(journal).read(), "journal.read()");
    if (kept.length === 0) {
      const handle = makeSync("run.start", encoded({ options: how, at: instant(now(), "options.now()") }), plan);
      await journal.append(askSync("run.beginning", encoded(undefined), { handle }));
      return new Run(plan, handle, journal, now);
    }
    const first = encoded(how);
    const argument = new Uint8Array(first.length + 1 + kept.length);
    argument.set(first);
    argument[first.length] = 0x0a;
    argument.set(kept, first.length + 1);
    const handle = await make("run.resume", argument, [plan]);
    const beginning = askSync("run.beginning", encoded(undefined), { handle });
    const found = decoded<{ readonly validBytes: number; readonly torn?: records.Issue }>(beginning);
    if (found.validBytes < kept.length) await journal.truncate(found.validBytes);
    return new Run(plan, handle, journal, now, found.torn);
  }

  /** The batches, each to be carried out and recorded before the next. One that was not is refused, for it would be handed out for ever. */
  async *batches(): AsyncIterableIterator<Batch> {
    for (let batch = this.nextBatch(); batch !== undefined; batch = this.nextBatch()) {
      yield batch;
      if (this.#inHand === batch && this.status === "running") {
        throw misuse("the batch in hand was not recorded: `await run.record(batch, outcomes)` before the next");
      }
    }
  }

  /** The operations to carry out next, if there are any. A batch that was not recorded is handed out again. */
  nextBatch(): Batch | undefined {
    this.#check();
    const handle = makeSync("run.next-batch", encoded(undefined), this);
    const document = decoded<records.Batch | null>(askSync("batch.document", encoded(undefined), { handle }));
    this.#inHand = document === null ? undefined : new Batch(handle, document);
    return this.#inHand;
  }

  /** Takes the outcomes of the batch in hand, one for each operation, and keeps them in the journal. */
  async record(batch: Batch, outcomes: readonly records.Outcome[]): Promise<void> {
    this.#check();
    const lines = askSync("run.record", encoded({ outcomes, at: instant(this.#now()) }), this, batch);
    this.#inHand = undefined;
    await this.#keep(lines);
  }

  /** The password that an operation of the batch in hand needs, by its place in the batch; `undefined` where it needs none. */
  password(batch: Batch, place: number, passwords: Passwords): NewPassword | undefined {
    const bytes = askSync("run.password", encoded({ place }), this, batch, passwords);
    const handed = decoded<{ readonly kind: string; readonly secret: string } | null>(bytes);
    bytes.fill(0);
    return handed === null ? undefined : new NewPassword(handed.kind, handed.secret);
  }

  /** Gives the run up. Whatever was carried out stays; one that is opened from the journal hands out nothing more. */
  async abort(): Promise<void> {
    await this.#keep(askSync("run.abort", encoded({ at: instant(this.#now()) }), this));
  }

  /** How the run stands. */
  get status(): records.RunStatus {
    return this.#standing().status;
  }

  /** How far the run is. */
  get progress(): records.RunProgress {
    return this.#standing().progress;
  }

  /** The plan that takes this run back, and nothing else, on a target as it is now. */
  async rollbackPlan(target: Snapshot, at: At = this.#now()): Promise<Plan> {
    return new Plan(await make("run.rollback-plan", encoded({ at: instant(at) }), [this, target]));
  }

  /** Lets go of it, sooner than the garbage collector would. The journal is its owner's to close. */
  free(): void {
    this.handle.free();
  }

  #standing(): Standing {
    return decoded(askSync("run.standing", encoded(undefined), this));
  }

  #check(): void {
    if (this.#broken !== undefined) throw this.#broken;
  }

  async #keep(lines: Uint8Array): Promise<void> {
    try {
      await this.#journal.append(lines);
    } catch (error) {
      this.#broken = error;
      throw error;
    }
  }
}

function checkedJournal(given: Journal): Journal {
  const { read, append, truncate } = object(given, "journal");
  if ([read, append, truncate].every((method) => typeof method === "function")) return given;
  throw refused("journal", "something with the methods `read`, `append` and `truncate`", given);
}
