// The page's side of a worker: it reads exports while the page goes on answering. Does not know how anything is read.

import { errorOf, misuse } from "./facade/errors.js";
import { callable, instance, listed, object, refused, string, textBytes } from "./facade/given.js";
import type { Progress, ReadOptions, Watched } from "./facade/intake.js";
import type * as records from "./facade/records.js";
import type { PlanOptions } from "./facade/plan.js";
import { instant } from "./facade/site.js";
import { type Abortable, type Answer, type Request, decoded, encoded, json } from "./facade/wire.js";
import type { Held, Question, Read, ReadSheet, Readable, Said } from "./protocol.js";
import {
  Remote,
  RemoteContacts,
  RemoteIntake,
  RemotePlan,
  RemoteSheet,
  RemoteSite,
  RemoteSnapshot,
  RemoteTagDates,
} from "./remote.js";
import type { WasmSource } from "./wasm-source.js";

/** Starts the worker that runs `@memberferry/wasm/worker`. */
export type StartWorker = () => Worker;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * How long a reading has to end after it was cancelled. Putting a million contacts together is one step that takes seconds, and a worker that
 * is replaced loses whatever else it holds.
 */
const PATIENCE_MILLISECONDS = 15_000;

/** More than a worker ever holds. */
const NUMBERS = 2 ** 32;

/** A worker with the library in it. Where it dies it is replaced, and what it held is lost. */
export class WorkerClient {
  readonly #start: StartWorker;
  readonly #source: WasmSource | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker;
  #next = 1;
  /** Whether the worker has begun its work: one that never did would not do so the next time either. */
  #hasBegun = false;
  /** Why there is no worker. */
  #broken: unknown;
  #workers = 0;

  private constructor(start: StartWorker, source: WasmSource | undefined) {
    this.#start = start;
    this.#source = source;
    this.#worker = this.#begin();
  }

  /**
   * Starts a worker, by default the one beside this package. `source` is where it finds the WebAssembly. A bundler that wants to see where the
   * worker is takes `() => new Worker(new URL("@memberferry/wasm/worker", import.meta.url), { type: "module" })`.
   */
  static async start(options: { readonly worker?: StartWorker; readonly source?: WasmSource } = {}): Promise<WorkerClient> {
    const beside = (): Worker => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    const { worker = beside, source } = object(options);
    callable(worker, "options.worker");
    const client = new WorkerClient(worker, source);
    await client.#init();
    return client;
  }

  /** Reads contacts in the worker: a `File` straight from its stream. They stay there until they are looked at. */
  async readContacts(source: Readable, options: ReadOptions & Watched = {}): Promise<RemoteIntake> {
    return new RemoteIntake(this, await this.#read<Read>("contacts", source, options));
  }

  /** Keeps the records of an export of contacts in the worker as they are written, to be shown and put right. */
  async readSheet(source: Readable, options: ReadOptions & Watched = {}): Promise<RemoteSheet> {
    return new RemoteSheet(this, await this.#read<ReadSheet>("sheet", source, options));
  }

  /** One list of several. `duplicates` says which of two different values is kept. */
  async mergeContacts(
    lists: readonly RemoteContacts[],
    options: { readonly duplicates?: records.DuplicatesPolicy } & Abortable = {},
  ): Promise<RemoteContacts> {
    const { signal, ...how } = object(options);
    const merged = await this.make("contacts.merge", encoded(how), held(listed(lists, "lists"), "lists"), { signal });
    const contacts = await this.make("merged.contacts", encoded(undefined), [merged]);
    this.free([merged]);
    return new RemoteContacts(this, contacts, decoded(await this.ask("contacts.length", undefined, [contacts])));
  }

  /** Reads and checks the text of a site's document. */
  async loadSite(document: string | Uint8Array): Promise<RemoteSite> {
    return RemoteSite.load(this, textBytes(document, "document"));
  }

  /** What a target holds now: its users, or the text that has one of them on each line as JSON. */
  async takeSnapshot(users: readonly records.TargetUser[] | Uint8Array): Promise<RemoteSnapshot> {
    const text = users instanceof Uint8Array ? users : new TextEncoder().encode(listed(users, "users").map(json).join("\n"));
    const lines = await this.make("users.lines", encoded(undefined), []);
    try {
      if (text.length > 0) await this.#ask({ kind: "ask", name: "pushed.push", argument: text, lent: [lines] });
      const snapshot = await this.make("pushed.finish", encoded(undefined), [lines]);
      return new RemoteSnapshot(this, snapshot, decoded(await this.ask("snapshot.length", undefined, [snapshot])));
    } finally {
      this.free([lines]);
    }
  }

  /** Plans the move of contacts to a site's target. */
  async buildPlan(
    site: RemoteSite,
    contacts: RemoteContacts,
    snapshot: RemoteSnapshot,
    options: PlanOptions & { readonly tagDates?: RemoteTagDates | undefined } & Abortable,
  ): Promise<RemotePlan> {
    const { signal, tagDates, now, ...rest } = object(options);
    const parts = [
      instance(site, RemoteSite, "site"),
      instance(contacts, RemoteContacts, "contacts"),
      instance(snapshot, RemoteSnapshot, "snapshot"),
      instance(tagDates, RemoteTagDates, "options.tagDates"),
    ];
    const lent = held(parts.filter((part) => part !== undefined), "lent");
    const argument = encoded({ options: { ...rest, now: instant(now, "options.now") } });
    return RemotePlan.of(this, await this.make("plan.build", argument, lent, { signal }));
  }

  /** Asks an operation by its name, in the worker. What is lent is left out of the request. */
  async call<Name extends keyof records.Operations>(
    name: Name,
    request: Request<Name>,
    options: Abortable & { readonly lent?: readonly Remote[] } = {},
  ): Promise<Answer<Name>> {
    const { signal, lent = [] } = object(options);
    const handles = held(listed(lent, "options.lent"), "options.lent");
    const reply = decoded<{ ok: Answer<Name> } | { failure: Parameters<typeof errorOf>[0] }>(
      await this.#ask<Uint8Array>({ kind: "call", name: string(name, "name"), argument: encoded(request), lent: handles }, { signal }),
    );
    if ("failure" in reply) throw errorOf(reply.failure);
    return reply.ok;
  }

  /** Ends the worker, whatever it is doing. What waits for it is rejected. */
  terminate(): void {
    this.#worker.terminate();
    this.#rejectAll(new DOMException("the worker was terminated", "AbortError"));
  }

  /** Ends the worker, whatever it is doing, and starts another one. What it held is lost. */
  async restart(reason: unknown = new DOMException("the worker was replaced", "AbortError")): Promise<void> {
    this.#worker.terminate();
    this.#rejectAll(reason);
    this.#worker = this.#begin();
    await this.#init();
  }

  /** @internal */
  ask(name: string, argument: unknown, lent: readonly Held[], options: Abortable = {}): Promise<Uint8Array> {
    return this.#ask({ kind: "ask", name, argument: encoded(argument), lent }, options);
  }

  /** @internal */
  make(name: string, argument: Uint8Array, lent: readonly Held[], options: Abortable = {}): Promise<Held> {
    return this.#ask({ kind: "make", name, argument, lent }, options);
  }

  /** @internal */
  question<Value>(question: Question): Promise<Value> {
    return this.#ask(question);
  }

  /** @internal */
  free(held: readonly Held[]): void {
    void this.#ask({ kind: "free", held }).catch(() => undefined);
  }

  async #read<Left>(
    what: "contacts" | "sheet",
    source: Readable,
    options: ReadOptions & Watched,
  ): Promise<Left> {
    const { signal, onProgress, ...how } = object(options);
    callable(onProgress, "options.onProgress");
    signal?.throwIfAborted();
    if (!(source instanceof Blob || source instanceof Uint8Array || source instanceof ReadableStream)) {
      throw refused("source", "a `File` or `Blob`, a `Uint8Array` or a `ReadableStream`", source);
    }
    const transfer = source instanceof ReadableStream ? [source] : [];
    return this.#ask<Left>({ kind: "read", what, source, options: how }, { signal, onProgress, transfer });
  }

  #begin(): Worker {
    this.#hasBegun = false;
    this.#broken = undefined;
    const worker = this.#start();
    if (!(worker instanceof Worker)) throw refused("options.worker()", "a `Worker`", worker);
    worker.addEventListener("message", ({ data }: MessageEvent<Said>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      if (this.#hasBegun) return void this.restart(new Error(event.message || "the worker ended")).catch(() => undefined);
      this.#broken = new Error(event.message || "the worker could not be started: is it where the page looks for it?");
      worker.terminate();
      this.#rejectAll(this.#broken);
    });
    return worker;
  }

  /** No two workers number what they hold alike: what was lost with one is nothing of the next. */
  async #init(): Promise<void> {
    this.#workers += 1;
    await this.#ask({ kind: "init", source: this.#source, first: this.#workers * NUMBERS });
    this.#hasBegun = true;
  }

  #rejectAll(reason: unknown): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }

  #hear(said: Said): void {
    const waiting = this.#waiting.get(said.number);
    if (waiting === undefined) return;
    if (said.kind === "progress") return waiting.onProgress?.(said.progress);
    this.#waiting.delete(said.number);
    switch (said.kind) {
      case "done":
        return waiting.resolve(said.value);
      case "failed":
        return waiting.reject(errorOf(said.failure));
      case "thrown":
        return waiting.reject(Object.assign(new Error(said.message), { name: said.name }));
    }
  }

  #ask<Value>(
    question: Question,
    how: Watched & { readonly transfer?: readonly Transferable[] } = {},
  ): Promise<Value> {
    const { signal, onProgress, transfer = [] } = how;
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const number = this.#next++;
    return new Promise<Value>((resolve, reject) => {
      const stop = (): void => {
        // Whoever waits is told at once; the worker ends the reading, or is ended itself.
        reject(signal?.reason);
        const waiting = this.#waiting.get(number);
        if (waiting !== undefined) this.#waiting.set(number, { ...waiting, onProgress: undefined });
        if (question.kind === "read") this.#cancel(number);
      };
      const settle = <Settled>(then: (value: Settled) => void) => (value: Settled): void => {
        signal?.removeEventListener("abort", stop);
        then(value);
      };
      signal?.addEventListener("abort", stop, { once: true });
      this.#waiting.set(number, {
        resolve: settle((value) => resolve(value as Value)),
        reject: settle(reject),
        onProgress,
      });
      try {
        this.#worker.postMessage({ number, ...question }, [...transfer]);
      } catch (error) {
        this.#waiting.delete(number);
        // Such as a function among the options.
        const isUnfit = error instanceof DOMException && error.name === "DataCloneError";
        reject(isUnfit ? misuse("an argument holds something that cannot be handed to a worker") : error);
      }
    });
  }

  #cancel(of: number): void {
    void this.#ask({ kind: "cancel", of }).catch(() => undefined);
    setTimeout(() => {
      if (this.#waiting.has(of)) void this.restart().catch(() => undefined);
    }, PATIENCE_MILLISECONDS);
  }
}

function held(lent: readonly Remote[], path: string): Held[] {
  return lent.flatMap((each, place) => {
    if (!(each instanceof Remote)) throw refused(`${path}[${place}]`, "something that stays in the worker", each);
    return each.held;
  });
}
