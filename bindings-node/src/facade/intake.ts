// Reading exports. Does not know how files are opened.

import { Contacts } from "./contacts.js";
import { bytes as checkedBytes, callable, listed, object, textBytes } from "./given.js";
import { Issues } from "./issues.js";
import type { Handle } from "./native.js";
import { Orders, Subscriptions } from "./payments.js";
import type * as records from "./records.js";
import { CHUNK_BYTES, type Source, eachChunk } from "./source.js";
import { type Abortable, type Holder, ask, askSync, decoded, encoded, make, makeSync, text } from "./wire.js";

/** How far a reading is. */
export interface Progress {
  /** Bytes read so far. */
  readonly bytes: number;
  /** Bytes in all, where that is known. */
  readonly total: number | undefined;
  /** Records so far: those that were kept, and those that were set aside. */
  readonly records: number;
  readonly kept: number;
  readonly setAside: number;
}

/** How to read an export. Everything may be left out: then it is found, and the result says how. */
export interface ReadOptions extends Omit<records.ReadOptions, "zone"> {
  /** The IANA zone of dates without one, where the source has no fixed one; UTC, where left out. */
  readonly timezone?: string | undefined;
}

/** How a reading that takes its time is watched and ended. */
export interface Watched extends Abortable {
  /** Told after each chunk. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

interface About<Stats> {
  readonly detection: records.Detection;
  readonly mapping: records.Mapping;
  readonly stats: Stats;
}

/** What a reading gives, of whichever kind. */
abstract class Taken<Stats> implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** What is wrong, or was decided. */
  readonly issues: Issues;
  /** What the input was found to be, and why. */
  readonly detection: records.Detection;
  /** What each column was taken for. It can be saved, and given as an option when the next export is read. */
  readonly mapping: records.Mapping;
  /** How many of everything. */
  readonly stats: Stats;

  /** @internal */
  constructor(handle: Handle) {
    this.handle = handle;
    this.issues = new Issues(this.part("intake.issues"));
    const about = decoded<About<Stats>>(askSync("intake.about", encoded(undefined), this));
    this.detection = about.detection;
    this.mapping = about.mapping;
    this.stats = about.stats;
  }

  /** @internal */
  protected part(name: string): Handle {
    return makeSync(name, encoded(undefined), this);
  }

  /** Some of the records that were set aside, from a place on. */
  setAside(first: number, count: number): readonly records.SetAsideRecord[] {
    return decoded(askSync("intake.set-aside", encoded({ first, count }), this));
  }

  /** The records that were set aside, as CSV, each with its line and its reasons. */
  setAsideCsv(): string {
    return text(askSync("intake.set-aside-csv", encoded(undefined), this));
  }

  /** Lets go of all of it, sooner than the garbage collector would. */
  free(): void {
    this.issues.free();
    this.handle.free();
  }
}

/** What a reading of contacts gives. */
export class Intake extends Taken<records.IntakeStats> {
  readonly contacts: Contacts = new Contacts(this.part("intake.records"));
  /** When contacts were given their tags, where the export says so. A plan takes it as evidence. */
  readonly tagDates: Holder = { handle: this.part("intake.tag-dates") };

  override free(): void {
    this.contacts.free();
    this.tagDates.handle.free();
    super.free();
  }
}

/** What a reading of orders gives. */
export class OrderIntake extends Taken<records.PaymentStats> {
  readonly orders: Orders = new Orders(this.part("intake.records"));

  override free(): void {
    this.orders.free();
    super.free();
  }
}

/** What a reading of subscriptions gives. */
export class SubscriptionIntake extends Taken<records.PaymentStats> {
  readonly subscriptions: Subscriptions = new Subscriptions(this.part("intake.records"));

  override free(): void {
    this.subscriptions.free();
    super.free();
  }
}

/** Reads contacts. */
export async function readContacts(source: Source, options: ReadOptions & Watched = {}): Promise<Intake> {
  return new Intake(await read("contacts.reader", source, options));
}

/** Reads orders, refunds and disputes. */
export async function readOrders(source: Source, options: ReadOptions & Watched = {}): Promise<OrderIntake> {
  return new OrderIntake(await read("orders.reader", source, options));
}

/** Reads subscriptions. */
export async function readSubscriptions(
  source: Source,
  options: ReadOptions & Watched = {},
): Promise<SubscriptionIntake> {
  return new SubscriptionIntake(await read("subscriptions.reader", source, options));
}

/** Reads the contacts in the JSON of an API. `related` is JSON that the API gives apart from them, such as the names of its tags. */
export async function readRecords(
  source: Source,
  options: ReadOptions & Watched & { readonly related?: readonly (string | Uint8Array)[] } = {},
): Promise<Intake> {
  const { related = [], ...rest } = object(options);
  const parts = listed(related, "options.related").map((json, place) => textBytes(json, `options.related[${place}]`));
  const begin = async (reader: Holder): Promise<void> => {
    for (const part of parts) await ask("pushed.push", part, [reader], { signal: rest.signal });
    await ask("pushed.begin", encoded(undefined), [reader], { signal: rest.signal });
  };
  return new Intake(await read("records.reader", source, rest, begin));
}

/** Reads contacts that are in memory, and waits. */
export function readContactsSync(bytes: Uint8Array, options: ReadOptions = {}): Intake {
  // What is read at once is in memory: `readContacts` reads everything else.
  checkedBytes(bytes, "bytes");
  const reader: Holder = { handle: makeSync("contacts.reader", encoded(wire(object(options)))) };
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      askSync("pushed.push", bytes.subarray(at, at + CHUNK_BYTES), reader);
    }
    return new Intake(makeSync("pushed.finish", encoded(undefined), reader));
  } finally {
    reader.handle.free();
  }
}

function wire({ timezone, ...options }: ReadOptions): records.ReadOptions {
  return timezone === undefined ? options : { ...options, zone: timezone };
}

type Counted = Omit<Progress, "total">;

/** @internal Makes something of a source, by a reader. */
export async function read(
  name: string,
  source: Source,
  options: ReadOptions & Watched,
  begin?: (reader: Holder) => Promise<void>,
): Promise<Handle> {
  const { signal, onProgress, ...how } = object(options);
  callable(onProgress, "options.onProgress");
  signal?.throwIfAborted();
  const reader: Holder = { handle: makeSync(name, encoded(wire(how))) };
  try {
    await begin?.(reader);
    await eachChunk(source, signal, async (chunk, total) => {
      const counted = decoded<Counted>(await ask("pushed.push", chunk, [reader], { signal }));
      onProgress?.({ ...counted, total });
    });
    return await make("pushed.finish", encoded(undefined), [reader], { signal });
  } finally {
    // What was read so far goes now; the garbage collector does not see how much it is.
    letGo(reader);
  }
}

function letGo(reader: Holder): void {
  // A chunk may be on its way: what it is pushed to is emptied behind it, without waiting.
  void ask("pushed.drop", encoded(undefined), [reader])
    .catch(() => undefined)
    .finally(() => reader.handle.free());
}
