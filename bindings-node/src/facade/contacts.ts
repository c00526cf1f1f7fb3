// A table of contacts, and one contact of it. Does not know how they are read.

import type { Frame } from "./columns.js";
import { Issues } from "./issues.js";
import type { Handle } from "./native.js";
import type * as records from "./records.js";
import { Table } from "./table.js";
import {
  type Abortable,
  type Holder,
  ask,
  askSync,
  decoded,
  encoded,
  make,
  makeSync,
  text,
} from "./wire.js";

const NONE: readonly string[] = [];
/** How many records are handed over at a time. */
const LINES = 1000;

/** One contact of a table. It holds nothing itself: each value is made where it is read. */
export class Contact {
  readonly #frame: Frame;
  readonly #row: number;
  readonly #contacts: Contacts;
  /** Its place in the table. */
  readonly index: number;

  /** @internal */
  constructor(contacts: Contacts, frame: Frame, row: number, index: number) {
    this.#contacts = contacts;
    this.#frame = frame;
    this.#row = row;
    this.index = index;
  }

  get email(): string {
    return this.#text("email") ?? "";
  }
  get externalId(): string | undefined {
    return this.#text("external_id");
  }
  get username(): string | undefined {
    return this.#text("username");
  }
  get firstName(): string | undefined {
    return this.#text("first_name");
  }
  get lastName(): string | undefined {
    return this.#text("last_name");
  }
  get phone(): string | undefined {
    return this.#text("phone");
  }
  get company(): string | undefined {
    return this.#text("company");
  }
  get locale(): string | undefined {
    return this.#text("locale");
  }
  get timezone(): string | undefined {
    return this.#text("time_zone");
  }
  get referringAffiliate(): string | undefined {
    return this.#text("referring_affiliate");
  }
  get address(): { readonly [Part in keyof records.Address]?: string | undefined } {
    return {
      line1: this.#text("address_line1"),
      line2: this.#text("address_line2"),
      city: this.#text("city"),
      region: this.#text("region"),
      postalCode: this.#text("postal_code"),
      country: this.#text("country"),
    };
  }
  get marketingStatus(): records.MarketingStatus {
    return this.#frame.get("marketing_status", this.#row) as records.MarketingStatus;
  }
  get tags(): readonly string[] {
    return this.#list("tags");
  }
  get roles(): readonly string[] {
    return this.#list("roles");
  }
  get orderIds(): readonly string[] {
    return this.#list("order_ids");
  }
  get subscriptionIds(): readonly string[] {
    return this.#list("subscription_ids");
  }
  /** To the millisecond; `toRecord` has it to the microsecond. */
  get createdAt(): Date | undefined {
    return this.#frame.get("created_at", this.#row) as Date | undefined;
  }
  get updatedAt(): Date | undefined {
    return this.#frame.get("updated_at", this.#row) as Date | undefined;
  }
  get custom(): { readonly [field: string]: string } {
    return (this.#frame.get("custom", this.#row) ?? {}) as { readonly [field: string]: string };
  }

  /** All of it as a plain object, in the form in which contacts are written down. Passwords are in none. */
  toRecord(): records.Contact {
    const [record] = this.#contacts.records(this.index, 1);
    if (record === undefined) throw new RangeError("the table was let go of");
    return record;
  }

  toJSON(): records.Contact {
    return this.toRecord();
  }

  #text(name: string): string | undefined {
    return this.#frame.get(name, this.#row) as string | undefined;
  }

  #list(name: string): readonly string[] {
    return (this.#frame.get(name, this.#row) ?? NONE) as readonly string[];
  }
}

/** A table of contacts. It stays in Rust; `for (const contact of contacts)` looks at one after the other. */
export class Contacts extends Table<Contact, records.Contact> {
  /** @internal */
  constructor(handle: Handle) {
    super(handle, "contacts");
  }

  /** A table of plain objects, each checked as strictly as a request is. */
  static async fromRecords(
    contacts: Iterable<records.Contact> | AsyncIterable<records.Contact>,
    options: Abortable = {},
  ): Promise<Contacts> {
    return new Contacts(await fromLines("contacts.lines", contacts, options));
  }

  /** One list of several exports of one site. `duplicates` says which of two different values is kept. */
  static async merge(
    lists: readonly Contacts[],
    options: { readonly duplicates?: records.DuplicatesPolicy } & Abortable = {},
  ): Promise<{ readonly contacts: Contacts; readonly issues: Issues }> {
    const { signal, ...how } = options;
    return merged(await make("contacts.merge", encoded(how), lists, { signal }));
  }

  /** These contacts of a CRM with the users of its site put to them. */
  async join(
    users: Contacts,
    options: records.JoinOptions & Abortable = {},
  ): Promise<{ readonly contacts: Contacts; readonly issues: Issues }> {
    const { signal, ...how } = options;
    return merged(await make("contacts.join", encoded(how), [this, users], { signal }));
  }

  /** The different tags, in order of first appearance. */
  get tags(): readonly string[] {
    return decoded(askSync("contacts.tags", encoded(undefined), this));
  }

  /** The names of the custom fields, in column order. */
  get customFields(): readonly string[] {
    return decoded(askSync("contacts.custom-fields", encoded(undefined), this));
  }

  /** As a CSV that reads back as the same contacts, without secrets but those that the options name. */
  async writeCsv(options: records.CsvOptions & Abortable = {}): Promise<string> {
    const { signal, ...how } = options;
    return text(await ask("contacts.csv", encoded(how), [this], { signal }));
  }

  /** @internal */
  protected view(frame: Frame, row: number, index: number): Contact {
    return new Contact(this, frame, row, index);
  }
}

function merged(handle: Handle): { readonly contacts: Contacts; readonly issues: Issues } {
  const both: Holder = { handle };
  const contacts = new Contacts(makeSync("merged.contacts", encoded(undefined), both));
  return { contacts, issues: new Issues(makeSync("merged.issues", encoded(undefined), both)) };
}

/** Hands plain objects over as lines of JSON, and gives what is made of them. */
export async function fromLines(
  name: string,
  records: Iterable<unknown> | AsyncIterable<unknown>,
  { signal }: Abortable,
): Promise<Handle> {
  signal?.throwIfAborted();
  const lines: Holder = { handle: makeSync(name, encoded(undefined)) };
  const encoder = new TextEncoder();
  let some: string[] = [];
  const push = async (): Promise<void> => {
    await ask("pushed.push", encoder.encode(some.join("\n")), [lines], { signal });
    some = [];
  };
  try {
    for await (const record of records) {
      some.push(JSON.stringify(record));
      if (some.length >= LINES) await push();
    }
    if (some.length > 0) await push();
    return await make("pushed.finish", encoded(undefined), [lines], { signal });
  } finally {
    lines.handle.free();
  }
}
