// What is downloaded, as a server sends it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const KILOBYTE = 1000;

// The budget is not kept yet: the tables of encodings, time zones, telephone numbers and characters alone are about 400 kB, and what reads the requests of
// every operation is a third of the code. Until it is, nothing becomes larger.
for (const [folder, name, budget, ceiling] of [
  ["wasm", "everything", 500, 1650],
  ["wasm-intake", "intake alone", 300, 850],
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
