// What is downloaded, as a server sends it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const KILOBYTE = 1000;

for (const [folder, name, most] of [
  ["wasm", "everything", 500],
  ["wasm-intake", "intake alone", 300],
]) {
  test(`${name} is at most ${most} kB`, () => {
    const bytes = readFileSync(new URL(`../dist/${folder}/memberferry_bg.wasm`, import.meta.url));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    const size = brotliCompressSync(bytes, { params }).length / KILOBYTE;
    console.log(`${name}: ${size.toFixed(0)} kB brotli, ${(bytes.length / KILOBYTE).toFixed(0)} kB raw`);
    assert.ok(size <= most, `${size.toFixed(0)} kB`);
  });
}
