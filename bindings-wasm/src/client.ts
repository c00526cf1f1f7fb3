// The page's side of a worker: it reads exports while the page goes on answering. Does not know how anything is read.

import { Frame } from "./facade/columns.js";
import { errorOf } from "./facade/errors.js";
import type { Progress, ReadOptions, Watched } from "./facade/intake.js";
import type * as records from "./facade/records.js";
import { type Abortable, type Answer, type Request, decoded, encoded, text } from "./facade/wire.js";
import type { WasmSource } from "./wasm-source.js";
import type { Held, Question, Read, Said } from "./protocol.js";

/** Starts the worker that runs `@memberferry/wasm/worker`. */
export type StartWorker = () => Worker;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** How long a reading has to end after it was cancelled. */
const PATIENCE_MILLISECONDS = 2000;

/** A worker with the library in it. Where it dies it is replaced, and what it held is lost. */
export class WorkerClient {
  readonly #start: StartWorker;
  readonly #source: WasmSource | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker;
  #next = 1;

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
    const client = new WorkerClient(options.worker ?? beside, options.source);
    await client.#ask({ kind: "init", source: options.source });
    return client;
  }

  /** Reads contacts in the worker: a `File` straight from its stream. They stay there until they are looked at. */
  async readContacts(
    source: Blob | Uint8Array | ReadableStream<Uint8Array>,
    { signal, onProgress, ...options }: ReadOptions & Watched = {},
  ): Promise<RemoteIntake> {
    signal?.throwIfAborted();
    const transfer = source instanceof ReadableStream ? [source] : [];
    const read = await this.#ask<Read>({ kind: "read", source, options }, { signal, onProgress, transfer });
    return new RemoteIntake(this, read);
  }

  /** Asks an operation by its name, in the worker. */
  async call<Name extends keyof records.Operations>(
    name: Name,
    request: Request<Name>,
    { signal }: Abortable = {},
  ): Promise<Answer<Name>> {
    const reply = decoded<{ ok: Answer<Name> } | { failure: Parameters<typeof errorOf>[0] }>(
      await this.#ask<Uint8Array>({ kind: "call", name, argument: encoded(request), lent: [] }, { signal }),
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
    await this.#ask({ kind: "init", source: this.#source });
  }

  /** @internal */
  ask(name: string, argument: unknown, lent: readonly Held[], options: Abortable = {}): Promise<Uint8Array> {
    return this.#ask({ kind: "ask", name, argument: encoded(argument), lent }, options);
  }

  /** @internal */
  free(held: readonly Held[]): void {
    void this.#ask({ kind: "free", held }).catch(() => undefined);
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", ({ data }: MessageEvent<Said>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      void this.restart(new Error(event.message || "the worker could not be started")).catch(() => undefined);
    });
    return worker;
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
    const number = this.#next++;
    return new Promise<Value>((resolve, reject) => {
      const stop = (): void => {
        // Whoever waits is told at once; the worker ends the reading, or is ended itself.
        reject(signal?.reason);
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
      this.#worker.postMessage({ number, ...question }, [...transfer]);
    });
  }

  #cancel(of: number): void {
    void this.#ask({ kind: "cancel", of }).catch(() => undefined);
    setTimeout(() => {
      if (this.#waiting.has(of)) void this.restart().catch(() => undefined);
    }, PATIENCE_MILLISECONDS);
  }
}

/** What a reading gave, in the worker. */
export class RemoteIntake {
  readonly #client: WorkerClient;
  readonly #read: Read;
  readonly contacts: RemoteContacts;

  /** @internal */
  constructor(client: WorkerClient, read: Read) {
    this.#client = client;
    this.#read = read;
    this.contacts = new RemoteContacts(client, read.contacts, read.length);
  }

  get detection(): records.Detection {
    return this.#read.detection;
  }
  get mapping(): records.Mapping {
    return this.#read.mapping;
  }
  get stats(): records.IntakeStats {
    return this.#read.stats;
  }
  /** How many issues there are of each code, kept or not. */
  get issueCounts(): Readonly<Partial<Record<records.Code, number>>> {
    return this.#read.issueCounts;
  }
  /** How many issues are kept. */
  get issueLength(): number {
    return this.#read.issueLength;
  }

  /** Some of the issues, from a place on. */
  async issues(first: number, count: number): Promise<readonly records.Issue[]> {
    return decoded(await this.#client.ask("issues.records", { first, count }, [this.#read.issues]));
  }

  /** The records that were set aside, as CSV, each with its line and its reasons. */
  async setAsideCsv(): Promise<string> {
    return text(await this.#client.ask("intake.set-aside-csv", {}, [this.#read.intake]));
  }

  /** Lets go of all of it. */
  free(): void {
    this.#client.free([this.#read.intake, this.#read.contacts, this.#read.issues]);
  }
}

/** Contacts in the worker. Columns are handed over, some thousand rows at a time, without being copied. */
export class RemoteContacts {
  readonly #client: WorkerClient;
  readonly #held: Held;
  /** How many there are. */
  readonly length: number;

  /** @internal */
  constructor(client: WorkerClient, held: Held, length: number) {
    this.#client = client;
    this.#held = held;
    this.length = length;
  }

  /** The columns of some thousand contacts, from a place on. */
  async frame(first: number, options: Abortable = {}): Promise<Frame> {
    return new Frame(await this.#client.ask("contacts.frame", { first }, [this.#held], options));
  }

  /** All contacts as columns, one frame after the other. */
  async *batches(options: Abortable = {}): AsyncIterableIterator<Frame> {
    for (let first = 0; first < this.length; ) {
      const frame = await this.frame(first, options);
      yield frame;
      first += frame.rows;
    }
  }

  /** Some of the contacts, from a place on, as plain objects. */
  async records(first: number, count: number): Promise<readonly records.Contact[]> {
    return decoded(await this.#client.ask("contacts.records", { first, count }, [this.#held]));
  }

  /** As a CSV that reads back as the same contacts, without secrets but those that the options name. */
  async writeCsv(options: records.CsvOptions = {}): Promise<string> {
    return text(await this.#client.ask("contacts.csv", options, [this.#held]));
  }
}
