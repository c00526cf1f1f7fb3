// Tables that stay in Rust and are looked at some thousand rows at a time. Does not know what the rows are.

import { Frame } from "./columns.js";
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
  #near: { readonly first: number; readonly frame: Frame } | undefined;

  /** @internal */
  constructor(handle: Handle, area: string) {
    this.handle = handle;
    this.#area = area;
    this.length = decoded<number>(askSync(`${area}.length`, encoded(undefined), this));
  }

  /** @internal */
  protected abstract view(frame: Frame, row: number, index: number): View;

  /** A row by its place, counted from the end where it is negative. */
  at(index: number): View | undefined {
    const place = index < 0 ? this.length + index : index;
    if (!Number.isInteger(place) || place < 0 || place >= this.length) return undefined;
    let near = this.#near;
    if (near === undefined || place < near.first || place >= near.first + near.frame.rows) {
      near = { first: place, frame: this.#frame(place) };
      this.#near = near;
    }
    return this.view(near.frame, place - near.first, place);
  }

  *[Symbol.iterator](): IterableIterator<View> {
    let first = 0;
    for (const frame of this.frames()) {
      for (let row = 0; row < frame.rows; row++) yield this.view(frame, row, first + row);
      first += frame.rows;
    }
  }

  /** The rows as columns, some thousand at a time. */
  *frames(): IterableIterator<Frame> {
    for (let first = 0; first < this.length; ) {
      const frame = this.#frame(first);
      yield frame;
      first += frame.rows;
    }
  }

  /** The rows as columns, some thousand at a time, made without keeping others waiting. */
  async *batches(options: Abortable = {}): AsyncIterableIterator<Frame> {
    for (let first = 0; first < this.length; ) {
      const frame = new Frame(await ask(`${this.#area}.frame`, encoded({ first }), [this], options));
      yield frame;
      first += frame.rows;
    }
  }

  /** The rows as plain objects in the form in which they are written down. */
  *toRecords(): IterableIterator<Written> {
    for (let first = 0; first < this.length; first += RECORDS) {
      yield* this.records(first, RECORDS);
    }
  }

  /** Some of the rows, from a place on, as plain objects in the form in which they are written down. */
  records(first: number, count: number): readonly Written[] {
    return decoded<readonly Written[]>(askSync(`${this.#area}.records`, encoded({ first, count }), this));
  }

  /** Lets go of the rows, sooner than the garbage collector would. */
  free(): void {
    this.#near = undefined;
    this.handle.free();
  }

  #frame(first: number): Frame {
    return new Frame(askSync(`${this.#area}.frame`, encoded({ first }), this));
  }
}
