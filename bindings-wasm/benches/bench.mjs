// `cargo xtask bench node [rows]`, in Chromium: a file read in a worker and every row delivered to the page, beside PapaParse and zod doing the same
// checks in a worker, which keep their rows there. Wall-clock seconds, on the same file, in the same run.

import { execFileSync } from "node:child_process";
import path from "node:path";

import { withPage } from "../test/support/chromium.mjs";

const HERE = path.join(import.meta.dirname, "..");
const rows = process.argv[2] ?? "1000000";
const file = path.join(HERE, "../target/bench", `contacts-${rows}.csv`);

const vite = path.join(HERE, "node_modules/vite/bin/vite.js");
execFileSync(process.execPath, [vite, "build", path.join(HERE, "benches"), "--logLevel", "warn"], { cwd: HERE, stdio: "inherit" });

await withPage([path.join(HERE, "dist-bench")], async (page) => {
  await page.goto(new URL("/index.html", page.url()).href);
  await page.waitForFunction(() => globalThis.ready);
  await page.setInputFiles("#file", file);
  const took = {};
  console.log("| in a worker of Chromium | s | found |\n|---|---|---|");
  for (const name of ["memberferry", "papaparse"]) {
    const { seconds, found } = await page.evaluate((which) => globalThis[which](), name);
    took[name] = seconds;
    console.log(`| ${name === "papaparse" ? "PapaParse and zod" : "wasm"} | ${seconds.toFixed(2)} | ${JSON.stringify(found)} |`);
  }
  console.log(`\nPapaParse and zod: ${(took.papaparse / took.memberferry).toFixed(1)} × wasm`);
});
