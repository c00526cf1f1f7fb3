// Plans, and what a target holds before and after. Does not know what is planned.

import { Contacts, fromLines } from "./contacts.js";
import { instance, object } from "./given.js";
import type { Handle } from "./native.js";
import { Orders } from "./payments.js";
import type * as records from "./records.js";
import { type At, Site, type SiteOr, documentOf, instant } from "./site.js";
import { type Source, eachChunk } from "./source.js";
import { type Abortable, type Holder, type Request, ask, askSync, call, decoded, encoded, make, makeSync } from "./wire.js";

/** How many operations, and how many bytes, are fetched at a time. */
const OPERATIONS = 500;
const BYTES = 1 << 20;

/** What a target holds now: its users, as whoever reads the target found them. */
export class Snapshot implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** The number of users. */
  readonly length: number;

  private constructor(handle: Handle) {
    this.handle = handle;
    this.length = decoded(askSync("snapshot.length", encoded(undefined), this));
  }

  /** Takes users one by one, such as from a cursor of a database. */
  static async fromRecords(
    users: Iterable<records.TargetUser> | AsyncIterable<records.TargetUser>,
    options: Abortable = {},
  ): Promise<Snapshot> {
    return new Snapshot(await fromLines("users.lines", users, options));
  }

  /** The name of these users, whoever took them. */
  get digest(): string {
    return decoded(askSync("snapshot.digest", encoded(undefined), this));
  }

  /** The users, in the order of their addresses' keys. */
  *users(): IterableIterator<records.TargetUser> {
    const lines = new TextDecoder().decode(askSync("snapshot.lines", encoded(undefined), this));
    for (const line of lines.split("\n")) if (line !== "") yield JSON.parse(line) as records.TargetUser;
  }

  /** Lets go of it, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }
}

/** What else is known of a move. */
export interface Evidence {
  /** When contacts were given their tags: `Intake.tagDates`. */
  readonly tagDates?: Holder | undefined;
  /** What was bought. */
  readonly orders?: Orders | undefined;
  /** Whose ids the customers' ids of the orders are. */
  readonly customerIds?: records.CustomerIds | undefined;
}

/** What an owner decides of a plan. */
export interface PlanOptions extends Omit<records.PlanOptions, "now"> {
  /** The instant that the plan is made at. */
  readonly now: At;
}

interface About {
  readonly digest: string;
  readonly header: records.PlanHeader;
  readonly length: number;
}

/** Every change that a migration will make, each with before, after and reason, under a digest. */
export class Plan implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** The plan's name: what was reviewed is what is run. */
  readonly digest: string;
  /** What the plan says of itself. */
  readonly header: records.PlanHeader;
  /** The number of operations. */
  readonly length: number;

  /** @internal */
  constructor(handle: Handle) {
    this.handle = handle;
    const about = decoded<About>(askSync("plan.about", encoded(undefined), this));
    this.digest = about.digest;
    this.header = about.header;
    this.length = about.length;
  }

  /** Plans the move of contacts to a site's target. */
  static async build(
    site: Site,
    contacts: Contacts,
    snapshot: Snapshot,
    options: PlanOptions & Evidence & Abortable,
  ): Promise<Plan> {
    const { signal, tagDates, orders, customerIds, now, ...rest } = object(options);
    const ties = customerIds === undefined ? undefined : { customerIds };
    const argument = encoded({ options: { ...rest, now: instant(now, "options.now") }, ties });
    const lent = [
      instance(site, Site, "site"),
      instance(contacts, Contacts, "contacts"),
      instance(snapshot, Snapshot, "snapshot"),
      tagDates,
      instance(orders, Orders, "options.orders"),
    ];
    return new Plan(await make("plan.build", argument, lent, { signal }));
  }

  /** Reads a plan back from the bytes of `toBytes`. One that was altered is refused. */
  static async fromBytes(source: Source, options: Abortable = {}): Promise<Plan> {
    const { signal } = object(options);
    const bytes: Holder = { handle: makeSync("plan.bytes", encoded(undefined)) };
    try {
      await eachChunk(source, signal, async (chunk) => {
        await ask("pushed.push", chunk, [bytes], { signal });
      });
      return new Plan(await make("pushed.finish", encoded(undefined), [bytes], { signal }));
    } finally {
      bytes.handle.free();
    }
  }

  /** How much of what. */
  get summary(): records.PlanSummary {
    return this.header.summary;
  }

  /** What is worth knowing. */
  get issues(): readonly records.Issue[] {
    return decoded(askSync("plan.issues", encoded(undefined), this));
  }

  /** The errors among the issues that nobody has waived: a plan that has any is not run. */
  get blockers(): readonly records.Issue[] {
    return decoded(askSync("plan.blockers", encoded(undefined), this));
  }

  /** The operations, in the order of the run. */
  *operations(): IterableIterator<records.Operation> {
    for (let first = 0; first < this.length; first += OPERATIONS) yield* this.slice(first, OPERATIONS);
  }

  /** Some of the operations, from a place on. */
  slice(first: number, count: number): readonly records.Operation[] {
    return decoded(askSync("plan.operations", encoded({ first, count }), this));
  }

  /** The plan as bytes, chunk by chunk, the same for the same plan. */
  *toChunks(): IterableIterator<Uint8Array> {
    for (let first = 0; ; ) {
      const chunk = askSync("plan.chunk", encoded({ first, count: BYTES }), this);
      if (chunk.length === 0) return;
      yield chunk;
      first += chunk.length;
    }
  }

  /** What another plan does differently. */
  diff(other: Plan): records.PlanDiff {
    return decoded(askSync("plan.diff", encoded(undefined), this, instance(other, Plan, "other")));
  }

  /** Lets go of it, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }
}

/** Compares a plan with what the target holds afterwards, field by field. */
export async function reconcile(plan: Plan, after: Snapshot, options: Abortable = {}): Promise<records.Reconciliation> {
  return call("plan.reconcile", {}, [instance(plan, Plan, "plan"), instance(after, Snapshot, "after")], options);
}

/** What of access is compared, and what of it the owner accepts. */
export interface AccessProofOptions
  extends Pick<Request<"access.prove">, "stage" | "matching" | "accepted" | "acceptedGains"> {
  /** The site as it was before the move, where it was another; else the site after it, with the tags that were renamed. */
  readonly before?: SiteOr | undefined;
}

/**
 * Whether a move gave or took access that nobody asked for, with who and what, from the instant of the plan until another. `before` is
 * the site as it was, where it was another. With the stage `foreseen`, the snapshot is the one that the plan was built for.
 */
export async function proveAccess(
  site: Site,
  contacts: Contacts,
  plan: Plan,
  snapshot: Snapshot,
  until: At,
  options: AccessProofOptions & Abortable = {},
): Promise<records.AccessProof> {
  const { signal, before, ...how } = object(options);
  const was = before === undefined ? {} : { before: documentOf(before) };
  const lent = [
    instance(site, Site, "site"),
    instance(contacts, Contacts, "contacts"),
    instance(plan, Plan, "plan"),
    instance(snapshot, Snapshot, "snapshot"),
  ];
  return call("access.prove", { ...how, ...was, until: instant(until, "until") }, lent, { signal });
}

/** Draws the people to be looked at by hand, each beside what the target holds of them afterwards. */
export async function spotCheck(
  plan: Plan,
  options: { readonly after: Snapshot; readonly count?: number } & Abortable,
): Promise<readonly records.SpotCheck[]> {
  const { count, after, signal } = object(options);
  const lent = [instance(plan, Plan, "plan"), instance(after, Snapshot, "options.after")];
  return (await call("plan.spot-check", count === undefined ? {} : { count }, lent, { signal })).spotChecks;
}
