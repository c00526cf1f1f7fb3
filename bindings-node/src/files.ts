// Files as sources, and the journal of a run in a file. Does not know what is in them.

import { type FileHandle, open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { unlinkSync } from "node:fs";

import { misuse } from "./facade/errors.js";
import { bytes as checkedBytes, refused, whole } from "./facade/given.js";
import type { Journal } from "./facade/run.js";
import { CHUNK_BYTES, type Opened } from "./facade/source.js";

/** Opens a file that is read from its beginning to its end. */
export async function openFile(path: string | URL): Promise<Opened> {
  const file = await open(pathOf(path, "source"), "r");
  try {
    const { size } = await file.stat();
    const next = async (): Promise<Uint8Array | undefined> => {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES, null);
      return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
    };
    // A read that is on its way ends first; closing waits for it.
    return { total: size, next, close: () => void file.close().catch(() => undefined) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The path of a file, as the platform takes it. */
function pathOf(given: string | URL, argument: string): string {
  if (given instanceof URL) {
    if (given.protocol !== "file:") throw misuse(`\`${argument}\` must be the URL of a file, and is one of \`${given.protocol}\``, argument);
    return fileURLToPath(given);
  }
  // Node refuses the second by a `TypeError`.
  if (typeof given !== "string" || given.includes("\0")) throw refused(argument, "the path of a file", given);
  return given;
}

/** A journal in a file, which one run holds at a time. A line is on the disk before the next batch is handed out. */
export class FileJournal implements Journal {
  readonly #file: FileHandle;
  readonly #lock: string;
  #isClosed = false;

  private constructor(file: FileHandle, lock: string) {
    this.#file = file;
    this.#lock = lock;
  }

  /** Opens a journal, or begins one. One that another run holds is refused: `EEXIST`, with the file that says so. */
  static async open(path: string | URL): Promise<FileJournal> {
    const at = pathOf(path, "path");
    const lock = `${at}.lock`;
    const held = await takeLock(lock);
    try {
      await held.writeFile(`${process.pid}\n`);
    } finally {
      await held.close();
    }
    try {
      const file = await open(at, "a+");
      return new FileJournal(file, lock);
    } catch (error) {
      unlinkSync(lock);
      throw error;
    }
  }

  async read(): Promise<Uint8Array> {
    const { size } = await this.#file.stat();
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await this.#file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  }

  async append(lines: Uint8Array): Promise<void> {
    await this.#file.appendFile(checkedBytes(lines, "lines"));
    await this.#file.sync();
  }

  async truncate(length: number): Promise<void> {
    await this.#file.truncate(whole(length, "length"));
    await this.#file.sync();
  }

  /** Lets another run have the journal. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#file.close();
    unlinkSync(this.#lock);
  }
}

/** Takes a lock; one that was left by a process that is no more is taken over. */
async function takeLock(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (!isCode(error, "EEXIST") || !(await isLeftOver(path))) throw error;
    unlinkSync(path);
    return open(path, "wx");
  }
}

async function isLeftOver(path: string): Promise<boolean> {
  const file = await open(path, "r");
  const owner = Number.parseInt(await file.readFile("utf8"), 10);
  await file.close();
  if (!Number.isInteger(owner)) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return isCode(error, "ESRCH");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
