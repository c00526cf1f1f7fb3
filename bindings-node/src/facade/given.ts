// What a caller gives, looked at before it is taken apart: what cannot be meant is refused as a call made the wrong way, with the place of
// the argument. Does not know what anything is for; what a request may hold, the library checks.

import { misuse } from "./errors.js";

/** What a value is, in a word or two for a message. What it holds is not told. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "an array";
  return `\`${value.constructor?.name ?? "Object"}\``;
}

/** An object, such as options, and the signal in it. */
export function object<Given extends object>(given: Given, path = "options"): Given {
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw refused(path, "an object", given);
  if ("signal" in given) signal(given.signal, `${path}.signal`);
  return given;
}

function signal(given: unknown, path: string): void {
  if (given === undefined) return;
  const parts = typeof given === "object" && given !== null ? (given as Partial<AbortSignal>) : {};
  const isSignal = typeof parts.throwIfAborted === "function" && typeof parts.addEventListener === "function";
  if (!isSignal) throw refused(path, "an `AbortSignal`", given);
}

/** A function, where there is one. */
export function callable<Given>(given: Given, path: string): Given {
  if (given !== undefined && typeof given !== "function") throw refused(path, "a function", given);
  return given;
}

/** The items of something that has several. A text is one thing, not its letters. */
export function listed<Item>(given: Iterable<Item>, path: string): Item[] {
  if (typeof given !== "object" || given === null || typeof given[Symbol.iterator] !== "function") {
    throw refused(path, "an array or another iterable", given);
  }
  return [...given];
}

/** A class, whoever may make something of it. */
type Class<Made> = Function & { readonly prototype: Made };

/** Something of a class, where there is something. */
export function instance<Given>(given: Given | undefined, of: Class<Given>, path: string): Given | undefined {
  if (given !== undefined && !(given instanceof of)) throw refused(path, `\`${of.name}\``, given);
  return given;
}

export function string(given: string, path: string): string {
  if (typeof given !== "string") throw refused(path, "a string", given);
  return given;
}

export function bytes(given: Uint8Array, path: string): Uint8Array {
  if (!(given instanceof Uint8Array)) throw refused(path, "a `Uint8Array`", given);
  return given;
}

/** A text, as bytes. */
export function textBytes(given: string | Uint8Array, path: string): Uint8Array {
  if (typeof given === "string") return new TextEncoder().encode(given);
  if (given instanceof Uint8Array) return given;
  throw refused(path, "a string or a `Uint8Array`", given);
}

export function whole(given: number, path: string): number {
  if (!Number.isInteger(given)) throw refused(path, "a whole number", given);
  return given;
}

/** A place among so many, counted from the end where it is negative; `undefined` where nothing is there. */
export function place(index: number, length: number): number | undefined {
  const at = whole(index, "index") < 0 ? length + index : index;
  return at < 0 || at >= length ? undefined : at;
}

/** What was given is not what there has to be. */
export function refused(path: string, wanted: string, given: unknown): Error {
  return misuse(`\`${path}\` must be ${wanted}, and is ${kindOf(given)}`, path);
}
