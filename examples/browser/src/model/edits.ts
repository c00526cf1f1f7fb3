// What a person put right in a list, with a way back. Does not know why.

import type { records } from "@memberferry/wasm";

/** A cell that changes: `after` is absent where it is again as the file has it. */
export interface Change {
  /** The data record, 0-based. */
  readonly record: number;
  /** The column, 1-based. */
  readonly column: number;
  readonly after: string | undefined;
}

/** Changes that were made at once, and are undone at once. */
interface Batch {
  readonly label: string;
  readonly changes: readonly (Change & { readonly before: string | undefined })[];
}

/** Cells that were put right. */
export class Edits {
  readonly #cells = new Map<number, Map<number, string>>();
  readonly #done: Batch[] = [];
  #undone: Batch[] = [];
  #size = 0;

  /** How many cells are other than in the file. */
  get size(): number {
    return this.#size;
  }

  /** What would be undone, in words. */
  get undoLabel(): string | undefined {
    return this.#done.at(-1)?.label;
  }

  /** What would be done again, in words. */
  get redoLabel(): string | undefined {
    return this.#undone.at(-1)?.label;
  }

  /** What a cell was made; absent where it is as in the file. */
  get(record: number, column: number): string | undefined {
    return this.#cells.get(record)?.get(column);
  }

  /** The records in which a cell was put right, in order. */
  records(): Uint32Array {
    return Uint32Array.from(this.#cells.keys()).sort();
  }

  apply(label: string, changes: readonly Change[]): void {
    const batch = { label, changes: changes.map((change) => ({ ...change, before: this.get(change.record, change.column) })) };
    for (const { record, column, after } of batch.changes) this.#put(record, column, after);
    this.#done.push(batch);
    this.#undone = [];
  }

  undo(): void {
    const batch = this.#done.pop();
    if (batch === undefined) return;
    for (const { record, column, before } of batch.changes.toReversed()) this.#put(record, column, before);
    this.#undone.push(batch);
  }

  redo(): void {
    const batch = this.#undone.pop();
    if (batch === undefined) return;
    for (const { record, column, after } of batch.changes) this.#put(record, column, after);
    this.#done.push(batch);
  }

  /** As the library takes them. */
  corrections(): records.Correction[] {
    return [...this.#cells].flatMap(([record, cells]) => [...cells].map(([column, text]) => ({ record, column, text })));
  }

  #put(record: number, column: number, text: string | undefined): void {
    const cells = this.#cells.get(record) ?? new Map<number, string>();
    this.#size -= cells.size;
    if (text === undefined) cells.delete(column);
    else cells.set(column, text);
    this.#size += cells.size;
    if (cells.size === 0) this.#cells.delete(record);
    else this.#cells.set(record, cells);
  }
}
