// What only Node has: paths, and the journal of a run in a file.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { library } from "./support/library.mjs";
import { SITE } from "./support/site.mjs";

const { Contacts, FileJournal, Plan, Run, Site, Snapshot, readContacts } = library;

let folder;
test.before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "memberferry-"));
});
test.after(() => rm(folder, { recursive: true }));

test("a path, a URL and a stream of Node read the same", async () => {
  const file = path.join(folder, "list.csv");
  await writeFile(file, "Email\nada@example.com\n");
  const told = [];
  for (const source of [file, pathToFileURL(file), createReadStream(file)]) {
    const { contacts } = await readContacts(source, { onProgress: ({ total }) => told.push(total) });
    assert.equal(contacts.at(0).email, "ada@example.com");
  }
  assert.deepEqual(told, [22, 22, undefined]);
  await writeFile(path.join(folder, "site.json"), JSON.stringify(SITE));
  assert.equal((await Site.load(path.join(folder, "site.json"))).document.name, "Harbour Academy");
});

test("a file that is not there is Node's error", async () => {
  await assert.rejects(readContacts(path.join(folder, "none.csv")), { code: "ENOENT" });
});

test("a journal in a file is on the disk after each batch, and goes on after a crash", async () => {
  const site = Site.fromDocument(SITE);
  const contacts = await Contacts.fromRecords(
    ["a", "b", "c"].map((name) => ({ email: `${name}@example.com`, marketing: { status: "unknown" }, tags: ["Gold"] })),
  );
  const now = "2026-03-02T09:00:00Z";
  const plan = await Plan.build(site, contacts, await Snapshot.fromRecords([]), { now, batchSize: 1 });
  const options = { environment: SITE.environment, now: () => now };
  const file = path.join(folder, "run.journal");

  const journal = await FileJournal.open(file);
  const run = await Run.open(plan, journal, options);
  const batch = run.nextBatch();
  await run.record(batch, [{ kind: "applied" }]);
  assert.equal((await readFile(file, "utf8")).trimEnd().split("\n").length, 2);
  await assert.rejects(FileJournal.open(file), { code: "EEXIST" });
  await journal.close();
  await journal.close();

  await appendFile(file, '{"torn');
  const again = await FileJournal.open(file);
  const resumed = await Run.open(plan, again, options);
  assert.equal(resumed.torn.code, "journal-torn");
  let carriedOut = 0;
  for await (const next of resumed.batches()) {
    carriedOut += next.operations.length;
    await resumed.record(next, next.operations.map(() => ({ kind: "applied" })));
  }
  assert.equal(carriedOut, plan.length - 1);
  assert.equal(resumed.status, "complete");
  await again.close();
});

test("a journal that a dead process held is taken over", async () => {
  const file = path.join(folder, "left.journal");
  await writeFile(`${file}.lock`, "999999999\n");
  const journal = await FileJournal.open(file);
  await journal.close();
});

test("what is the path of no file is a call made the wrong way, and makes none", async () => {
  const wrong = [undefined, null, 17, true, {}, [], () => 1, "a\0b", new URL("https://example.com/journal")];
  for (const path of wrong) {
    await assert.rejects(FileJournal.open(path), { name: "UsageError", code: "argument-invalid", location: { path: "path" } });
  }
  await assert.rejects(readContacts(new URL("https://example.com/list.csv")), { name: "UsageError", location: { path: "source" } });
  const journal = await FileJournal.open(path.join(folder, "wrong.journal"));
  await assert.rejects(journal.append("text"), { name: "UsageError" });
  await assert.rejects(journal.truncate("0"), { name: "UsageError" });
  assert.equal((await journal.read()).length, 0);
  await journal.close();
});
