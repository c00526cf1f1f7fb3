// What the façade needs of a library in Rust, whichever way it was built: an addon of Node, or WebAssembly. Does not know which.

import { UsageError } from "./errors.js";

/** Something that stays in Rust. */
export interface Handle {
  /** Lets go of it, sooner than the garbage collector would. */
  free(): void;
}

/** Three functions, each at once and where it does not keep the caller waiting. A failure is thrown as an `Error` whose message is its JSON. */
export interface Native {
  operations(): string[];
  call(name: string, request: Uint8Array, lent: readonly Handle[]): Uint8Array;
  make(name: string, argument: Uint8Array, lent: readonly Handle[]): Handle;
  ask(name: string, argument: Uint8Array, lent: readonly Handle[]): Uint8Array;
  callAsync(name: string, request: Uint8Array, lent: readonly Handle[]): Promise<Uint8Array>;
  makeAsync(name: string, argument: Uint8Array, lent: readonly Handle[]): Promise<Handle>;
  askAsync(name: string, argument: Uint8Array, lent: readonly Handle[]): Promise<Uint8Array>;
}

let installed: Native | undefined;

/** Says which library is meant from now on. */
export function install(native: Native): void {
  installed = native;
}

/** The library. */
export function native(): Native {
  if (installed !== undefined) return installed;
  const message = "the library is not ready yet";
  throw new UsageError({ code: "argument-invalid", category: "usage", message, help: "await `init()` before anything else" });
}
