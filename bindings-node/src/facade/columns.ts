// Columns as they come from Rust, in one piece of memory that nothing is copied out of: `bindings-js/src/columns.rs` says how it is laid out.
// A value is made where it is read. Does not know what the columns mean.

interface Texts {
  readonly offsets: number;
  readonly at: number;
  readonly length: number;
}

type Laid = { readonly name: string; readonly valid?: number } & (
  | { readonly kind: "none" }
  | ({ readonly kind: "text" } & Texts)
  | { readonly kind: "instants" | "numbers" | "flags"; readonly at: number }
  | { readonly kind: "list"; readonly offsets: number; readonly item: Laid }
  | { readonly kind: "map"; readonly offsets: number; readonly keys: Texts; readonly values: Texts }
  | { readonly kind: "record"; readonly fields: readonly Laid[] }
);

/** What a cell may hold. */
export type Cell = string | number | boolean | Date | readonly Cell[] | { readonly [name: string]: Cell } | undefined;

const decoder = new TextDecoder();

/** Many texts in one string, decoded when the first of them is read. */
class TextColumn {
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

/** One column. */
export interface Column {
  readonly name: string;
  /** The cell of a row; `undefined` where it has none. */
  get(row: number): Cell;
}

/** Microseconds, which a `Date` does not hold, to milliseconds. */
const MICROSECONDS = 1000;

function column(piece: Piece, laid: Laid, rows: number): Column {
  const { name } = laid;
  const valid = laid.valid === undefined ? undefined : piece.bytes(laid.valid, (rows + 7) >> 3);
  const where = (get: (row: number) => Cell): Column =>
    valid === undefined ? { name, get } : { name, get: (row) => (isSet(valid, row) ? get(row) : undefined) };
  switch (laid.kind) {
    case "none":
      return { name, get: () => undefined };
    case "text": {
      const texts = new TextColumn(piece, laid, rows);
      return where((row) => texts.get(row));
    }
    case "instants": {
      const instants = piece.numbers(laid.at, rows);
      return where((row) => new Date(Math.floor((instants[row] ?? NaN) / MICROSECONDS)));
    }
    case "numbers": {
      const numbers = piece.numbers(laid.at, rows);
      return where((row) => numbers[row]);
    }
    case "flags": {
      const flags = piece.bytes(laid.at, (rows + 7) >> 3);
      return where((row) => isSet(flags, row));
    }
    case "list": {
      const offsets = piece.integers(laid.offsets, rows + 1);
      const items = column(piece, laid.item, offsets[rows] ?? 0);
      return where((row) => cells(offsets, row, (place) => items.get(place)));
    }
    case "map": {
      const offsets = piece.integers(laid.offsets, rows + 1);
      const count = offsets[rows] ?? 0;
      const [keys, values] = [new TextColumn(piece, laid.keys, count), new TextColumn(piece, laid.values, count)];
      return where((row) =>
        Object.fromEntries(cells(offsets, row, (place) => [keys.get(place), values.get(place)] as const)),
      );
    }
    case "record": {
      const fields = laid.fields.map((field) => column(piece, field, rows));
      return where((row) => object(fields, row));
    }
  }
}

function isSet(bits: Uint8Array, place: number): boolean {
  return (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}

function cells<Value>(offsets: Int32Array, row: number, get: (place: number) => Value): Value[] {
  const found: Value[] = [];
  const end = offsets[row + 1] ?? 0;
  for (let place = offsets[row] ?? 0; place < end; place++) found.push(get(place));
  return found;
}

/** A row as an object whose keys are written as JavaScript writes them; what has no value is left out. */
function object(columns: readonly Column[], row: number): { [name: string]: Cell } {
  const made: { [name: string]: Cell } = {};
  for (const { name, get } of columns) {
    const cell = get(row);
    if (cell !== undefined) made[camelCase(name)] = cell;
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

  constructor(bytes: Uint8Array, start: number) {
    this.#buffer = bytes.buffer;
    this.#start = bytes.byteOffset + start;
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

/** Some rows as columns. */
export class Frame {
  /** The number of rows. */
  readonly rows: number;
  /** By name, in `snake_case`. */
  readonly columns: ReadonlyMap<string, Column>;

  /** @internal */
  constructor(bytes: Uint8Array) {
    // Typed arrays have to begin at a multiple of the size of their items.
    const piece = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const length = new DataView(piece.buffer, piece.byteOffset).getUint32(0, true);
    const laid = JSON.parse(decoder.decode(piece.subarray(4, 4 + length))) as { rows: number; columns: readonly Laid[] };
    const memory = new Piece(piece, (4 + length + 7) & ~7);
    this.rows = laid.rows;
    this.columns = new Map(laid.columns.map((each) => [each.name, column(memory, each, laid.rows)]));
  }

  /** The cell of a row; `undefined` where it has none, or there is no such column. */
  get(name: string, row: number): Cell {
    return this.columns.get(name)?.get(row);
  }

  /** A row as an object whose keys are in `camelCase`. */
  row(row: number): { readonly [name: string]: Cell } {
    return object([...this.columns.values()], row);
  }
}
