// The JavaScript of the book that is of a browser runs in Chromium, block after block of a page, and prints what stands below each.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { byBlock, pagesOf } from "../../bindings-node/test/support/book.mjs";
import { withPage } from "./support/chromium.mjs";

const DIST = path.join(import.meta.dirname, "../dist");
const SAMPLE = path.join(import.meta.dirname, "../../examples/data/sample");

/** Runs a module in the page, with the sample as the `file` that a form gives; what it prints, line by line. */
async function run(code) {
  const said = [];
  console.log = (...parts) => said.push(`${parts.join(" ")}\n`);
  const file = 'const file = new File([await (await fetch("/export.csv")).blob()], "export.csv");\n';
  const parts = [file, code.replaceAll("@memberferry/wasm", `${location.origin}/index.js`)];
  await import(URL.createObjectURL(new Blob(parts, { type: "text/javascript" })));
  return said.join("");
}

for (const { name, code, shown } of pagesOf("@memberferry/wasm")) {
  test(`the blocks of ${name} print what stands below them`, { timeout: 120_000 }, async () => {
    const printed = await withPage([DIST, SAMPLE], (page) => page.evaluate(run, code));
    assert.deepEqual(byBlock(printed), shown);
  });
}
