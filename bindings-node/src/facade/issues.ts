// What is wrong with an input, or was decided. Does not know of which input.

import { place } from "./given.js";
import type { Handle } from "./native.js";
import type { Code, Issue } from "./records.js";
import { type Holder, askSync, decoded, encoded } from "./wire.js";

const AT_A_TIME = 1000;

/** What is wrong with an input, or was decided, in its order. It stays in Rust until it is looked at. */
export class Issues implements Holder, Iterable<Issue> {
  /** @internal */
  readonly handle: Handle;
  /** How many are kept. */
  readonly length: number;
  /** How many there are of each code, kept or not. */
  readonly counts: Readonly<Partial<Record<Code, number>>>;

  /** @internal */
  constructor(handle: Handle) {
    this.handle = handle;
    this.length = decoded(askSync("issues.length", encoded(undefined), this));
    this.counts = decoded(askSync("issues.counts", encoded(undefined), this));
  }

  /** One of them, by its place. */
  at(index: number): Issue | undefined {
    const at = place(index, this.length);
    return at === undefined ? undefined : this.slice(at, 1)[0];
  }

  /** Some of them, from a place on. */
  slice(first: number, count: number): readonly Issue[] {
    return decoded(askSync("issues.records", encoded({ first, count }), this));
  }

  *[Symbol.iterator](): IterableIterator<Issue> {
    for (let first = 0; first < this.length; first += AT_A_TIME) yield* this.slice(first, AT_A_TIME);
  }

  /** All of them, for `JSON.stringify`. */
  toJSON(): readonly Issue[] {
    return [...this];
  }

  /** Lets go of them, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }
}
