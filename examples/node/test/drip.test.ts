// What the clock opens is recorded once: run twice, run twice at once, killed in between.

import assert from "node:assert/strict";
import { test } from "node:test";

import { recordReleases } from "../src/drip.js";
import { setMaintenance } from "../src/settings.js";
import { Harbour, forThisFile } from "./support/harbour.js";

let harbour: Harbour;
forThisFile((opened) => (harbour = opened));

interface Event {
  email_key: string;
  module: string;
  turn: string;
  at: string;
}

const events = (): Promise<Event[]> =>
  harbour.rows<Event>(
    "SELECT email_key, module, turn, instant_text(at) AS at FROM release_events JOIN members ON id = member_id ORDER BY at, email_key, module",
  );
const record = (at: string): Promise<number | undefined> => recordReleases(harbour.pool, harbour.site, new Date(at));
const sell = (email: string, occurredAt = "2026-03-02T09:00:00Z"): Promise<unknown> =>
  harbour.deliver("watercolour-sold", { id: `${email} ${occurredAt}`, email, occurredAt });

test("each opening is recorded once, with when it was", async () => {
  await sell("ada@example.com");
  assert.equal(await record("2026-03-02T09:00:01Z"), 1);
  assert.equal(await record("2026-03-02T09:00:01Z"), 0);
  assert.equal(await record("2026-03-09T09:00:00Z"), 0);
  assert.equal(await record("2026-03-09T09:00:01Z"), 1);
  assert.equal(await record("2026-03-09T09:00:02Z"), 0);
  assert.deepEqual(await events(), [
    { email_key: "ada@example.com", module: "washes", turn: "opens", at: "2026-03-02T09:00:00.000000Z" },
    { email_key: "ada@example.com", module: "edges", turn: "opens", at: "2026-03-09T09:00:00.000000Z" },
  ]);
  const [enrollment] = await harbour.rows<{ released: object }>("SELECT released FROM enrollments");
  assert.deepEqual(Object.keys(enrollment?.released ?? {}).sort(), ["edges", "washes"]);
});

test("a clock that went back records nothing twice", async () => {
  assert.equal(await record("2026-03-01T00:00:00Z"), 0);
  assert.equal((await events()).length, 2);
});

test("two at once record what one would", async () => {
  for (const name of ["bob", "cem", "dan"]) await sell(`${name}@example.com`);
  const recorded = await Promise.all([record("2026-03-10T00:00:00Z"), record("2026-03-10T00:00:00Z"), record("2026-03-10T00:00:00Z")]);
  assert.equal(recorded.reduce<number>((sum, each) => sum + (each ?? 0), 0), 6);
  assert.equal((await events()).length, 8);
});

test("what was told late is recorded nevertheless", async () => {
  harbour.now = new Date("2026-03-12T00:00:00Z");
  await sell("eve@example.com", "2026-03-03T00:00:00Z");
  assert.equal(await record("2026-03-12T00:00:01Z"), 2);
});

test("one that was killed before it noted how far it was finds everything recorded", async () => {
  await harbour.rows("UPDATE clockwork SET until = '2026-03-02T00:00:00Z'");
  assert.equal(await record("2026-03-12T00:00:02Z"), 0);
});

test("nothing opens to somebody whose access was taken away", async () => {
  await sell("fay@example.com", "2026-03-11T00:00:00Z");
  await record("2026-03-12T00:00:03Z");
  await harbour.deliver("watercolour-refunded", { id: "fay returns it", email: "fay@example.com", occurredAt: "2026-03-12T00:00:00Z" });
  await record("2026-04-01T00:00:00Z");
  const opened = (await events()).filter(({ email_key }) => email_key === "fay@example.com");
  assert.deepEqual(opened.map(({ module }) => module), ["washes"]);
});

test("in maintenance it waits, and makes up for it afterwards", async () => {
  await sell("gil@example.com", "2026-03-12T00:00:00Z");
  await setMaintenance(harbour.pool, "on");
  assert.equal(await record("2026-04-02T00:00:00Z"), 0);
  await setMaintenance(harbour.pool, "off");
  assert.equal(await record("2026-04-02T00:00:00Z"), 3);
});

test("nobody is mailed", async () => {
  assert.equal(await harbour.count("outbox"), 0);
});
