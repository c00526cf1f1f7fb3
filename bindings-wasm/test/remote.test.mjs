// What stays in a worker: sheets, sites, snapshots, merged lists and plans, asked some rows at a time.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { withPage } from "./support/chromium.mjs";

const DIST = path.join(import.meta.dirname, "../dist");
const SAMPLE = path.join(import.meta.dirname, "../../examples/data/sample");
const LIMIT = { timeout: 120_000 };

/** Works in a page with a worker. */
const inPage = (work, argument) =>
  withPage([DIST], (page) =>
    page.evaluate(
      async ({ source, argument }) => {
        const { WorkerClient } = await import("/index.js");
        const client = await WorkerClient.start();
        try {
          return await new Function("client", "argument", `return (${source})(client, argument)`)(client, argument);
        } finally {
          client.terminate();
        }
      },
      { source: work.toString(), argument },
    ),
  );

test("rows are shown, found, and put right by the place that an issue names", LIMIT, async () => {
  const seen = await inPage(async (client) => {
    const file = new File(["Email,Name\nada@gmial.com,Ada\n\nbob(at)example.com,Bob,more\nnobody,Nil\n"], "list.csv");
    const sheet = await client.readSheet(file);
    const before = await client.readContacts(file);
    const marked = [...(await before.recordsWith())];
    const typos = [...(await before.recordsWith({ codes: ["email-typo"] }))];
    const errors = [...(await before.recordsWith({ severity: "error" }))];
    const issues = (await before.issuesOf([2])).map(({ code, location }) => [code, location.line, location.column]);
    const suggested = await before.suggestions("email-typo");
    const corrections = [
      ...suggested.map(({ record, column, suggestion }) => ({ record, column, text: suggestion })),
      { record: 1, column: 1, text: "bob@example.com" },
      { record: 1, column: 3, text: "" },
    ];
    const after = await client.readContacts(file, { corrections });
    const frame = await before.issueFrame(0);
    return {
      length: sheet.length,
      rows: await sheet.rows([1, 9]),
      found: [...(await sheet.find("BOB"))],
      marked, typos, errors, issues, suggested,
      aside: (await before.setAside(0, 9)).map(({ record, codes }) => [record, codes]),
      frame: [frame.rows, before.issueLength],
      people: (await after.contacts.records(0, 9)).map(({ email }) => email),
      left: [...(await after.recordsWith())],
    };
  });
  assert.equal(seen.length, 3);
  assert.deepEqual(seen.rows, [{ record: 1, line: 4, cells: ["bob(at)example.com", "Bob", "more"] }]);
  assert.deepEqual(seen.found, [1]);
  assert.deepEqual(seen.marked, [0, 1, 2]);
  assert.deepEqual(seen.typos, [0]);
  assert.deepEqual(seen.errors, [1, 2]);
  assert.deepEqual(seen.issues, [["email-invalid", 5, 1]]);
  assert.deepEqual(seen.suggested, [{ record: 0, column: 1, value: "ada@gmial.com", suggestion: "ada@gmail.com" }]);
  assert.deepEqual(seen.aside, [[1, ["row-ragged"]], [2, ["email-invalid"]]]);
  assert.equal(seen.frame[0], seen.frame[1]);
  assert.deepEqual(seen.people, ["ada@gmail.com", "bob@example.com"]);
  assert.deepEqual(seen.left, [2]);
});

test("a move is planned in the worker, and the plan is read some operations at a time", LIMIT, async () => {
  const text = (name) => readFileSync(path.join(SAMPLE, name), "utf8");
  const seen = await inPage(
    async (client, { csv, json }) => {
      const now = "2026-03-02T09:00:00Z";
      const site = await client.loadSite(json);
      const { contacts, tagDates } = await client.readContacts(new File([csv], "export.csv"));
      const nobody = await client.takeSnapshot([]);
      const plan = await client.buildPlan(site, contacts, nobody, { now, tagDates });
      const half = await client.buildPlan(site, contacts, await client.takeSnapshot([{ email: "x@example.com", id: "1", username: "x" }]), { now });
      let bytes = 0;
      for await (const chunk of plan.chunks()) bytes += chunk.length;
      const enroll = (await plan.slice(0, plan.length)).find(({ kind }) => kind === "enroll");
      const releases = await site.releaseSchedule({ ...enroll.change.after, offering: enroll.change.offering }, now);
      const readiness = await client.call("readiness.assess", { at: now }, { lent: [site, contacts] });
      const merged = await client.mergeContacts([contacts, contacts]);
      const refused = await client.loadSite("{}").catch((error) => [error.name, error.code]);
      return {
        name: site.document.name, digest: plan.digest, other: half.digest, length: plan.length, bytes,
        blockers: await plan.blockers(), releases: releases.length, verdict: readiness.verdict,
        merged: [merged.length, contacts.length], refused,
      };
    },
    { csv: text("export.csv"), json: text("site.json") },
  );
  assert.equal(seen.name, "Harbour Academy");
  assert.match(seen.digest, /^[0-9a-f]{64}$/);
  assert.notEqual(seen.other, seen.digest);
  assert.ok(seen.length > 1000 && seen.bytes > 100_000, JSON.stringify(seen));
  assert.deepEqual(seen.blockers, []);
  assert.ok(seen.releases >= 0);
  assert.equal(seen.verdict, "not-yet");
  assert.equal(seen.merged[0], seen.merged[1]);
  assert.equal(seen.refused[0], "SiteError");
});

test("what a worker cannot be asked is refused as everything else is", LIMIT, async () => {
  const refused = await inPage(async (client) => {
    const { MemberferryError, WorkerClient } = await import("/index.js");
    const file = new File(["Email\nada@example.com\n"], "list.csv");
    const intake = await client.readContacts(file);
    const sheet = await client.readSheet(file);
    const { contacts } = intake;
    const wrong = [undefined, null, 17, true, "nonsense", [], {}, [null], () => 1, Symbol("s"), 7n];
    const calls = {
      start: (thing) => WorkerClient.start(thing),
      worker: (thing) => WorkerClient.start({ worker: thing ?? 0 }),
      source: (thing) => client.readContacts(thing),
      sheet: (thing) => client.readSheet(thing),
      options: (thing) => client.readContacts(file, thing ?? null),
      within: (thing) => client.readContacts(file, { mapping: thing ?? 0, onProgress: thing }),
      lists: (thing) => client.mergeContacts(thing),
      document: (thing) => client.loadSite(thing),
      users: (thing) => client.takeSnapshot(thing),
      plan: (thing) => client.buildPlan(thing, contacts, thing, { now: "2026-03-02T09:00:00Z" }),
      planOptions: (thing) => client.buildPlan(undefined, contacts, undefined, thing),
      name: (thing) => client.call(thing, {}),
      request: (thing) => client.call("email.check", thing),
      lent: (thing) => client.call("email.check", { address: "ada@example.com" }, { lent: thing ?? 0 }),
      issues: (thing) => intake.issues(thing, thing),
      issueFrame: (thing) => intake.issueFrame(thing, thing),
      filter: (thing) => intake.recordsWith({ codes: thing }),
      issuesOf: (thing) => intake.issuesOf(thing),
      suggestions: (thing) => intake.suggestions(thing),
      setAside: (thing) => intake.setAside(thing, thing),
      frame: (thing) => contacts.frame(thing, thing),
      records: (thing) => contacts.records(thing, thing),
      csv: (thing) => contacts.writeCsv(thing),
      rows: (thing) => sheet.rows(thing),
      find: (thing) => sheet.find(thing),
    };
    const failed = [];
    for (const [name, call] of Object.entries(calls)) {
      for (const thing of wrong) {
        // What is started by mistake is a worker more; it ends with the page.
        if (name === "start" && (thing === undefined || thing?.constructor === Object)) continue;
        const error = await call(thing).then(() => undefined, (error) => error);
        const isOne = error instanceof MemberferryError && error.category !== "internal" && error.help !== "";
        if (error !== undefined && !isOne) failed.push(`${name}(${typeof thing} ${String(thing)}): ${error}`);
      }
    }
    const place = async (call) => (await call.catch((error) => error)).location.path;
    return {
      failed,
      places: [
        await place(client.buildPlan()),
        await place(client.buildPlan(undefined, intake, undefined, {})),
        await place(client.readContacts(file, { signal: 1 })),
        await place(client.mergeContacts([contacts, sheet.rows])),
      ],
    };
  });
  assert.deepEqual(refused.failed, []);
  assert.deepEqual(refused.places, ["options", "contacts", "options.signal", "lists[1]"]);
});

test("a worker that cannot be started is said to be so, once", LIMIT, async () => {
  const seen = await inPage(async () => {
    const { UsageError, WorkerClient, init } = await import("/index.js");
    let started = 0;
    const worker = () => {
      started += 1;
      return new Worker("/nowhere.js", { type: "module" });
    };
    const first = await WorkerClient.start({ worker }).catch((error) => error.message);
    await new Promise((done) => setTimeout(done, 500));
    const page = new Blob(["<!doctype html>"], { type: "application/wasm" });
    const wrong = await init(URL.createObjectURL(page)).catch((error) => [error instanceof UsageError, error.message]);
    await init();
    return { first, started, wrong };
  });
  assert.match(seen.first, /could not be started/);
  assert.equal(seen.started, 1);
  assert.deepEqual(seen.wrong, [true, "what was fetched as the library is no WebAssembly"]);
});
