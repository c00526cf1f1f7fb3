// Columns as they come from Rust, in one piece of memory that nothing is copied out of: `bindings-js/src/columns.rs` says how it is laid out.
// A value is made where it is read. Does not know what the columns mean.

import { string, whole } from "./given.js";

interface Texts {
  readonly offsets: number;
  readonly at: number;
  readonly length: number;
}

type Laid = { readonly name: string; readonly valid?: number } & (
  | { readonly kind: "none" }
  | ({ readonly kind: "text" } & Texts)
  | { readonly kind: "dictionary"; readonly places: number; readonly count: number; readonly texts: Texts }
  | { readonly kind: "instants" | "numbers" | "flags"; readonly at: number }
  | { readonly kind: "list"; readonly offsets: number; readonly item: Laid }
  | { readonly kind: "map"; readonly offsets: number; readonly keys: Texts; readonly values: Texts }
  | { readonly kind: "record"; readonly fields: readonly Laid[] }
);

/** What a cell may hold. */
export type Cell = string | number | boolean | Date | readonly Cell[] | { readonly [name: string]: Cell } | undefined;

/** One column. */
export interface Column {
  readonly name: string;
  /** The cell of a row; `undefined` where it has none. */
  get(row: number): Cell;
}

const decoder = new TextDecoder();

/** Which rows have a value; `undefined` where all have one. */
type Valid = Uint8Array | undefined;

function isSet(bits: Uint8Array, place: number): boolean {
  return (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}

function lacks(valid: Valid, row: number): boolean {
  return valid !== undefined && !isSet(valid, row);
}

/** Many texts in one string, decoded when the first of them is read. */
class ManyTexts {
  readonly #offsets: Int32Array;
  readonly #bytes: Uint8Array;
  #text: string | undefined;

  constructor(piece: Piece, { offsets, at, length }: Texts, count: number) {
    this.#offsets = piece.integers(offsets, count + 1);
    this.#bytes = piece.bytes(at, length);
  }

  get(place: number): string {
    this.#text ??= decoder.decode(this.#bytes);
    return this.#text.slice(this.#offsets[place], this.#offsets[place + 1]);
  }
}

class NoColumn implements Column {
  constructor(readonly name: string) {}

  get(_row: number): undefined {
    return undefined;
  }
}

class TextColumn implements Column {
  readonly name: string;
  readonly #valid: Valid;
  readonly #texts: ManyTexts;

  constructor(name: string, valid: Valid, texts: ManyTexts) {
    this.name = name;
    this.#valid = valid;
    this.#texts = texts;
  }

  get(row: number): string | undefined {
    return lacks(this.#valid, row) ? undefined : this.#texts.get(row);
  }
}

/** Texts of which few are different: each is made once. */
class DictionaryColumn implements Column {
  readonly name: string;
  readonly #valid: Valid;
  readonly #places: Int32Array;
  readonly #texts: ManyTexts;
  readonly #made: (string | undefined)[];

  constructor(name: string, valid: Valid, places: Int32Array, texts: ManyTexts, count: number) {
    this.name = name;
    this.#valid = valid;
    this.#places = places;
    this.#texts = texts;
    this.#made = new Array<string | undefined>(count).fill(undefined);
  }

  get(row: number): string | undefined {
    if (lacks(this.#valid, row)) return undefined;
    const place = this.#places[row];
    return place === undefined ? undefined : (this.#made[place] ??= this.#texts.get(place));
  }
}

/** Microseconds, which a `Date` does not hold, to milliseconds. */
const MICROSECONDS = 1000;

class InstantColumn implements Column {
  readonly name: string;
  readonly #valid: Valid;
  readonly #instants: Float64Array;

  constructor(name: string, valid: Valid, instants: Float64Array) {
    this.name = name;
    this.#valid = valid;
    this.#instants = instants;
  }

  get(row: number): Date | undefined {
    return lacks(this.#valid, row) ? undefined : new Date(Math.floor((this.#instants[row] ?? NaN) / MICROSECONDS));
  }
}

/** Several values in each row: those of a row lie between two offsets. */
class ListColumn implements Column {
  readonly name: string;
  readonly #valid: Valid;
  readonly #offsets: Int32Array;
  readonly #items: Column;

  constructor(name: string, valid: Valid, offsets: Int32Array, items: Column) {
    this.name = name;
    this.#valid = valid;
    this.#offsets = offsets;
    this.#items = items;
  }

  get(row: number): readonly Cell[] | undefined {
    if (lacks(this.#valid, row)) return undefined;
    const first = this.#offsets[row] ?? 0;
    const count = (this.#offsets[row + 1] ?? 0) - first;
    // As long as it gets to be: one that grows takes room for more.
    const found = new Array<Cell>(count);
    for (let index = 0; index < count; index++) found[index] = this.#items.get(first + index);
    return found;
  }
}

/** A column whose values are rarely many. */
class OtherColumn implements Column {
  readonly name: string;
  readonly #valid: Valid;
  readonly #get: (row: number) => Cell;

  constructor(name: string, valid: Valid, get: (row: number) => Cell) {
    this.name = name;
    this.#valid = valid;
    this.#get = get;
  }

  get(row: number): Cell {
    return lacks(this.#valid, row) ? undefined : this.#get(row);
  }
}

function column(piece: Piece, laid: Laid, rows: number): Column {
  const { name } = laid;
  const valid = laid.valid === undefined ? undefined : piece.bytes(laid.valid, (rows + 7) >> 3);
  switch (laid.kind) {
    case "none":
      return new NoColumn(name);
    case "text":
      return new TextColumn(name, valid, new ManyTexts(piece, laid, rows));
    case "dictionary": {
      const texts = new ManyTexts(piece, laid.texts, laid.count);
      return new DictionaryColumn(name, valid, piece.integers(laid.places, rows), texts, laid.count);
    }
    case "instants":
      return new InstantColumn(name, valid, piece.numbers(laid.at, rows));
    case "numbers": {
      const numbers = piece.numbers(laid.at, rows);
      return new OtherColumn(name, valid, (row) => numbers[row]);
    }
    case "flags": {
      const flags = piece.bytes(laid.at, (rows + 7) >> 3);
      return new OtherColumn(name, valid, (row) => isSet(flags, row));
    }
    case "list": {
      const offsets = piece.integers(laid.offsets, rows + 1);
      return new ListColumn(name, valid, offsets, column(piece, laid.item, offsets[rows] ?? 0));
    }
    case "map": {
      const offsets = piece.integers(laid.offsets, rows + 1);
      const count = offsets[rows] ?? 0;
      const [keys, values] = [new ManyTexts(piece, laid.keys, count), new ManyTexts(piece, laid.values, count)];
      return new OtherColumn(name, valid, (row) => {
        const entries: [string, string][] = [];
        const end = offsets[row + 1] ?? 0;
        for (let place = offsets[row] ?? 0; place < end; place++) entries.push([keys.get(place), values.get(place)]);
        return Object.fromEntries(entries);
      });
    }
    case "record": {
      const fields = laid.fields.map((field) => column(piece, field, rows));
      return new OtherColumn(name, valid, (row) => object(fields, row));
    }
  }
}

/** A row as an object whose keys are written as JavaScript writes them; what has no value is left out. */
function object(columns: readonly Column[], row: number): { [name: string]: Cell } {
  const made: { [name: string]: Cell } = {};
  for (const column of columns) {
    const cell = column.get(row);
    if (cell !== undefined) made[camelCase(column.name)] = cell;
  }
  return made;
}

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The memory that columns lie in. */
class Piece {
  readonly #buffer: ArrayBufferLike;
  readonly #start: number;

  constructor(bytes: Uint8Array) {
    this.#buffer = bytes.buffer;
    this.#start = bytes.byteOffset;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#start + at, length);
  }

  integers(at: number, length: number): Int32Array {
    return new Int32Array(this.#buffer, this.#start + at, length);
  }

  numbers(at: number, length: number): Float64Array {
    return new Float64Array(this.#buffer, this.#start + at, length);
  }
}

/** Which columns are wanted. */
export interface ColumnOptions {
  /** Their names, in `snake_case`; all of them, where this is left out. Nothing is laid out of the others. */
  readonly columns?: readonly string[] | undefined;
}

/** Some rows as columns. */
export class Frame {
  /** The number of rows. */
  readonly rows: number;
  /** By name, in `snake_case`. */
  readonly columns: ReadonlyMap<string, Column>;

  /** @internal */
  constructor(bytes: Uint8Array) {
    // Typed arrays have to begin at a multiple of the size of their items.
    const piece = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
    const end = piece.length - 4;
    const length = new DataView(piece.buffer, piece.byteOffset).getUint32(end, true);
    const laid = JSON.parse(decoder.decode(piece.subarray(end - length, end))) as { rows: number; columns: readonly Laid[] };
    const memory = new Piece(piece);
    this.rows = laid.rows;
    this.columns = new Map(laid.columns.map((each) => [each.name, column(memory, each, laid.rows)]));
  }

  /** The cell of a row; `undefined` where it has none, or there is no such column. */
  get(name: string, row: number): Cell {
    return this.columns.get(string(name, "name"))?.get(whole(row, "row"));
  }

  /** A row as an object whose keys are in `camelCase`. */
  row(row: number): { readonly [name: string]: Cell } {
    return object([...this.columns.values()], whole(row, "row"));
  }
}
