// The package as a user installs it: packed, into an empty project, by `import`, by `require`, and with its types.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

const HERE = path.join(import.meta.dirname, "..");

let project;
test.before(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "memberferry-project-"));
  writeFileSync(path.join(project, "package.json"), '{ "name": "project", "private": true }');
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", project], { cwd: HERE, encoding: "utf8" });
  const install = ["install", "--silent", "--no-audit", "--no-fund", "--offline", path.join(project, packed.trim())];
  execFileSync("npm", install, { cwd: project });
});
test.after(() => rmSync(project, { recursive: true, force: true }));

const node = (file) => execFileSync(process.execPath, [file], { cwd: project, encoding: "utf8" }).trim();

test("CommonJS and modules get the very same classes", () => {
  writeFileSync(
    path.join(project, "common.cjs"),
    `const common = require("@memberferry/node");
import("@memberferry/node").then((module) => {
  const names = Object.keys(common).filter((name) => common[name] !== module[name]);
  console.log(common.checkEmail(" Ada@Example.com").key, JSON.stringify(names));
});`,
  );
  assert.equal(node("common.cjs"), "ada@example.com []");
  writeFileSync(
    path.join(project, "module.mjs"),
    `import { MemberferryError, readContacts } from "@memberferry/node";
try { await readContacts(new Uint8Array()); } catch (error) { console.log(error instanceof MemberferryError, error.code); }`,
  );
  assert.equal(node("module.mjs"), "true input-empty");
});

test("no part of what is public is of any type", () => {
  const types = path.join(HERE, "dist");
  const files = readdirSync(types, { recursive: true }).filter((name) => /\.d\.m?ts$/.test(name));
  assert.ok(files.length > 10);
  for (const name of files) {
    const code = readFileSync(path.join(types, name), "utf8").replace(/\/\*[^]*?\*\/|\/\/.*|"[^"]*"/g, "");
    assert.deepEqual(code.match(/.*\bany\b.*/g), null, name);
  }
});

test("its types hold for a strict consumer, in both kinds of modules", () => {
  const code = `import { Contacts, FileJournal, MemberferryError, Plan, Run, Site, Snapshot, readContacts } from "@memberferry/node";
import type { Contact, ReadOptions, records } from "@memberferry/node";
export async function move(document: records.SiteDocument, file: string): Promise<string> {
  const options: ReadOptions = { timezone: "Europe/Vienna", dayFirst: true };
  const { contacts, issues } = await readContacts(file, { ...options, onProgress: ({ bytes, total }) => void [bytes, total] });
  for (const issue of issues) { const line: number | null | undefined = issue.location?.line; void line; }
  for (const contact of contacts) { const one: Contact = contact; const tags: readonly string[] = one.tags; void tags; }
  const site = Site.fromDocument(document);
  const decision: records.Decision = site.decideSync({ loggedIn: true }, "home", new Date());
  const plan = await Plan.build(site, contacts, await Snapshot.fromRecords([]), { now: new Date() });
  const journal = await FileJournal.open("run.journal");
  const run = await Run.open(plan, journal, { environment: { kind: "staging", url: "https://staging.harbour.example" } });
  for await (const batch of run.batches()) {
    const outcomes: records.Outcome[] = batch.operations.map((operation) => {
      switch (operation.kind) {
        case "create-user": return { kind: "applied" };
        default: return { kind: "failed", message: "not yet", retry: "never" } as unknown as records.Outcome;
      }
    });
    await run.record(batch, outcomes);
  }
  // @ts-expect-error a word that is none
  if (run.status === "finished") return "";
  // @ts-expect-error a site is not made with new
  new Site();
  // @ts-expect-error an option that is not there
  await readContacts(file, { profil: "keap" });
  try { await Contacts.fromRecords([]); } catch (error) { if (error instanceof MemberferryError) return error.code; }
  return String(decision.allowed);
}
`;
  writeFileSync(path.join(project, "consumer.mts"), code);
  writeFileSync(path.join(project, "consumer.cts"), code);
  for (const name of ["typescript", "@types", "undici-types"]) {
    symlinkSync(path.join(HERE, "node_modules", name), path.join(project, "node_modules", name));
  }
  const options = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2022", "--module", "nodenext", "--types", "node"];
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", ...options, "consumer.mts", "consumer.cts"], {
    cwd: project,
    stdio: "inherit",
  });
});
