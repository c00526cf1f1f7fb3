// What a page and its worker say to each other. Bytes are handed over, not copied.

import type { Failure } from "./facade/errors.js";
import type { Progress } from "./facade/intake.js";
import type * as records from "./facade/records.js";
import type { WasmSource } from "./wasm-source.js";

/** What is left in the worker, by number. */
export type Held = number;

export type Question =
  | { readonly kind: "init"; readonly source?: WasmSource | undefined }
  | {
      readonly kind: "read";
      readonly source: Blob | Uint8Array | ReadableStream<Uint8Array>;
      readonly options: object;
    }
  | { readonly kind: "ask" | "make" | "call"; readonly name: string; readonly argument: Uint8Array; readonly lent: readonly Held[] }
  /** Ends the reading that was asked for under a number. */
  | { readonly kind: "cancel"; readonly of: number }
  | { readonly kind: "free"; readonly held: readonly Held[] };

/** What a reading left in the worker. */
export interface Read {
  readonly intake: Held;
  readonly contacts: Held;
  readonly issues: Held;
  readonly length: number;
  readonly issueCounts: Readonly<Partial<Record<records.Code, number>>>;
  readonly issueLength: number;
  readonly detection: records.Detection;
  readonly mapping: records.Mapping;
  readonly stats: records.IntakeStats;
}

export type Said =
  | { readonly number: number; readonly kind: "done"; readonly value: unknown }
  | { readonly number: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly number: number; readonly kind: "failed"; readonly failure: Failure }
  | { readonly number: number; readonly kind: "thrown"; readonly name: string; readonly message: string };
