// What is downloaded, as a server sends it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const KILOBYTE = 1000;

// The budget is not kept yet, and cannot be by making code smaller alone. Of everything, a third is tables and texts (466 kB compressed by
// themselves: encodings, Unicode, telephone numbers, time zones, messages); code that makes types of JSON and JSON of them is some 220 kB, of which
// the buffer of serde for tagged unions is 32; reading exports is 120, the requests of all operations 110. Until it is kept, nothing becomes larger.
for (const [folder, name, budget, ceiling] of [
  ["wasm", "everything", 500, 1430],
  ["wasm-intake", "intake alone", 300, 805],
]) {
  test(`${name} is at most ${ceiling} kB`, () => {
    const bytes = readFileSync(new URL(`../dist/${folder}/memberferry_bg.wasm`, import.meta.url));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    const size = brotliCompressSync(bytes, { params }).length / KILOBYTE;
    const raw = bytes.length / KILOBYTE;
    console.log(`${name}: ${size.toFixed(0)} kB brotli, ${raw.toFixed(0)} kB raw; the budget is ${budget} kB brotli`);
    assert.ok(size <= ceiling, `${size.toFixed(0)} kB`);
  });
}
