// The JavaScript of the book runs, block after block of a page, and prints what stands below each.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

const ROOT = path.join(import.meta.dirname, "../..");
const PAGES = path.join(ROOT, "docs/src");
const PACKAGE = '"@memberferry/node"';
// A block, and what it prints, where the next block is a text.
const BLOCK = /^```js\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm;
const BETWEEN = "--- the next block";

/** The blocks of a page, where they are of Node; those of a browser are run by the tests of its package. */
function blocks(page) {
  const found = [...readFileSync(path.join(PAGES, page), "utf8").matchAll(BLOCK)];
  return found.some(([, code]) => code.includes(PACKAGE)) ? found : [];
}

const pages = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(".md") && blocks(name).length > 0);

test("the tutorial is among the pages of the book", () => {
  assert.ok(pages.includes(path.join("tutorial", "node.md")), pages.join());
});

for (const page of pages.sort()) {
  test(`the blocks of ${page} print what stands below them`, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "memberferry-book-"));
    try {
      symlinkSync(path.join(ROOT, "examples"), path.join(folder, "examples"));
      const library = JSON.stringify(path.join(ROOT, "bindings-node/dist/esm.mjs"));
      const code = blocks(page).map(([, block]) => block.replaceAll(PACKAGE, library));
      writeFileSync(path.join(folder, "page.mjs"), code.join(`console.log(${JSON.stringify(BETWEEN)});\n`));
      const printed = execFileSync(process.execPath, ["page.mjs"], { cwd: folder, encoding: "utf8" });
      const shown = blocks(page).map(([, , text]) => text ?? "");
      assert.deepEqual(printed.split(`${BETWEEN}\n`), shown);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
