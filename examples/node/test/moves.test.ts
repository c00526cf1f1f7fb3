// A move from the upload to the proof and back: killed in between, by two workers at once, with the database going away, and undone.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { records } from "@memberferry/node";

import { apply } from "../src/apply.js";
import { isUnavailable } from "../src/database.js";
import { recordReleases } from "../src/drip.js";
import type { Move } from "../src/moves.js";
import type { Verification } from "../src/proof.js";
import { AUTHORIZED, DOCUMENT, Harbour, type Options, WORKER, content, exportOf } from "./support/harbour.js";
import { Postgres } from "./support/postgres.js";

const PEOPLE = 150;
const CSV = exportOf(PEOPLE);
const BATCH = 10;
/** The batches before the first member is made: the members as they are, the backup, the maintenance. */
const BEFORE_USERS = 3;

let server: Postgres;
/** What a run without any trouble leaves. */
let unbroken: unknown;
before(async () => {
  server = await Postgres.start();
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    assert.equal(await run(harbour, id), "complete");
    unbroken = await content(harbour);
  });
});
after(() => server.remove());

const within = (options: Options, work: (harbour: Harbour) => Promise<void>): Promise<void> => Harbour.within(server, options, work);

function run({ pool, site, now }: Harbour, id: string): Promise<records.RunStatus | undefined> {
  return apply({ pool, site, batchSize: BATCH, now: () => now }, id);
}

/** The same for a worker that is told to stop when so many batches are written: the clock is asked for each. */
function runThrough(harbour: Harbour, id: string, batches: number): Promise<records.RunStatus | undefined> {
  const stopping = new AbortController();
  let written = 0;
  const now = (): Date => {
    written += 1;
    if (written === batches) stopping.abort();
    return harbour.now;
  };
  return apply({ pool: harbour.pool, site: harbour.site, batchSize: BATCH, now, signal: stopping.signal }, id);
}

/** What holds after any run that came to its end, however often it was broken off. */
async function assertWhole(harbour: Harbour, id: string): Promise<void> {
  assert.equal((await harbour.move(id)).state, "complete");
  assert.deepEqual(await content(harbour), unbroken);
  const { ok, reconciliation, access } = await harbour.post<Verification>(`/moves/${id}/verification`);
  assert.deepEqual([ok, reconciliation.differences, access?.unasked], [true, [], []]);
  assert.equal(await harbour.count("members"), PEOPLE);
  assert.equal(await harbour.count("outbox"), 0);
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await what().catch(() => false)) return;
    await pause(50);
  }
  throw new Error("it never came to that");
}

test("an upload becomes a plan, and nothing else", async () => {
  await within({}, async (harbour) => {
    const uploaded = await harbour.upload(`${CSV}not an address,No,Body,,\n`, "&file=export.csv");
    assert.equal(uploaded.statusCode, 201);
    const move = uploaded.json<Move & { read: { stats: records.IntakeStats } }>();
    assert.match(move.digest, /^[0-9a-f]{64}$/);
    assert.equal(move.state, "planned");
    assert.deepEqual([move.summary.contacts, move.summary.toCreate, move.blockers.length], [PEOPLE, PEOPLE, 0]);
    const setAside = await harbour.inject({ url: `/moves/${move.id}/set-aside`, headers: AUTHORIZED });
    assert.match(setAside.body, /not an address/);
    const shown = await harbour.inject({ url: `/moves/${move.id}/operations?first=3&count=2`, headers: AUTHORIZED });
    assert.equal(shown.json<{ operations: unknown[] }>().operations.length, 2);
    assert.equal(await harbour.count("members"), 0);
    assert.equal(await run(harbour, move.id), undefined);
    assert.equal(await harbour.count("members"), 0);
  });
});

test("what was looked at is what is approved", async () => {
  await within({}, async (harbour) => {
    const move = (await harbour.upload(CSV)).json<Move>();
    const approve = (digest: string) =>
      harbour.inject({ method: "POST", url: `/moves/${move.id}/approval`, headers: AUTHORIZED, payload: { digest } });
    assert.equal((await approve("0".repeat(64))).statusCode, 409);
    assert.equal((await approve(move.digest)).statusCode, 202);
    assert.equal((await approve(move.digest)).statusCode, 202);
    assert.equal(await run(harbour, move.id), "complete");
    assert.equal((await approve(move.digest)).statusCode, 409);
  });
});

test("a worker that is killed in the middle is followed by one that ends the same", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    for (const share of [0.2, 0.6]) {
      const worker = spawn(process.execPath, [WORKER], { env: { ...harbour.environment(), BATCH_SIZE: "4" }, stdio: "ignore" });
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      await until(async () => {
        const progress = (await harbour.move(id)).progress;
        return progress !== null && progress.done > progress.total * share;
      });
      worker.kill("SIGKILL");
      await ended;
      assert.equal((await harbour.move(id)).state, "running");
    }
    const members = await harbour.count("members");
    assert.ok(members > 0);
    await until(async () => (await harbour.rows("SELECT FROM pg_locks WHERE locktype = 'advisory'")).length === 0);
    assert.equal(await run(harbour, id), "complete");
    await assertWhole(harbour, id);
  });
});

test("a worker that is told to stop leaves the rest to the next", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    assert.equal(await runThrough(harbour, id, BEFORE_USERS + 2), "running");
    assert.ok((await harbour.count("members")) > 0);
    assert.equal(await run(harbour, id), "complete");
    await assertWhole(harbour, id);
  });
});

test("of several workers at once one carries out, and nothing is done twice", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    const statuses = await Promise.all([run(harbour, id), run(harbour, id), run(harbour, id)]);
    assert.deepEqual(statuses.filter((status) => status !== undefined), ["complete"]);
    await assertWhole(harbour, id);
  });
});

test("whoever has lost the lock cannot write any more", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    const refused = assert.rejects(run(harbour, id), isUnavailable);
    await until(async () => (await harbour.count("members")) > 0);
    await harbour.rows(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    await refused;
    assert.equal(await run(harbour, id), "complete");
    await assertWhole(harbour, id);
  });
});

test("the database goes away in the middle, and comes back", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    const refused = assert.rejects(run(harbour, id), isUnavailable);
    await until(async () => (await harbour.count("members")) > 0);
    await Promise.all([server.kill(), refused]);
    const away = await harbour.page("home");
    assert.equal(away.statusCode, 503);
    assert.equal(away.headers["retry-after"], "5");
    assert.deepEqual(away.json(), { code: "unavailable", message: "try again later" });
    assert.equal((await harbour.deliver("circle-joined", { id: "1", email: "ada@example.com", occurredAt: "2026-03-02T08:00:00Z" })).statusCode, 503);
    assert.equal((await harbour.upload(CSV)).statusCode, 503);
    await server.start();
    assert.equal(await run(harbour, id), "complete");
    await assertWhole(harbour, id);
  });
});

test("a worker waits for a database that is away, and goes on", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    await server.kill();
    const worker = spawn(process.execPath, [WORKER], { env: harbour.environment(), stdio: "ignore" });
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    await pause(1500);
    assert.equal(worker.exitCode, null);
    await server.start();
    await until(async () => (await harbour.move(id)).state === "complete");
    worker.kill("SIGTERM");
    assert.equal(await ended, 0);
    await assertWhole(harbour, id);
  });
});

test("a value that the database refuses is one operation's failure, told without the value", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    await harbour.rows("ALTER TABLE members ADD CHECK (first_name <> 'M7')");
    // The proof fails, so that the run stops before it tells anybody and lets anybody in.
    assert.equal(await run(harbour, id), "stopped");
    const { progress } = await harbour.move(id);
    const failures = progress?.failures ?? [];
    const [created] = failures.filter(({ kind }) => kind === "create-user");
    assert.deepEqual([created?.conflict, created?.message], [false, "the database refuses a value (23514)"]);
    assert.equal(await harbour.count("members"), PEOPLE - 1);
    assert.equal(failures.at(-1)?.kind, "verify-target");
    assert.equal((await harbour.page("home")).statusCode, 503);
    const { ok } = await harbour.post<Verification>(`/moves/${id}/verification`);
    assert.equal(ok, false);
    const back = await harbour.post<Move>(`/moves/${id}/rollback`);
    await harbour.approve(back);
    assert.equal(await run(harbour, back.id), "complete");
    assert.equal(await harbour.count("members"), 0);
    assert.equal((await harbour.page("home")).statusCode, 200);
  });
});

test("somebody who became a member in between is a conflict, and the others are moved", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    assert.equal(await runThrough(harbour, id, BEFORE_USERS + 2), "running");
    await harbour.rows(`INSERT INTO members (email_key, email) VALUES ('m${PEOPLE - 1}@example.com', 'm${PEOPLE - 1}@example.com') ON CONFLICT DO NOTHING`);
    assert.equal(await run(harbour, id), "stopped");
    const conflicts = (await harbour.move(id)).progress?.failures.filter(({ conflict }) => conflict) ?? [];
    assert.ok(conflicts.some(({ kind }) => kind === "create-user"));
    assert.equal(await harbour.count("members"), PEOPLE);
  });
});

test("members who were changed since the plan was made stop it before anything is written", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    await harbour.deliver("circle-joined", { id: "1", email: "ada@example.com", occurredAt: "2026-03-02T08:00:00Z" });
    assert.equal(await run(harbour, id), "stopped");
    assert.equal(await harbour.count("members"), 1);
    assert.equal((await harbour.page("home")).statusCode, 200);
  });
});

test("in maintenance members stay as they are from the plan to its end, whoever else is at work", async () => {
  await within({}, async (harbour) => {
    const maintenance = (value: string) => harbour.inject({ method: "PUT", url: "/maintenance", headers: AUTHORIZED, payload: { value } });
    await harbour.deliver("watercolour-sold", { id: "1", email: "m3@example.com", occurredAt: "2026-02-10T08:00:00Z" });
    assert.equal((await maintenance("on")).statusCode, 204);
    const { id } = await harbour.approved(CSV);
    // An opening that fell due since the plan would make it another plan's members.
    assert.equal(await recordReleases(harbour.pool, harbour.site, harbour.now), 0);
    assert.equal((await harbour.deliver("circle-joined", { id: "2", email: "m4@example.com", occurredAt: "2026-03-02T08:00:00Z" })).statusCode, 503);
    assert.equal(await run(harbour, id), "complete");
    assert.equal((await harbour.page("home")).statusCode, 200);
    assert.ok(((await recordReleases(harbour.pool, harbour.site, harbour.now)) ?? 0) > 0);
    assert.equal((await maintenance("sideways")).statusCode, 400);
  });
});

test("a plan that nobody has a backup for changes no members who are there", async () => {
  await within({}, async (harbour) => {
    await harbour.deliver("circle-joined", { id: "1", email: "ada@example.com", occurredAt: "2026-03-02T08:00:00Z" });
    const { id, digest } = (await harbour.upload(CSV)).json<Move>();
        await harbour.inject({ method: "POST", url: `/moves/${id}/approval`, headers: AUTHORIZED, payload: { digest } });
    assert.equal(await run(harbour, id), "stopped");
    assert.equal(await harbour.count("members"), 1);
  });
});

test("a rollback takes back what the move did, and leaves what was done since", async () => {
  await within({}, async (harbour) => {
    await harbour.deliver("circle-joined", { id: "1", email: "m0@example.com", occurredAt: "2026-03-02T08:00:00Z" });
    const original = await content(harbour);
    const { id } = await harbour.approved(CSV);
    assert.equal((await harbour.inject({ method: "POST", url: `/moves/${id}/rollback`, headers: AUTHORIZED })).statusCode, 409);
    assert.equal(await run(harbour, id), "complete");
    assert.equal(await harbour.count("members"), PEOPLE);
    await harbour.deliver("circle-joined", { id: "2", email: "m7@example.com", occurredAt: "2026-03-02T08:30:00Z" });

    const back = await harbour.post<Move>(`/moves/${id}/rollback`);
    assert.equal(back.takesBack, id);
    assert.equal(back.state, "planned");
    await harbour.approve(back);
    assert.match((await run(harbour, back.id)) ?? "", /^complete/);
    // Whoever became a member of the circle since stays; nobody else does whom the move has made.
    const keys = (await harbour.rows<{ email_key: string }>("SELECT email_key FROM members ORDER BY email_key")).map(({ email_key }) => email_key);
    assert.deepEqual(keys, ["m0@example.com", "m7@example.com"]);
    const { members } = (await content(harbour)) as { members: { email_key: string }[] };
    const before = (original as { members: unknown[] }).members;
    assert.deepEqual(members.filter(({ email_key }) => email_key === "m0@example.com"), before);
    assert.equal((await harbour.page("circle", "m7@example.com")).statusCode, 200);
  });
});

test("who moves gets to see at once what they paid for, with the modules that were open", async () => {
  await within({}, async (harbour) => {
    const tags = "Course: Watercolour,Course: Watercolour Module 1,Course: Watercolour Module 2";
    const { id } = await harbour.approved(exportOf(3, tags));
    assert.equal(await run(harbour, id), "complete");
    assert.equal((await harbour.page("washes", "m1@example.com")).statusCode, 200);
    assert.equal((await harbour.page("edges", "m1@example.com")).statusCode, 200);
    assert.equal((await harbour.page("water", "m1@example.com")).statusCode, 403);
    assert.equal((await harbour.page("washes")).statusCode, 401);
  });
});

test("mail is put into the outbox in the notify phase of a live site alone, once for each", async () => {
  const document = { ...DOCUMENT, environment: { kind: "live", url: "https://harbour.example" } } as const;
  const consented = "Email,Tags,Marketing Status\nada@example.com,Course: Watercolour,subscribed\nbob@example.com,Course: Watercolour,unsubscribed\n";
  await within({ document }, async (harbour) => {
    const { id } = await harbour.approved(consented, "&notify=mailable");
    assert.equal(await run(harbour, id), "complete");
    const told = await harbour.rows("SELECT email_key, kind FROM outbox JOIN members ON members.id = member_id");
    assert.deepEqual(told, [{ email_key: "ada@example.com", kind: "credentials" }]);
    const planned = await harbour.inject({ url: `/moves/${id}/operations`, headers: AUTHORIZED });
    const { operations } = planned.json<{ operations: records.Operation[] }>();
    const notifications = operations.filter(({ phase }) => phase === "notifications").map((operation) => operation.id);
    assert.deepEqual(await harbour.rows("SELECT cause FROM outbox"), notifications.map((cause) => ({ cause })));
  });
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(consented, "&notify=mailable");
    assert.equal(await run(harbour, id), "complete");
    assert.equal(await harbour.count("outbox"), 0);
  });
});
