// The library under test: the addon, or with `MEMBERFERRY_NATIVE=wasm` WebAssembly. The tests are the same.

import { readFile } from "node:fs/promises";

export const kind = process.env.MEMBERFERRY_NATIVE ?? "node";

async function wasm() {
  const folder = new URL("../../../bindings-wasm/dist/", import.meta.url);
  const library = await import(new URL("index.js", folder));
  await library.init(await readFile(new URL("wasm/memberferry_bg.wasm", folder)));
  return library;
}

export const library = kind === "wasm" ? await wasm() : await import("../../dist/esm.mjs");
