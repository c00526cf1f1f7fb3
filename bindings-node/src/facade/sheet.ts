// The records of an export as they are written, to be shown and put right. Does not know what the cells mean.

import { listed } from "./given.js";
import { type ReadOptions, type Watched, read } from "./intake.js";
import type { Handle } from "./native.js";
import type * as records from "./records.js";
import type { Source } from "./source.js";
import { type Holder, askSync, decoded, encoded } from "./wire.js";

/** A record as it is written. */
export interface SheetRow {
  /** Its number, 0-based: the same as in `Issue.location`. */
  readonly record: number;
  /** The line it starts on, 1-based. */
  readonly line: number;
  /** Its cells, without their quotes: perhaps more or fewer than there are columns. Those of columns that hold secrets are blank. */
  readonly cells: readonly string[];
}

/** What is small of a sheet. */
export interface AboutSheet {
  readonly detection: records.Detection;
  readonly mapping: records.Mapping;
  readonly length: number;
}

/** The records of an export of contacts as they are written. They stay in Rust until they are looked at. */
export class Sheet implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** What the input was found to be, and why. */
  readonly detection: records.Detection;
  /** What each column is taken for. */
  readonly mapping: records.Mapping;
  /** The number of records. */
  readonly length: number;

  /** @internal */
  constructor(handle: Handle) {
    this.handle = handle;
    const about = decoded<AboutSheet>(askSync("sheet.about", encoded(undefined), this));
    this.detection = about.detection;
    this.mapping = about.mapping;
    this.length = about.length;
  }

  /** Records by their numbers; one that is not there is left out. */
  rows(records: Iterable<number>): readonly SheetRow[] {
    return decoded(askSync("sheet.rows", encoded({ records: listed(records, "records") }), this));
  }

  /** The numbers of the records that have a cell with a text in it, upper and lower case of ASCII alike, in order. */
  find(text: string): Uint32Array {
    return numbers(askSync("sheet.find", encoded({ text }), this));
  }

  /** Lets go of it, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }
}

/** Numbers of four bytes each. */
export function numbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

/** Keeps the records of an export of contacts. It needs no column of addresses: what has yet to be mapped can be shown. */
export async function readSheet(source: Source, options: ReadOptions & Watched = {}): Promise<Sheet> {
  return new Sheet(await read("sheet.reader", source, options));
}
