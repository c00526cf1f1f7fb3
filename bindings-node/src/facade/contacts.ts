// A table of contacts, and one contact of it. Does not know how they are read.

import type { Column, ColumnOptions, Frame } from "./columns.js";
import { misuse } from "./errors.js";
import { instance, listed, object, place as placeOf, refused } from "./given.js";
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
  json,
  make,
  makeSync,
  text,
} from "./wire.js";

const NONE: readonly string[] = [];
/** How many records are handed over at a time. */
const LINES = 1000;

/** The columns that a contact is looked at by, as the library calls them. */
enum Place {
  email,
  external_id,
  username,
  first_name,
  last_name,
  phone,
  company,
  locale,
  time_zone,
  referring_affiliate,
  address_line1,
  address_line2,
  city,
  region,
  postal_code,
  country,
  marketing_status,
  tags,
  roles,
  order_ids,
  subscription_ids,
  created_at,
  updated_at,
  custom,
}

/** Some thousand contacts that follow each other. A column of them is fetched when the first value of it is read. */
class ContactRows {
  readonly contacts: Contacts;
  /** The place of the first. */
  readonly first: number;
  /** How many there are. */
  readonly count: number;
  /** What was read so far of these contacts or of those before them: it is fetched at once of those that follow. */
  readonly #read: Set<Place>;
  readonly #columns: (Column | undefined)[];

  constructor(contacts: Contacts, first: number, read: Set<Place>) {
    this.contacts = contacts;
    this.first = first;
    this.#read = read;
    const frame = contacts.frame(first, [...read].map((place) => Place[place] as string));
    this.count = frame.rows;
    this.#columns = new Array<Column | undefined>(Place.custom + 1).fill(undefined);
    for (const place of read) this.#columns[place] = frame.columns.get(Place[place] as string);
  }

  column(place: Place): Column {
    return this.#columns[place] ?? this.#fetch(place);
  }

  #fetch(place: Place): Column {
    const name = Place[place] as string;
    const fetched = this.contacts.frame(this.first, [name]).columns.get(name);
    if (fetched === undefined) throw misuse("the table was let go of");
    this.#read.add(place);
    this.#columns[place] = fetched;
    return fetched;
  }
}

const SHOWN = Symbol.for("nodejs.util.inspect.custom");

/** One contact of a table. It holds nothing itself: each value is made where it is read. */
export class Contact {
  readonly #rows: ContactRows;
  readonly #row: number;

  /** @internal */
  constructor(rows: ContactRows, row: number) {
    this.#rows = rows;
    this.#row = row;
  }

  /** Its place in the table. */
  get index(): number {
    return this.#rows.first + this.#row;
  }
  get email(): string {
    return this.#text(Place.email) ?? "";
  }
  get externalId(): string | undefined {
    return this.#text(Place.external_id);
  }
  get username(): string | undefined {
    return this.#text(Place.username);
  }
  get firstName(): string | undefined {
    return this.#text(Place.first_name);
  }
  get lastName(): string | undefined {
    return this.#text(Place.last_name);
  }
  get phone(): string | undefined {
    return this.#text(Place.phone);
  }
  get company(): string | undefined {
    return this.#text(Place.company);
  }
  get locale(): string | undefined {
    return this.#text(Place.locale);
  }
  get timezone(): string | undefined {
    return this.#text(Place.time_zone);
  }
  get referringAffiliate(): string | undefined {
    return this.#text(Place.referring_affiliate);
  }
  get address(): { readonly [Part in keyof records.Address]?: string | undefined } {
    return {
      line1: this.#text(Place.address_line1),
      line2: this.#text(Place.address_line2),
      city: this.#text(Place.city),
      region: this.#text(Place.region),
      postalCode: this.#text(Place.postal_code),
      country: this.#text(Place.country),
    };
  }
  get marketingStatus(): records.MarketingStatus {
    return this.#rows.column(Place.marketing_status).get(this.#row) as records.MarketingStatus;
  }
  get tags(): readonly string[] {
    return this.#list(Place.tags);
  }
  get roles(): readonly string[] {
    return this.#list(Place.roles);
  }
  get orderIds(): readonly string[] {
    return this.#list(Place.order_ids);
  }
  get subscriptionIds(): readonly string[] {
    return this.#list(Place.subscription_ids);
  }
  /** To the millisecond; `toRecord` has it to the microsecond. */
  get createdAt(): Date | undefined {
    return this.#rows.column(Place.created_at).get(this.#row) as Date | undefined;
  }
  get updatedAt(): Date | undefined {
    return this.#rows.column(Place.updated_at).get(this.#row) as Date | undefined;
  }
  get custom(): { readonly [field: string]: string } {
    return (this.#rows.column(Place.custom).get(this.#row) ?? {}) as { readonly [field: string]: string };
  }

  /** All of it as a plain object, in the form in which contacts are written down. Passwords are in none. */
  toRecord(): records.Contact {
    const [record] = this.#rows.contacts.records(this.index, 1);
    if (record === undefined) throw misuse("the table was let go of");
    return record;
  }

  toJSON(): records.Contact {
    return this.toRecord();
  }

  /** @internal What a console of Node shows. */
  [SHOWN](): records.Contact {
    return this.toRecord();
  }

  #text(place: Place): string | undefined {
    return this.#rows.column(place).get(this.#row) as string | undefined;
  }

  #list(place: Place): readonly string[] {
    return (this.#rows.column(place).get(this.#row) ?? NONE) as readonly string[];
  }
}

/** A table of contacts. It stays in Rust; `for (const contact of contacts)` looks at one after the other. */
export class Contacts extends Table<Contact, records.Contact> {
  /** Where the last one stood that was looked at by its place, and what is read of such. */
  #near: ContactRows | undefined;
  readonly #read = new Set<Place>();

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
    const { signal, ...how } = object(options);
    const all = listed(lists, "lists").map((list, place) => instance(list, Contacts, `lists[${place}]`));
    return merged(await make("contacts.merge", encoded(how), all, { signal }));
  }

  /** These contacts of a CRM with the users of its site put to them. */
  async join(
    users: Contacts,
    options: records.JoinOptions & Abortable = {},
  ): Promise<{ readonly contacts: Contacts; readonly issues: Issues }> {
    const { signal, ...how } = object(options);
    return merged(await make("contacts.join", encoded(how), [this, instance(users, Contacts, "users")], { signal }));
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
    const { signal, ...how } = object(options);
    return text(await ask("contacts.csv", encoded(how), [this], { signal }));
  }

  override at(index: number): Contact | undefined {
    const place = placeOf(index, this.length);
    if (place === undefined) return undefined;
    let near = this.#near;
    if (near === undefined || place < near.first || place >= near.first + near.count) {
      near = new ContactRows(this, place, this.#read);
      this.#near = near;
    }
    return new Contact(near, place - near.first);
  }

  override [Symbol.iterator](): IterableIterator<Contact> {
    const read = new Set<Place>();
    let rows: ContactRows | undefined;
    let row = 0;
    // By hand: a generator costs as much for each contact as a value of it.
    const next = (): IteratorResult<Contact> => {
      if (rows === undefined || row >= rows.count) {
        const first = rows === undefined ? 0 : rows.first + rows.count;
        if (first >= this.length) return { done: true, value: undefined };
        rows = new ContactRows(this, first, read);
        row = 0;
      }
      return { done: false, value: new Contact(rows, row++) };
    };
    return {
      next,
      [Symbol.iterator]() {
        return this;
      },
    };
  }

  /** The contacts as columns, some thousand at a time. */
  override frames(options: ColumnOptions = {}): IterableIterator<Frame> {
    return this.framesOf(object(options).columns);
  }

  /** The contacts as columns, some thousand at a time, made without keeping others waiting. */
  override batches(options: ColumnOptions & Abortable = {}): AsyncIterableIterator<Frame> {
    const { columns, signal } = object(options);
    return this.batchesOf(columns, { signal });
  }

  override free(): void {
    this.#near = undefined;
    super.free();
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
  options: Abortable,
): Promise<Handle> {
  const { signal } = object(options);
  signal?.throwIfAborted();
  if (typeof records !== "object" || records === null || !(Symbol.asyncIterator in records || Symbol.iterator in records)) {
    throw refused("records", "an array or another iterable", records);
  }
  const lines: Holder = { handle: makeSync(name, encoded(undefined)) };
  const encoder = new TextEncoder();
  let some: string[] = [];
  const push = async (): Promise<void> => {
    await ask("pushed.push", encoder.encode(some.join("\n")), [lines], { signal });
    some = [];
  };
  try {
    for await (const record of records) {
      some.push(json(record));
      if (some.length >= LINES) await push();
    }
    if (some.length > 0) await push();
    return await make("pushed.finish", encoded(undefined), [lines], { signal });
  } finally {
    lines.handle.free();
  }
}
