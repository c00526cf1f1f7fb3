// Where bytes come from, as chunks. Does not know what is read, nor how files are opened.

import { misuse } from "./errors.js";
import { kindOf, refused } from "./given.js";

/** A stream of the web platform, as far as it is needed. */
export interface ReadableStreamLike {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
}

/** A `Blob` or `File`, as far as it is needed. */
export interface BlobLike {
  readonly size: number;
  stream(): ReadableStreamLike;
}

/**
 * Bytes, wherever they are: in memory, in a `Blob` or `File`, in a stream of the web platform or of Node, or given one chunk after the other.
 * In Node a string or a `URL` is the path of a file; elsewhere there are none.
 */
export type Source =
  | string
  | URL
  | Uint8Array
  | ArrayBuffer
  | BlobLike
  | ReadableStreamLike
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>;

/** Chunks, and how many bytes they are in all, where that is known. */
export interface Opened {
  readonly total: number | undefined;
  next(): Promise<Uint8Array | undefined>;
  /** Lets go of the source, read to its end or not. Does not wait for a chunk that is on its way. */
  close(reason?: unknown): void;
}

type FileOpener = (path: string | URL) => Promise<Opened>;

let openFile: FileOpener | undefined;

/** Says how files are opened, where there are any. */
export function installFiles(opener: FileOpener): void {
  openFile = opener;
}

/** What is handed over at once of bytes that are in memory: often enough to stop in between, seldom enough to cost nothing. */
export const CHUNK_BYTES = 1 << 20;

const encoder = new TextEncoder();

/** Opens a source. */
export async function open(source: Source): Promise<Opened> {
  if (typeof source === "string" || source instanceof URL) {
    // The text of an export, given as it is: nobody wants it in the message of a file that is not there.
    if (typeof source === "string" && /[\r\n]/.test(source)) {
      throw misuse("a string is the path of a file: give the text of one as bytes, or as `[text]`", "source");
    }
    if (openFile === undefined) throw misuse("there are no files here: give the bytes, a `File` or a stream", "source");
    return openFile(source);
  }
  if (source instanceof Uint8Array) return ofBytes(source);
  if (source instanceof ArrayBuffer) return ofBytes(new Uint8Array(source));
  if (typeof source === "object" && source !== null) {
    if ("getReader" in source && typeof source.getReader === "function") return ofStream(source, undefined);
    if ("stream" in source && typeof source.stream === "function") return ofStream(source.stream(), source.size);
    if (Symbol.asyncIterator in source && typeof source[Symbol.asyncIterator] === "function") {
      return ofIterator(source[Symbol.asyncIterator](), source);
    }
    if (Symbol.iterator in source && typeof source[Symbol.iterator] === "function") return ofIterator(source[Symbol.iterator](), source);
  }
  throw refused("source", "bytes, a `File` or `Blob`, a stream, an iterable of bytes or, in Node, a path", source);
}

function ofBytes(bytes: Uint8Array): Opened {
  let at = 0;
  const next = (): Uint8Array | undefined => {
    if (at >= bytes.length) return undefined;
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    at += chunk.length;
    return chunk;
  };
  return { total: bytes.length, next: async () => next(), close: () => undefined };
}

function ofStream(stream: ReadableStreamLike, total: number | undefined): Opened {
  const reader = stream.getReader();
  const next = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await reader.read();
    return done ? undefined : chunk(value);
  };
  // A stream that failed already refuses to be cancelled; its error was thrown where it was read.
  return { total, next, close: (reason) => void reader.cancel(reason).catch(() => undefined) };
}

function ofIterator(
  iterator: AsyncIterator<Uint8Array | string> | Iterator<Uint8Array | string>,
  source: object,
): Opened {
  const next = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await iterator.next();
    return done === true ? undefined : chunk(value);
  };
  const close = (): void => {
    // A stream of Node that waits for its next chunk does not hear its iterator.
    if ("destroy" in source && typeof source.destroy === "function") source.destroy();
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  };
  return { total: undefined, next, close };
}

function chunk(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") return encoder.encode(value);
  throw misuse(`the source gave something that is neither bytes nor text, but ${kindOf(value)}`, "source");
}

/** Everything that a source holds. */
export async function readAll(source: Source, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await eachChunk(source, signal, async (bytes) => {
    chunks.push(bytes);
  });
  const all = new Uint8Array(chunks.reduce((length, bytes) => length + bytes.length, 0));
  let at = 0;
  for (const bytes of chunks) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}

/** Takes chunk after chunk, until the source ends, something fails, or the signal aborts. */
export async function eachChunk(
  source: Source,
  signal: AbortSignal | undefined,
  take: (chunk: Uint8Array, total: number | undefined) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  const opened = await open(source);
  // A promise of its own for each chunk: one that all of them are raced against would hold on to every chunk until the end.
  let stopWaiting: ((reason: unknown) => void) | undefined;
  const stop = (): void => stopWaiting?.(signal?.reason);
  const next = (): Promise<Uint8Array | undefined> =>
    new Promise((resolve, reject) => {
      stopWaiting = reject;
      opened.next().then(resolve, reject);
    });
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      const bytes = await next();
      signal?.throwIfAborted();
      if (bytes === undefined) return;
      await take(bytes, opened.total);
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    opened.close(signal?.reason);
  }
}
