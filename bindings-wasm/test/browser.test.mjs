// The package in Chromium: the vectors on a page, and everything else in a worker beside it.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { attestation, vectors, wrong } from "../../bindings-node/test/support/vectors.mjs";
import { withPage } from "./support/chromium.mjs";

const DIST = path.join(import.meta.dirname, "../dist");

test("every vector gets the reply it expects, in Chromium", { timeout: 120_000 }, async () => {
  const all = vectors();
  const replies = await withPage([DIST], (page) =>
    page.evaluate(async (requests) => {
      const { init, callRaw } = await import("/index.js");
      await init();
      const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
      return requests.map(([op, request]) => decoder.decode(callRaw(op, encoder.encode(request))));
    }, all.map(({ op, request }) => [op, request])),
  );
  assert.deepEqual(wrong(all, replies), []);
  console.log(attestation(all, replies));
});

test("a worker reads a file, tells how far it is, and hands columns over", { timeout: 120_000 }, async () => {
  const read = await withPage([DIST], (page) =>
    page.evaluate(async () => {
      const { WorkerClient } = await import("/index.js");
      const client = await WorkerClient.start();
      const rows = 100_000;
      const text = `Email,Tags\n${Array.from({ length: rows }, (_, row) => `m${row}@example.com,Élan\n`).join("")}nobody,\n`;
      const file = new File([text], "list.csv");
      const told = [];
      let longest = 0;
      let last = performance.now();
      const clock = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 10);
      const intake = await client.readContacts(file, { onProgress: ({ bytes, total }) => told.push([bytes, total]) });
      clearInterval(clock);
      let seen = 0;
      for await (const frame of intake.contacts.batches()) {
        for (let row = 0; row < frame.rows; row++) {
          if (frame.get("email", row) !== `m${seen}@example.com` || frame.get("tags", row)[0] !== "Élan") throw new Error(`${seen}`);
          seen++;
        }
      }
      const [record] = await intake.contacts.records(7, 1);
      const issues = await intake.issues(0, 10);
      const check = await client.call("email.check", { address: " Ada@Example.com" });
      const failure = await client.readContacts(new File([], "empty.csv")).catch((error) => [error.name, error.code]);
      const wrong = await client.call("email.check", {}).catch((error) => [error.name, error.code]);
      intake.free();
      client.terminate();
      return {
        seen, size: file.size, told, record, issues, key: check.key, failure, wrong, longest,
        counts: intake.issueCounts,
      };
    }),
  );
  assert.equal(read.seen, 100_000);
  assert.deepEqual(read.told.at(-1), [read.size, read.size]);
  assert.ok(read.told.length > 1);
  assert.equal(read.record.email, "m7@example.com");
  assert.equal(read.issues.find(({ code }) => code === "email-invalid").location.line, 100_002);
  assert.equal(read.counts["email-invalid"], 1);
  assert.equal(read.key, "ada@example.com");
  assert.deepEqual(read.failure, ["IntakeError", "input-empty"]);
  assert.deepEqual(read.wrong, ["UsageError", "argument-invalid"]);
  assert.ok(read.longest < 100, `the page did not answer for ${read.longest} ms`);
});

test("a reading in a worker is cancelled, and the worker goes on", { timeout: 120_000 }, async () => {
  const after = await withPage([DIST], (page) =>
    page.evaluate(async () => {
      const { WorkerClient } = await import("/index.js");
      const client = await WorkerClient.start();
      const text = `Email\n${"ada@example.com\n".repeat(500_000)}`;
      const abort = new AbortController();
      const cancelled = await client
        .readContacts(new File([text], "list.csv"), { signal: abort.signal, onProgress: () => abort.abort() })
        .catch((error) => error.name);
      const before = await client.readContacts(new File([text], "a.csv"), { signal: AbortSignal.abort() }).catch((error) => error.name);
      const again = await client.readContacts(new File(["Email\nada@example.com\n"], "list.csv"));
      const { length } = again.contacts;
      await client.restart();
      const anew = await client.readContacts(new Blob(["Email\nbob@example.com\n"]).stream());
      // What is lost with a worker is nothing of the next, neither to be looked at nor to be let go of.
      const lost = await again.contacts.records(0, 1).then(() => "there", (error) => [error.name, error.message]);
      again.free();
      const [{ email }] = await anew.contacts.records(0, 1);
      client.terminate();
      return { cancelled, before, length, lost, email };
    }),
  );
  const lost = ["UsageError", "what is asked of was let go of, or lost with the worker that held it: read it again"];
  assert.deepEqual(after, { cancelled: "AbortError", before: "AbortError", length: 1, lost, email: "bob@example.com" });
});
