// Tables that stay in Rust and are looked at some thousand rows at a time. Does not know what the rows are.

import { Frame } from "./columns.js";
import { object } from "./given.js";
import type { Handle } from "./native.js";
import { type Abortable, type Holder, ask, askSync, decoded, encoded } from "./wire.js";

/** How many records are fetched at a time where they are fetched as JSON. */
const RECORDS = 1000;

/** A table in Rust: rows that are read where they are needed, each as a `View`, or written out as a `Record`. */
export abstract class Table<View, Written> implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** The number of rows. */
  readonly length: number;
  readonly #area: string;

  /** @internal */
  constructor(handle: Handle, area: string) {
    this.handle = handle;
    this.#area = area;
    this.length = decoded<number>(askSync(`${area}.length`, encoded(undefined), this));
  }

  /** A row by its place, counted from the end where it is negative. */
  abstract at(index: number): View | undefined;

  abstract [Symbol.iterator](): IterableIterator<View>;

  /** The rows as columns, some thousand at a time. */
  frames(): IterableIterator<Frame> {
    return this.framesOf(undefined);
  }

  /** The rows as columns, some thousand at a time, made without keeping others waiting. */
  batches(options: Abortable = {}): AsyncIterableIterator<Frame> {
    return this.batchesOf(undefined, options);
  }

  /** The rows as plain objects in the form in which they are written down. */
  *toRecords(): IterableIterator<Written> {
    for (let first = 0; first < this.length; first += RECORDS) {
      yield* this.records(first, RECORDS);
    }
  }

  /** All of them as plain objects, for `JSON.stringify`. */
  toJSON(): readonly Written[] {
    return [...this.toRecords()];
  }

  /** Some of the rows, from a place on, as plain objects in the form in which they are written down. */
  records(first: number, count: number): readonly Written[] {
    return decoded<readonly Written[]>(askSync(`${this.#area}.records`, encoded({ first, count }), this));
  }

  /** Lets go of the rows, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }

  /**
   * Some thousand rows from a place on, by the columns that are named, or all.
   *
   * @internal
   */
  frame(first: number, columns: readonly string[] | undefined): Frame {
    return new Frame(askSync(`${this.#area}.frame`, encoded({ first, columns }), this));
  }

  /** @internal */
  protected *framesOf(columns: readonly string[] | undefined): IterableIterator<Frame> {
    for (let first = 0; first < this.length; ) {
      const frame = this.frame(first, columns);
      yield frame;
      first += frame.rows;
    }
  }

  /** @internal */
  protected async *batchesOf(
    columns: readonly string[] | undefined,
    options: Abortable,
  ): AsyncIterableIterator<Frame> {
    const { signal } = object(options);
    for (let first = 0; first < this.length; ) {
      const frame = new Frame(await ask(`${this.#area}.frame`, encoded({ first, columns }), [this], { signal }));
      yield frame;
      first += frame.rows;
    }
  }
}
