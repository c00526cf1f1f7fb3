// Aborting: before, during and after; and nothing of it stays behind.

import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import test from "node:test";

import { kind, library } from "./support/library.mjs";

const { readContacts } = library;

const lines = (count) => new TextEncoder().encode(`Email\n${"ada@example.com\n".repeat(count)}`);
const SMALL = lines(10);

test("a signal that was aborted before is heard", async () => {
  const source = { read: 0, async *[Symbol.asyncIterator]() { this.read++; yield SMALL; } };
  await assert.rejects(readContacts(source, { signal: AbortSignal.abort() }), { name: "AbortError" });
  assert.equal(source.read, 0);
  const reason = new Error("the user left");
  await assert.rejects(readContacts(SMALL, { signal: AbortSignal.abort(reason) }), reason);
});

test("a signal that aborts during the reading ends it, and the source is let go of", async () => {
  const abort = new AbortController();
  let closed = false;
  const endless = (async function* () {
    try {
      for (let count = 0; ; count++) {
        if (count === 5) abort.abort();
        yield SMALL;
      }
    } finally {
      closed = true;
    }
  })();
  await assert.rejects(readContacts(endless, { signal: abort.signal }), { name: "AbortError" });
  await wait(1);
  assert.ok(closed);
});

test("a source that never gives its next chunk does not hold the abort up", async () => {
  for (const source of [
    new Readable({ read() {} }),
    new ReadableStream({ pull: () => new Promise(() => {}) }),
  ]) {
    const abort = new AbortController();
    const reading = readContacts(source, { signal: abort.signal });
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(reading, { name: "AbortError" });
  }
});

test("a signal that aborts afterwards changes nothing", async () => {
  const abort = new AbortController();
  const { contacts } = await readContacts(SMALL, { signal: abort.signal });
  abort.abort();
  assert.equal(contacts.at(0).email, "ada@example.com");
});

test("a signal that times out is a reason as any other", async () => {
  const endless = (async function* () {
    for (;;) {
      await wait(1);
      yield SMALL;
    }
  })();
  await assert.rejects(readContacts(endless, { signal: AbortSignal.timeout(20) }), { name: "TimeoutError" });
});

test("memory returns to its level after 50 aborted readings", { skip: typeof gc !== "function" && "needs --expose-gc" }, async () => {
  const text = new TextEncoder().encode(
    `Email,Note\n${Array.from({ length: 25_000 }, (_, row) => `m${row}@example.com,${"n".repeat(60)}\n`).join("")}`,
  );
  const abortedReading = async () => {
    const abort = new AbortController();
    const chunks = (async function* () {
      for (let at = 0; at < text.length; at += 1 << 20) yield text.subarray(at, at + (1 << 20));
      abort.abort();
      yield new Uint8Array();
    })();
    await assert.rejects(readContacts(chunks, { signal: abort.signal }), { name: "AbortError" });
  };
  const level = async () => {
    for (let round = 0; round < 3; round++) {
      gc();
      await wait(10);
    }
    return process.memoryUsage().rss;
  };
  // The allocators take what they need once.
  for (let round = 0; round < 5; round++) await abortedReading();
  const before = await level();
  for (let round = 0; round < 50; round++) await abortedReading();
  const grown = (await level()) - before;
  console.log(`${kind}: ${(grown / 2 ** 20).toFixed(1)} MiB more after 50 aborted readings of ${(text.length / 2 ** 20).toFixed(1)} MiB`);
  // What the allocators keep is their affair; 50 readings that stayed would be 50 times the text.
  assert.ok(grown < 8 * text.length, `${grown} bytes stayed behind`);
});
