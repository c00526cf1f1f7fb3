// Which records of an export have issues, and which issues a record has: found out once, from the issues' columns, so that a grid of any
// length can be filtered and marked. Does not know what an issue means.

import { Frame } from "./facade/columns.js";
import { type Handle, native } from "./facade/native.js";
import type * as records from "./facade/records.js";
import { decoded, encoded } from "./facade/wire.js";

/** A cell, with what it may have been meant to be. */
export interface Suggested {
  /** The data record, 0-based. */
  readonly record: number;
  /** The column, 1-based. */
  readonly column: number;
  readonly value: string;
  readonly suggestion: string;
}

/** What a filter wants: issues of some codes, of any where none is named, with a suggestion or whatever they have. */
export interface IssueFilter {
  readonly codes?: readonly string[] | undefined;
  readonly severity?: records.Severity | undefined;
}

/** Issues by record. */
export class IssueIndex {
  readonly #handle: Handle;
  readonly #codes: string[] = [];
  /** By place among those that are about a record: its record, its place among all, its code. */
  readonly #records: Uint32Array;
  readonly #places: Uint32Array;
  readonly #code: Uint16Array;
  readonly #severity = new Map<string, string>();

  constructor(handle: Handle) {
    this.#handle = handle;
    const length = decoded<number>(native().ask("issues.length", encoded(undefined), [handle]));
    // A record and a place in one number: they are sorted together, and stay exact.
    const keys = new Float64Array(length);
    const codes = new Uint16Array(length);
    let count = 0;
    for (const [frame, first] of frames(handle, length)) {
      for (let row = 0; row < frame.rows; row++) {
        const record = frame.get("record", row) as number | undefined;
        const code = frame.get("code", row) as string;
        codes[first + row] = this.#codeNumber(code, frame.get("severity", row) as string);
        if (record !== undefined) keys[count++] = record * length + first + row;
      }
    }
    const sorted = keys.subarray(0, count).sort();
    this.#records = new Uint32Array(count);
    this.#places = new Uint32Array(count);
    this.#code = new Uint16Array(count);
    for (let at = 0; at < count; at++) {
      const key = sorted[at] ?? 0;
      const place = key % length;
      this.#records[at] = (key - place) / length;
      this.#places[at] = place;
      this.#code[at] = codes[place] ?? 0;
    }
  }

  /** The records that have such an issue, in order. */
  recordsWith({ codes, severity }: IssueFilter): Uint32Array {
    const wanted = this.#codes.map(
      (code) => (codes === undefined || codes.includes(code)) && (severity === undefined || this.#severity.get(code) === severity),
    );
    const found = new Uint32Array(this.#records.length);
    let count = 0;
    for (let at = 0; at < this.#records.length; at++) {
      const record = this.#records[at] ?? 0;
      if (wanted[this.#code[at] ?? 0] === true && (count === 0 || found[count - 1] !== record)) found[count++] = record;
    }
    return found.slice(0, count);
  }

  /** The issues of some records. */
  issuesOf(records: readonly number[]): readonly records.Issue[] {
    const found: records.Issue[] = [];
    for (const record of records) {
      for (let at = this.#firstOf(record); this.#records[at] === record; at++) {
        const part = encoded({ first: this.#places[at], count: 1 });
        found.push(...decoded<readonly records.Issue[]>(native().ask("issues.records", part, [this.#handle])));
      }
    }
    return found;
  }

  /** Every cell that has a suggestion, of issues with a code. */
  suggestions(code: string): readonly Suggested[] {
    const found: Suggested[] = [];
    for (const [frame] of frames(this.#handle, Infinity)) {
      for (let row = 0; row < frame.rows; row++) {
        const suggestion = frame.get("suggestion", row) as string | undefined;
        if (suggestion === undefined || frame.get("code", row) !== code) continue;
        const [record, column] = [frame.get("record", row) as number | undefined, frame.get("column", row) as number | undefined];
        if (record === undefined || column === undefined) continue;
        found.push({ record, column, suggestion, value: (frame.get("value", row) as string | undefined) ?? "" });
      }
    }
    return found;
  }

  #codeNumber(code: string, severity: string): number {
    const number = this.#codes.indexOf(code);
    if (number >= 0) return number;
    this.#severity.set(code, severity);
    return this.#codes.push(code) - 1;
  }

  #firstOf(record: number): number {
    let [low, high] = [0, this.#records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#records[middle] ?? 0) < record) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The columns of the issues, each frame with the place of its first. */
function* frames(handle: Handle, length: number): Generator<readonly [Frame, number]> {
  for (let first = 0; first < length; ) {
    const bytes = native().ask("issues.frame", encoded({ first }), [handle]);
    if (bytes.length === 0) return;
    const frame = new Frame(bytes);
    if (frame.rows === 0) return;
    yield [frame, first];
    first += frame.rows;
  }
}
