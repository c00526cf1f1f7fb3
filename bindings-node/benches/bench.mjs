// `cargo xtask bench node [rows]`: an export read and every row delivered to JavaScript, beside PapaParse and csv-parse with zod doing the same
// checks; and WebAssembly beside the addon. Each in a process of its own, one after the other, on the same file; CPU seconds of all its threads.

import { execFileSync } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { sumOf } from "./delivered.mjs";

const ROOT = path.join(import.meta.dirname, "../..");
const [, , first = "1000000", ...rest] = process.argv;
const require = createRequire(import.meta.url);

const load = {
  node: () => import("../dist/esm.mjs"),
  wasm: async () => {
    const folder = path.join(ROOT, "bindings-wasm/dist");
    const library = await import(path.join(folder, "index.js"));
    await library.init(await readFile(path.join(folder, "wasm/memberferry_bg.wasm")));
    return library;
  },
};

async function reading(kind, file, deliver) {
  const { readContacts } = await load[kind]();
  const source = kind === "node" ? file : createReadStream(file, { highWaterMark: 1 << 20 });
  const { contacts, issues } = await readContacts(source);
  let sum = 0;
  if (deliver === "columns") for (const frame of contacts.frames()) sum += sumOf(frame);
  if (deliver === "rows") {
    for (const contact of contacts) {
      sum += contact.email.length + (contact.firstName?.length ?? 0) + (contact.lastName?.length ?? 0);
      sum += contact.tags.length + (contact.createdAt === undefined ? 0 : 1) + contact.marketingStatus.length;
    }
  }
  return { contacts: contacts.length, issues: issues.length, sum };
}

const WORK = {
  "addon: read": (file) => reading("node", file, undefined),
  "addon: read, columns delivered": (file) => reading("node", file, "columns"),
  "addon: read, rows delivered": (file) => reading("node", file, "rows"),
  "wasm: read": (file) => reading("wasm", file, undefined),
  "wasm: read, columns delivered": (file) => reading("wasm", file, "columns"),
  "PapaParse and zod": async (file) => {
    const { read } = await import("./papaparse.mjs");
    return read(require("papaparse"), (await import("zod")).z, createReadStream(file, "utf8"));
  },
  "csv-parse and zod": async (file) => {
    const { read } = await import("./csvparse.mjs");
    return read(await import("csv-parse"), (await import("zod")).z, createReadStream(file));
  },
};

/** What a work needs beside the package. */
const PEERS = { "PapaParse and zod": ["papaparse", "zod"], "csv-parse and zod": ["csv-parse", "zod"] };

const lacking = (name) =>
  (PEERS[name] ?? []).filter((needed) => {
    try {
      require.resolve(needed);
      return false;
    } catch {
      return true;
    }
  });

if (first === "--child") {
  const [name, file] = rest;
  const before = process.cpuUsage();
  const start = performance.now();
  const found = await WORK[name](file);
  const wall = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, wall, peak, found }));
} else {
  const file = path.join(ROOT, "target/bench", `contacts-${first}.csv`);
  if (!existsSync(file)) {
    // The benchmarks of the core write it.
    execFileSync("cargo", ["run", "--release", "--locked", "--package", "memberferry-benches", "--", "sample", first], {
      cwd: ROOT,
      stdio: "inherit",
    });
  }
  console.log("| work | CPU s | wall s | µs CPU a row | peak MiB | found |\n|---|---|---|---|---|---|");
  const cpu = {};
  const found = {};
  const leftOut = [];
  for (const name of Object.keys(WORK)) {
    const lacks = lacking(name);
    if (lacks.length > 0) {
      leftOut.push(`${name} was left out: ${lacks.join(" and ")} cannot be found (\`npm ci\` in bindings-node)`);
      continue;
    }
    const output = execFileSync(process.execPath, ["--max-old-space-size=8192", import.meta.filename, "--child", name, file], { encoding: "utf8" });
    const { cpu: seconds, wall, peak, ...answer } = JSON.parse(output);
    cpu[name] = seconds;
    found[name] = JSON.stringify(answer.found);
    const each = (seconds * 1e6) / Number(first);
    const cells = [name, seconds.toFixed(2), wall.toFixed(2), each.toFixed(2), peak.toFixed(0), found[name]];
    console.log(`| ${cells.join(" | ")} |`);
  }
  for (const line of leftOut) console.log(`\n${line}`);
  const peers = Object.keys(PEERS).filter((name) => name in cpu);
  if (new Set(peers.map((name) => found[name])).size > 1) throw new Error("the same checks found other things");
  const times = (name, other) => (cpu[name] / cpu[other]).toFixed(1);
  console.log("");
  for (const name of peers) {
    const [rows, columns] = [times(name, "addon: read, rows delivered"), times(name, "addon: read, columns delivered")];
    console.log(`${name}: ${rows} × the addon with rows delivered, ${columns} × with columns delivered  `);
  }
  console.log(`wasm: ${times("wasm: read", "addon: read")} × the addon, reading alone`);
}
