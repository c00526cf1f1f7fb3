// One export that was opened: what it was found to be, its rows as written, what was put right, and what reading it gives now. Does not know
// how any of it is shown.

import {
  MemberferryError,
  type Progress,
  type RemoteIntake,
  type RemoteSheet,
  type SheetRow,
  type WorkerClient,
  type records,
} from "@memberferry/wasm";

import { type Change, Edits } from "./edits.js";
import { saveMapping, savedMapping } from "./saved.js";

/** Why a list is not there, as a person is told it. */
export interface Trouble {
  readonly message: string;
  readonly help?: string | undefined;
  readonly code?: string | undefined;
}

export type Stage =
  | { readonly kind: "reading"; readonly progress: Progress | undefined }
  | { readonly kind: "ready" }
  /** It can be looked at, and cannot be read: no column of addresses is mapped, for one. */
  | { readonly kind: "unreadable"; readonly trouble: Trouble }
  | { readonly kind: "failed"; readonly trouble: Trouble }
  | { readonly kind: "cancelled" };

/** Which rows are wanted. */
export type RowFilter =
  | { readonly kind: "all" | "with-issues" | "set-aside" | "edited" }
  | { readonly kind: "code"; readonly code: records.Code }
  | { readonly kind: "text"; readonly text: string };

/** A row with what is said of it. */
export interface MarkedRow extends SheetRow {
  readonly issues: readonly records.Issue[];
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof MemberferryError) return { message: error.message, help: error.help, code: error.code };
  return { message: error instanceof Error ? error.message : String(error) };
}

/** How many records that were set aside are asked for at a time. */
const SET_ASIDE = 2000;

let lists = 0;

export class List {
  readonly id = ++lists;
  readonly file: File;
  readonly edits = new Edits();
  sheet: RemoteSheet | undefined;
  intake: RemoteIntake | undefined;
  mapping: records.Mapping | undefined;
  /** Whether the mapping is one that this device remembers. */
  isRemembered = false;
  stage: Stage = { kind: "reading", progress: undefined };
  /** Whether what was put right is being read again. */
  isChecking = false;
  setAside: readonly records.SetAsideRecord[] = [];
  timezone = "";
  /** Two letters, or blank. */
  region = "";

  readonly #client: WorkerClient;
  readonly #changed: () => void;
  #abort = new AbortController();
  #isStale = false;

  constructor(client: WorkerClient, file: File, changed: () => void) {
    this.#client = client;
    this.file = file;
    this.#changed = changed;
  }

  get headers(): readonly string[] {
    return this.sheet?.detection.headers ?? [];
  }

  /** Reads the list from its file. */
  async open(): Promise<void> {
    this.#abort = new AbortController();
    this.#become({ kind: "reading", progress: undefined });
    try {
      const { signal } = this.#abort;
      const onProgress = (progress: Progress): void => this.#become({ kind: "reading", progress: halved(progress, 0) });
      this.sheet = await this.#client.readSheet(this.file, { ...this.#named(), signal, onProgress });
      const remembered = savedMapping(this.headers);
      this.isRemembered = remembered !== undefined;
      this.mapping = remembered ?? this.sheet.mapping;
      await this.#read((progress) => this.#become({ kind: "reading", progress: halved(progress, 1) }));
    } catch (error) {
      if (this.#abort.signal.aborted) this.#become({ kind: "cancelled" });
      else this.#become({ kind: "failed", trouble: troubleOf(error) });
    }
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Takes a column for something else, and remembers it on this device. */
  use(column: number, use: records.ColumnUse): void {
    const { mapping } = this;
    if (mapping === undefined) return;
    const taken = (other: records.ColumnUse): boolean =>
      use.kind === "field" && other.kind === "field" && other.field === use.field;
    const columns = mapping.columns.map((each, place): records.ColumnMapping => {
      if (place === column) return { header: each.header, use, reason: "chosen" };
      // No field stands for two columns: the one that had it is kept as a field of its own.
      return taken(each.use) ? { header: each.header, use: { kind: "custom", name: each.header }, reason: "chosen" } : each;
    });
    this.takeMapping({ ...mapping, columns });
  }

  takeMapping(mapping: records.Mapping): void {
    this.mapping = mapping;
    this.isRemembered = true;
    saveMapping(this.headers, mapping);
    this.recheck();
  }

  /** Forgets the mapping that this device remembers. */
  forgetMapping(): void {
    saveMapping(this.headers, undefined);
    this.isRemembered = false;
    this.mapping = this.sheet?.mapping;
    this.recheck();
  }

  correct(label: string, changes: readonly Change[]): void {
    this.edits.apply(label, changes);
    this.recheck();
  }

  undo(): void {
    this.edits.undo();
    this.recheck();
  }

  redo(): void {
    this.edits.redo();
    this.recheck();
  }

  setTimezone(timezone: string): void {
    this.timezone = timezone;
    this.recheck();
  }

  setRegion(region: string): void {
    this.region = region;
    this.recheck();
  }

  /** Reads again what was put right. What changes meanwhile is read after it. */
  recheck(): void {
    this.#isStale = true;
    this.#changed();
    if (this.isChecking || this.sheet === undefined) return;
    this.isChecking = true;
    void this.#settle();
  }

  async #settle(): Promise<void> {
    while (this.#isStale) {
      // Several keys in a row are one change.
      await new Promise((resolve) => setTimeout(resolve, 150));
      this.#isStale = false;
      await this.#read().catch(() => undefined);
    }
    this.isChecking = false;
    this.#changed();
  }

  async #read(onProgress?: (progress: Progress) => void): Promise<void> {
    const options = {
      ...this.#named(),
      ...(this.mapping === undefined ? {} : { mapping: this.mapping }),
      ...(this.timezone === "" ? {} : { timezone: this.timezone }),
      ...(this.region === "" ? {} : { defaultRegion: this.region }),
      corrections: this.edits.corrections(),
      signal: this.#abort.signal,
      onProgress,
    };
    const before = this.intake;
    try {
      this.intake = await this.#client.readContacts(this.file, options);
      this.setAside = await allSetAside(this.intake);
      this.#become({ kind: "ready" });
    } catch (error) {
      if (this.#abort.signal.aborted) throw error;
      this.intake = undefined;
      this.setAside = [];
      this.#become({ kind: "unreadable", trouble: troubleOf(error) });
    }
    before?.free();
  }

  /** The numbers of the rows that are wanted; all, where absent. */
  async rowsOf(filter: RowFilter): Promise<Uint32Array | undefined> {
    switch (filter.kind) {
      case "all":
        return undefined;
      case "edited":
        return this.edits.records();
      case "set-aside":
        return Uint32Array.from(this.setAside, ({ record }) => record);
      case "with-issues":
        return this.intake?.recordsWith() ?? new Uint32Array();
      case "code":
        return this.intake?.recordsWith({ codes: [filter.code] }) ?? new Uint32Array();
      case "text":
        return this.sheet?.find(filter.text) ?? new Uint32Array();
    }
  }

  /** Rows with what is said of them now. */
  async markedRows(numbers: readonly number[]): Promise<readonly MarkedRow[]> {
    const [rows, issues] = await Promise.all([this.sheet?.rows(numbers) ?? [], this.intake?.issuesOf(numbers) ?? []]);
    return rows.map((row) => ({ ...row, issues: issues.filter((issue) => issue.location?.record === row.record) }));
  }

  /** Takes every suggestion of a kind. Gives how many there were. */
  async takeSuggestions(code: records.Code, label: string): Promise<number> {
    const suggested = (await this.intake?.suggestions(code)) ?? [];
    this.correct(label, suggested.map(({ record, column, suggestion }) => ({ record, column, after: suggestion })));
    return suggested.length;
  }

  free(): void {
    this.cancel();
    this.sheet?.free();
    this.intake?.free();
  }

  #named(): { readonly fileName: string } {
    return { fileName: this.file.name };
  }

  #become(stage: Stage): void {
    this.stage = stage;
    this.#changed();
  }
}

/** A list is read twice: as it is written, and for what it means. */
function halved(progress: Progress, half: 0 | 1): Progress {
  const { total } = progress;
  return total === undefined ? progress : { ...progress, bytes: (progress.bytes + half * total) / 2 };
}

async function allSetAside(intake: RemoteIntake): Promise<readonly records.SetAsideRecord[]> {
  const all: records.SetAsideRecord[] = [];
  while (all.length < intake.stats.setAside) {
    const some = await intake.setAside(all.length, SET_ASIDE);
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}
