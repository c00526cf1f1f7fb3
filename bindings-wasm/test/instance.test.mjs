// An instance that a mistake has ended is replaced.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const DIST = new URL("../dist/", import.meta.url);
const { init, checkEmail, readContacts, InternalError } = await import(new URL("index.js", DIST));
const bindings = await import(new URL("wasm/memberferry.js", DIST));

test("a poisoned instance is replaced, and what it held is lost", async () => {
  const bytes = await readFile(new URL("wasm/memberferry_bg.wasm", DIST));
  await init(bytes);
  const { memory } = await bindings.default();
  const { contacts } = await readContacts(new TextEncoder().encode("Email\nada@example.com\n"));
  // What a mistake may leave behind, at its worst.
  new Uint8Array(memory.buffer).fill(0xff);
  assert.throws(() => checkEmail("ada@example.com"), (error) => {
    assert.ok(error instanceof InternalError, error);
    assert.equal(error.code, "internal");
    return true;
  });
  assert.equal(checkEmail("ada@example.com").valid, true);
  assert.throws(() => contacts.records(0, 1));
  contacts.free();
  assert.equal((await readContacts(new TextEncoder().encode("Email\nada@example.com\n"))).contacts.length, 1);
});

test("init is done once, and a failed one can be tried again", async () => {
  await init();
  assert.equal(checkEmail("ada@example.com").valid, true);
});
