// What stays in the worker, as the page sees it. Does not know how a worker is asked.

import type { WorkerClient } from "./client.js";
import { type ColumnOptions, Frame } from "./facade/columns.js";
import { listed, object, string } from "./facade/given.js";
import type * as records from "./facade/records.js";
import { type SheetRow, numbers } from "./facade/sheet.js";
import { type At, instant } from "./facade/site.js";
import { type Abortable, decoded, text } from "./facade/wire.js";
import type { IssueFilter, Suggested } from "./issue-index.js";
import type { Held, Read, ReadSheet } from "./protocol.js";

/** Something that stays in the worker. */
export abstract class Remote {
  /** @internal */
  readonly client: WorkerClient;
  /** @internal What a call is lent of it. */
  readonly held: readonly Held[];

  /** @internal */
  constructor(client: WorkerClient, held: readonly Held[]) {
    this.client = client;
    this.held = held;
  }

  /** @internal */
  protected ask(name: string, argument?: unknown, options?: Abortable): Promise<Uint8Array> {
    return this.client.ask(name, argument, this.held, options);
  }

  /** @internal */
  protected async answer<Value>(name: string, argument?: unknown, options?: Abortable): Promise<Value> {
    return decoded<Value>(await this.ask(name, argument, options));
  }

  /** Lets go of it. */
  free(): void {
    this.client.free(this.held);
  }
}

/** What a reading gave, in the worker. */
export class RemoteIntake {
  readonly #client: WorkerClient;
  readonly #read: Read;
  readonly contacts: RemoteContacts;
  /** When contacts were given their tags, where the export says so: a plan takes it as evidence. */
  readonly tagDates: RemoteTagDates;

  /** @internal */
  constructor(client: WorkerClient, read: Read) {
    this.#client = client;
    this.#read = read;
    this.contacts = new RemoteContacts(client, read.contacts, read.length);
    this.tagDates = new RemoteTagDates(client, [read.tagDates]);
  }

  get detection(): records.Detection {
    return this.#read.detection;
  }
  get mapping(): records.Mapping {
    return this.#read.mapping;
  }
  get stats(): records.IntakeStats {
    return this.#read.stats;
  }
  /** How many issues there are of each code, kept or not. */
  get issueCounts(): Readonly<Partial<Record<records.Code, number>>> {
    return this.#read.issueCounts;
  }
  /** How many issues are kept. */
  get issueLength(): number {
    return this.#read.issueLength;
  }

  /** Some of the issues, from a place on. */
  async issues(first: number, count: number): Promise<readonly records.Issue[]> {
    return decoded(await this.#client.ask("issues.records", { first, count }, [this.#read.issues]));
  }

  /** Some thousand of the issues as columns, from a place on. */
  async issueFrame(first: number, options: Abortable = {}): Promise<Frame> {
    return new Frame(await this.#client.ask("issues.frame", { first }, [this.#read.issues], object(options)));
  }

  /** The numbers of the records that have issues of some codes, of any where none is named, in order. */
  async recordsWith(filter: IssueFilter = {}): Promise<Uint32Array> {
    const { codes, severity } = object(filter, "filter");
    const wanted = { codes: codes === undefined ? undefined : listed(codes, "filter.codes"), severity };
    return this.#client.question({ kind: "records-with", issues: this.#read.issues, filter: wanted });
  }

  /** The issues of some records. */
  async issuesOf(records: readonly number[]): Promise<readonly records.Issue[]> {
    return this.#client.question({ kind: "issues-of", issues: this.#read.issues, records: listed(records, "records") });
  }

  /** Every cell that has a suggestion, of the issues with a code. Made corrections, they are read as if they were written so. */
  async suggestions(code: records.Code): Promise<readonly Suggested[]> {
    return this.#client.question({ kind: "suggestions", issues: this.#read.issues, code: string(code, "code") });
  }

  /** Some of the records that were set aside, from a place on. */
  async setAside(first: number, count: number): Promise<readonly records.SetAsideRecord[]> {
    return decoded(await this.#client.ask("intake.set-aside", { first, count }, [this.#read.intake]));
  }

  /** The records that were set aside, as CSV, each with its line and its reasons. */
  async setAsideCsv(): Promise<string> {
    return text(await this.#client.ask("intake.set-aside-csv", {}, [this.#read.intake]));
  }

  /** Lets go of all of it. */
  free(): void {
    this.#client.free([this.#read.intake, this.#read.contacts, this.#read.issues, this.#read.tagDates]);
  }
}

/** When contacts were given their tags. */
export class RemoteTagDates extends Remote {}

/** Contacts in the worker. Columns are handed over, some thousand rows at a time, without being copied. */
export class RemoteContacts extends Remote {
  /** How many there are. */
  readonly length: number;

  /** @internal */
  constructor(client: WorkerClient, held: Held, length: number) {
    super(client, [held]);
    this.length = length;
  }

  /** The columns of some thousand contacts, from a place on. */
  async frame(first: number, options: ColumnOptions & Abortable = {}): Promise<Frame> {
    const { columns, signal } = object(options);
    return new Frame(await this.ask("contacts.frame", { first, columns }, { signal }));
  }

  /** All contacts as columns, one frame after the other. */
  async *batches(options: ColumnOptions & Abortable = {}): AsyncIterableIterator<Frame> {
    for (let first = 0; first < this.length; ) {
      const frame = await this.frame(first, options);
      yield frame;
      first += frame.rows;
    }
  }

  /** Some of the contacts, from a place on, as plain objects. */
  async records(first: number, count: number): Promise<readonly records.Contact[]> {
    return this.answer("contacts.records", { first, count });
  }

  /** As the bytes of a CSV that reads back as the same contacts, without secrets but those that the options name. */
  async csv(options: records.CsvOptions = {}): Promise<Uint8Array> {
    return this.ask("contacts.csv", object(options));
  }

  /** The same as text. */
  async writeCsv(options: records.CsvOptions = {}): Promise<string> {
    return text(await this.csv(options));
  }
}

/** The records of an export as they are written, in the worker. */
export class RemoteSheet extends Remote {
  /** The number of records. */
  readonly length: number;
  /** What the input was found to be, and why. */
  readonly detection: records.Detection;
  /** What each column is taken for. */
  readonly mapping: records.Mapping;

  /** @internal */
  constructor(client: WorkerClient, { sheet, length, detection, mapping }: ReadSheet) {
    super(client, [sheet]);
    this.length = length;
    this.detection = detection;
    this.mapping = mapping;
  }

  /** Records by their numbers; one that is not there is left out. */
  async rows(records: readonly number[]): Promise<readonly SheetRow[]> {
    return this.answer("sheet.rows", { records: listed(records, "records") });
  }

  /** The numbers of the records that have a cell with a text in it, upper and lower case of ASCII alike, in order. */
  async find(text: string): Promise<Uint32Array> {
    return numbers(await this.ask("sheet.find", { text }));
  }
}

/** A checked site in the worker. */
export class RemoteSite extends Remote {
  /** The document. */
  readonly document: records.SiteDocument;
  /** What is worth knowing of it. */
  readonly issues: readonly records.Issue[];

  private constructor(client: WorkerClient, held: Held, document: records.SiteDocument, issues: readonly records.Issue[]) {
    super(client, [held]);
    this.document = document;
    this.issues = issues;
  }

  /** @internal */
  static async load(client: WorkerClient, document: Uint8Array): Promise<RemoteSite> {
    const held = await client.make("site", document, []);
    const [checked, issues] = await Promise.all([
      client.ask("site.document", undefined, [held]),
      client.ask("site.issues", undefined, [held]),
    ]);
    return new RemoteSite(client, held, decoded(checked), decoded(issues));
  }

  /** Every module of an offering as it stands for an enrollment: open, scheduled or closed, and why. */
  async releaseSchedule(enrollment: records.Enrollment, at: At): Promise<readonly records.Release[]> {
    return (await this.client.call("site.schedule", { enrollment, at: instant(at) }, { lent: [this] })).releases;
  }
}

/** What a target holds now, in the worker. */
export class RemoteSnapshot extends Remote {
  /** The number of users. */
  readonly length: number;

  /** @internal */
  constructor(client: WorkerClient, held: Held, length: number) {
    super(client, [held]);
    this.length = length;
  }
}

/** Every change that a migration will make, in the worker. */
export class RemotePlan extends Remote {
  /** The plan's name: what was reviewed is what is run. */
  readonly digest: string;
  /** What the plan says of itself. */
  readonly header: records.PlanHeader;
  /** The number of operations. */
  readonly length: number;

  private constructor(client: WorkerClient, held: Held, { digest, header, length }: AboutPlan) {
    super(client, [held]);
    this.digest = digest;
    this.header = header;
    this.length = length;
  }

  /** @internal */
  static async of(client: WorkerClient, held: Held): Promise<RemotePlan> {
    return new RemotePlan(client, held, decoded(await client.ask("plan.about", undefined, [held])));
  }

  /** The errors that nobody has waived: a plan that has any is not run. */
  blockers(): Promise<readonly records.Issue[]> {
    return this.answer("plan.blockers");
  }

  /** Some of the operations, in the order of the run. */
  async slice(first: number, count: number): Promise<readonly records.Operation[]> {
    return this.answer("plan.operations", { first, count });
  }

  /** The plan as bytes, chunk by chunk, the same for the same plan. */
  async *chunks(): AsyncIterableIterator<Uint8Array> {
    for (let first = 0; ; ) {
      const chunk = await this.ask("plan.chunk", { first, count: CHUNK_BYTES });
      if (chunk.length === 0) return;
      yield chunk;
      first += chunk.length;
    }
  }
}

interface AboutPlan {
  readonly digest: string;
  readonly header: records.PlanHeader;
  readonly length: number;
}

const CHUNK_BYTES = 1 << 20;
