// What a page and its worker say to each other. Bytes are handed over, not copied.

import type { Failure } from "./facade/errors.js";
import type { Progress } from "./facade/intake.js";
import type * as records from "./facade/records.js";
import type { IssueFilter } from "./issue-index.js";
import type { WasmSource } from "./wasm-source.js";

/** What is left in the worker, by number. */
export type Held = number;

/** What a worker reads. */
export type Readable = Blob | Uint8Array | ReadableStream<Uint8Array>;

export type Question =
  /** `first` is the number of the first thing that the worker holds. */
  | { readonly kind: "init"; readonly source?: WasmSource | undefined; readonly first: Held }
  | {
      readonly kind: "read";
      readonly what: "contacts" | "sheet";
      readonly source: Readable;
      readonly options: object;
    }
  | { readonly kind: "ask" | "make" | "call"; readonly name: string; readonly argument: Uint8Array; readonly lent: readonly Held[] }
  /** The numbers of the records that have issues. */
  | { readonly kind: "records-with"; readonly issues: Held; readonly filter: IssueFilter }
  /** The issues of some records. */
  | { readonly kind: "issues-of"; readonly issues: Held; readonly records: readonly number[] }
  /** The cells that have a suggestion. */
  | { readonly kind: "suggestions"; readonly issues: Held; readonly code: string }
  /** Ends the reading that was asked for under a number. */
  | { readonly kind: "cancel"; readonly of: number }
  | { readonly kind: "free"; readonly held: readonly Held[] };

/** What a reading left in the worker. */
export interface Read {
  readonly intake: Held;
  readonly contacts: Held;
  readonly issues: Held;
  readonly tagDates: Held;
  readonly length: number;
  readonly issueCounts: Readonly<Partial<Record<records.Code, number>>>;
  readonly issueLength: number;
  readonly detection: records.Detection;
  readonly mapping: records.Mapping;
  readonly stats: records.IntakeStats;
}

/** What a reading of a sheet left in the worker. */
export interface ReadSheet {
  readonly sheet: Held;
  readonly length: number;
  readonly detection: records.Detection;
  readonly mapping: records.Mapping;
}

export type Said =
  | { readonly number: number; readonly kind: "done"; readonly value: unknown }
  | { readonly number: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly number: number; readonly kind: "failed"; readonly failure: Failure }
  | { readonly number: number; readonly kind: "thrown"; readonly name: string; readonly message: string };
