// The README's example for the browser runs in Chromium, and prints what it says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { withPage } from "./support/chromium.mjs";

const ROOT = path.join(import.meta.dirname, "../..");

test("the README's example for the browser does what it says", { timeout: 120_000 }, async () => {
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const [, section] = readme.split("\n## Browser\n");
  const [, code] = section.match(/```js\n([^]*?)```/);
  const said = [...code.matchAll(/\/\/ prints (.*)/g)].map(([, line]) => line);
  const printed = await withPage([path.join(ROOT, "bindings-wasm/dist")], async (page) => {
    const lines = [];
    page.on("console", (message) => lines.push(message.text()));
    await page.setContent('<input type="file">');
    await page.setInputFiles("input", path.join(ROOT, "examples/data/sample/export.csv"));
    const content = `${code.replace('"@memberferry/wasm"', '"/index.js"')}\nglobalThis.isDone = true;`;
    await page.addScriptTag({ type: "module", content });
    await page.waitForFunction(() => globalThis.isDone);
    return lines;
  });
  assert.ok(said.length > 0);
  assert.deepEqual(printed, said);
});
