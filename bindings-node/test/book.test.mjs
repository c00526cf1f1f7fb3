// The JavaScript of the book that is of Node runs, block after block of a page, and prints what stands below each.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

import { byBlock, pagesOf } from "./support/book.mjs";

const ROOT = path.join(import.meta.dirname, "../..");
const PACKAGE = "@memberferry/node";

for (const { name, code, shown } of pagesOf(PACKAGE)) {
  test(`the blocks of ${name} print what stands below them`, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "memberferry-book-"));
    try {
      symlinkSync(path.join(ROOT, "examples"), path.join(folder, "examples"));
      writeFileSync(path.join(folder, "page.mjs"), code.replaceAll(PACKAGE, path.join(ROOT, "bindings-node/dist/esm.mjs")));
      const printed = execFileSync(process.execPath, ["page.mjs"], { cwd: folder, encoding: "utf8" });
      assert.deepEqual(byBlock(printed), shown);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
