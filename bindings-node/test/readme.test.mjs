// The README's example for Node runs, and prints what it says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

const ROOT = path.join(import.meta.dirname, "../..");

test("the README's example for Node does what it says", () => {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const [, section] = readme.split("\n## Node\n");
  const [, code] = section.match(/```js\n([^]*?)```/);
  const folder = mkdtempSync(path.join(os.tmpdir(), "memberferry-readme-"));
  try {
    const library = path.join(ROOT, "bindings-node/dist/esm.mjs");
    writeFileSync(path.join(folder, "example.mjs"), code.replace('"@memberferry/node"', JSON.stringify(library)));
    const printed = execFileSync(process.execPath, [path.join(folder, "example.mjs")], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const said = [...code.matchAll(/\/\/ prints (.*)/g)].map(([, line]) => line);
    assert.deepEqual(printed.trimEnd().split("\n"), said);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
