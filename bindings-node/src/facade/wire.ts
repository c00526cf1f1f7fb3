// How a call goes over and comes back: JSON as bytes, refusals as errors, an abort that ends the waiting. Does not know any operation.

import { type Failure, errorOf, meant, misuse } from "./errors.js";
import { bytes, kindOf, listed, object, string } from "./given.js";
import { type Handle, native } from "./native.js";
import type { Operations } from "./records.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const NOTHING = encoder.encode("{}");

/** How a call that takes its time may be ended early. */
export interface Abortable {
  /** Where it aborts, the promise is rejected with its reason, and what was made so far is let go of. */
  readonly signal?: AbortSignal | undefined;
}

/** Something that stays in Rust, with what JavaScript sees of it. */
export interface Holder {
  /** @internal */
  readonly handle: Handle;
}

/** As JSON. */
export function json(value: unknown): string {
  let written: string | undefined;
  try {
    written = JSON.stringify(value);
  } catch (error) {
    // A `bigint`, or an object that is part of itself.
    if (!(error instanceof TypeError)) throw error;
  }
  if (written === undefined) throw misuse(`an argument is or holds something that cannot be written as JSON (${kindOf(value)})`);
  return written;
}

/** As bytes. */
export function encoded(value: unknown): Uint8Array {
  return value === undefined ? NOTHING : encoder.encode(json(value));
}

export function decoded<Value>(bytes: Uint8Array): Value {
  return JSON.parse(decoder.decode(bytes)) as Value;
}

export function text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

type Reply<Answer> = { readonly ok: Answer } | { readonly failure: Failure };

function answer<Answer>(reply: Uint8Array): Answer {
  const outcome = decoded<Reply<Answer>>(reply);
  if ("failure" in outcome) throw errorOf(outcome.failure);
  return outcome.ok;
}

/** A request, with what is not there left out. */
export type Request<Name extends keyof Operations> = Operations[Name]["request"];
export type Answer<Name extends keyof Operations> = Operations[Name]["answer"];

/** What the library has made: nothing else can be lent. */
const known = new WeakSet<Handle>();
/** What was let go of. It is known here: the library takes what is no more for what was never given. */
const gone = new WeakSet<Handle>();

function watched(handle: Handle): Handle {
  const letGo = handle.free.bind(handle);
  known.add(handle);
  const free = (): void => {
    gone.add(handle);
    letGo();
  };
  return Object.defineProperty(handle, "free", { value: free });
}

function handles(lent: readonly (Holder | undefined)[]): Handle[] {
  return listed(lent, "lent").flatMap((holder) => (holder === undefined ? [] : [handleOf(holder)]));
}

function handleOf(holder: Holder): Handle {
  const handle = (holder as Partial<Holder> | null)?.handle;
  if (typeof handle !== "object" || !known.has(handle)) {
    throw misuse(`something that the library has made must be given here, and this is ${kindOf(holder)}`);
  }
  if (gone.has(handle)) throw misuse(`${kindOf(holder)} was let go of by \`free\`, and is used nevertheless`);
  return handle;
}

/** Asks an operation by its name, and waits. What is lent is left out of the request. */
export function callSync<Name extends keyof Operations>(
  name: Name,
  request: Request<Name>,
  ...lent: (Holder | undefined)[]
): Answer<Name> {
  return answer(callRaw(name, encoded(request), ...lent));
}

/** Asks an operation by its name. What is lent is left out of the request. */
export async function call<Name extends keyof Operations>(
  name: Name,
  request: Request<Name>,
  lent: readonly (Holder | undefined)[] = [],
  options: Abortable = {},
): Promise<Answer<Name>> {
  const { signal } = object(options);
  signal?.throwIfAborted();
  return answer(await settled(native().callAsync(string(name, "name"), encoded(request), handles(lent)), signal));
}

/** The reply of an operation to the bytes of a request, to the byte: `{"ok": …}` or `{"failure": …}`. For tests, and for whoever has JSON anyway. */
export function callRaw(name: string, request: Uint8Array, ...lent: (Holder | undefined)[]): Uint8Array {
  return guarded(() => native().call(string(name, "name"), bytes(request, "request"), handles(lent)));
}

/** The names of the operations, sorted. */
export function operations(): string[] {
  return native().operations();
}

/** Makes something, and waits. */
export function makeSync(name: string, argument: Uint8Array, ...lent: (Holder | undefined)[]): Handle {
  return guarded(() => watched(native().make(name, argument, handles(lent))));
}

/** Makes something. Where it is aborted, what is made nevertheless is let go of. */
export async function make(
  name: string,
  argument: Uint8Array,
  lent: readonly (Holder | undefined)[] = [],
  options: Abortable = {},
): Promise<Handle> {
  const { signal } = object(options);
  signal?.throwIfAborted();
  const making = native().makeAsync(name, argument, handles(lent)).then(watched);
  return settled(making, signal, (handle) => handle.free());
}

/** Asks something, and waits. */
export function askSync(name: string, argument: Uint8Array, ...lent: (Holder | undefined)[]): Uint8Array {
  return guarded(() => native().ask(name, argument, handles(lent)));
}

/** Asks something. */
export async function ask(
  name: string,
  argument: Uint8Array,
  lent: readonly (Holder | undefined)[] = [],
  options: Abortable = {},
): Promise<Uint8Array> {
  const { signal } = object(options);
  signal?.throwIfAborted();
  return settled(native().askAsync(name, argument, handles(lent)), signal);
}

function guarded<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw meant(error);
  }
}

/** Waits for some work, or for the signal. Work that is not waited for any more goes on to its end; what it gives is then let go of. */
function settled<Value>(work: Promise<Value>, signal?: AbortSignal, letGo?: (value: Value) => void): Promise<Value> {
  if (signal === undefined) {
    return work.catch((error: unknown) => {
      throw meant(error);
    });
  }
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal.reason);
      work.then(letGo).catch(() => undefined);
    };
    signal.addEventListener("abort", stop, { once: true });
    work
      .then(resolve, (error: unknown) => reject(meant(error)))
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
