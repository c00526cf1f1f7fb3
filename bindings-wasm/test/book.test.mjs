// The JavaScript of the book that is of a browser runs in Chromium, block after block of a page, and prints what stands below each.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { withPage } from "./support/chromium.mjs";

const ROOT = path.join(import.meta.dirname, "../..");
const DIST = path.join(import.meta.dirname, "../dist");
const SAMPLE = path.join(ROOT, "examples/data/sample");
const PAGES = path.join(ROOT, "docs/src");
const PACKAGE = '"@memberferry/wasm"';
// A block, and what it prints, where the next block is a text.
const BLOCK = /^```js\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm;
const BETWEEN = "--- the next block";

/** The blocks of a page, where they are of the browser. */
function blocks(page) {
  const found = [...readFileSync(path.join(PAGES, page), "utf8").matchAll(BLOCK)];
  return found.some(([, code]) => code.includes(PACKAGE)) ? found : [];
}

const pages = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(".md") && blocks(name).length > 0);

test("the tutorial is among the pages of the book", () => {
  assert.ok(pages.includes(path.join("tutorial", "browser.md")), pages.join());
});

/** Runs a module in the page, with the sample as the `file` that a form gives; what it prints, line by line. */
async function printed(code) {
  const said = [];
  console.log = (...parts) => said.push(parts.join(" "));
  const file = 'const file = new File([await (await fetch("/export.csv")).blob()], "export.csv");\n';
  const module = new Blob([file, code.replaceAll("@memberferry/wasm", `${location.origin}/index.js`)], { type: "text/javascript" });
  await import(URL.createObjectURL(module));
  return said.map((line) => `${line}\n`).join("");
}

for (const page of pages.sort()) {
  test(`the blocks of ${page} print what stands below them`, { timeout: 120_000 }, async () => {
    const code = blocks(page).map(([, block]) => block);
    const all = await withPage([DIST, SAMPLE], (opened) =>
      opened.evaluate(printed, code.join(`console.log(${JSON.stringify(BETWEEN)});\n`)),
    );
    const shown = blocks(page).map(([, , text]) => text ?? "");
    assert.deepEqual(all.split(`${BETWEEN}\n`), shown);
  });
}
