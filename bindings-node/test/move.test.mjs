// A move from its plan to its proof and back, with a crash in the middle, on a target that is a map.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import test from "node:test";

import { library } from "./support/library.mjs";
import { SITE } from "./support/site.mjs";

const { Contacts, MemoryJournal, Passwords, Plan, PlanError, Run, RunError, Site, Snapshot, UsageError } = library;

const NOW = "2026-03-02T09:00:00Z";
const people = (count) =>
  Array.from({ length: count }, (_, row) => ({
    email: `m${row}@example.com`,
    firstName: `M${row}`,
    marketing: { status: "unknown" },
    tags: ["Gold"],
  }));

/** A target: its users by the keys of their addresses. */
class Target {
  users = new Map();
  #ids = 0;

  snapshot() {
    return Snapshot.fromRecords(this.users.values());
  }

  /** Carries an operation out, and says what became of it. */
  perform(operation) {
    const key = operation.subject.email;
    // Of the site as a whole there is nothing to do here.
    if (key === undefined) return { kind: "applied" };
    const { user, outcome } = library.performOperation(operation, `${++this.#ids}`, this.users.get(key));
    if (user === undefined) this.users.delete(key);
    else this.users.set(key, user);
    return outcome;
  }

  async carryOut(run) {
    for await (const batch of run.batches()) {
      await run.record(
        batch,
        batch.operations.map((operation) => this.perform(operation)),
      );
    }
  }
}

async function planned(count = 5, options = {}) {
  const site = Site.fromDocument(SITE);
  const contacts = await Contacts.fromRecords(people(count));
  const target = new Target();
  const plan = await Plan.build(site, contacts, await target.snapshot(), { now: NOW, ...options });
  return { site, contacts, target, plan };
}

const RUN = { environment: SITE.environment, now: () => NOW };

test("a plan lists every change, and reads back from its bytes", async () => {
  const { plan } = await planned();
  assert.match(plan.digest, /^[0-9a-f]{64}$/);
  const operations = [...plan.operations()];
  assert.equal(operations.length, plan.length);
  assert.equal(plan.blockers.length, 0);
  const again = await Plan.fromBytes([...plan.toChunks()]);
  assert.equal(again.digest, plan.digest);
  assert.deepEqual(plan.slice(1, 2), operations.slice(1, 3));
  const other = (await planned(6)).plan;
  assert.notEqual(other.digest, plan.digest);
  assert.equal(plan.diff(other).added, other.length - plan.length);
  const bytes = Buffer.concat([...plan.toChunks()]);
  bytes[bytes.length >> 1] ^= 1;
  await assert.rejects(Plan.fromBytes(bytes), PlanError);
});

test("a run hands out batches, stops, goes on where its journal ends, and is through", async () => {
  const { plan } = await planned(12, { batchSize: 5 });
  const journal = new MemoryJournal();
  const done = [];
  const first = await Run.open(plan, journal, RUN);
  for await (const batch of first.batches()) {
    done.push(...batch.operations.map(({ id }) => id));
    await first.record(batch, batch.operations.map(() => ({ kind: "applied" })));
    if (done.length >= 5) break;
  }
  // A crash tears the last line.
  const kept = await journal.read();
  const torn = new MemoryJournal(Buffer.concat([kept, Buffer.from('{"half')]));
  const second = await Run.open(plan, torn, RUN);
  assert.equal(second.torn.code, "journal-torn");
  assert.equal((await torn.read()).length, kept.length);
  for await (const batch of second.batches()) {
    done.push(...batch.operations.map(({ id }) => id));
    await second.record(batch, batch.operations.map(() => ({ kind: "applied" })));
  }
  assert.equal(second.status, "complete");
  assert.deepEqual([...new Set(done)].length, plan.length);
  assert.equal(done.length, plan.length);
  assert.equal(second.progress.done ?? plan.length, plan.length);
});

test("a batch that was not recorded is refused, and not handed out for ever", async () => {
  const { plan } = await planned();
  const run = await Run.open(plan, new MemoryJournal(), RUN);
  let seen = 0;
  const forgetful = async () => {
    for await (const batch of run.batches()) seen += batch.operations.length;
  };
  await assert.rejects(forgetful(), (error) => error instanceof UsageError && /was not recorded/.test(error.message));
  assert.equal(seen, 1);
  const given = await Run.open(plan, new MemoryJournal(), RUN);
  for await (const _ of given.batches()) await given.abort();
  assert.equal(given.status, "aborted");
});

test("what was let go of, or is something else, is a call made the wrong way", async () => {
  const { site, contacts, target, plan } = await planned();
  const before = await target.snapshot();
  const wrong = (message) => (error) => error instanceof UsageError && message.test(error.message);
  const build = (list, users) => Plan.build(site, list, users, { now: NOW });
  const intake = await library.readContacts(new TextEncoder().encode("Email\nada@example.com\n"));
  await assert.rejects(build(intake, before), wrong(/^`contacts` must be `Contacts`, and is `Intake`$/));
  await assert.rejects(build(people(1), before), wrong(/and is an array$/));
  await assert.rejects(build(contacts, undefined), wrong(/^`snapshot` must be given here/));
  await assert.rejects(Plan.build(SITE, contacts, before, { now: NOW }), wrong(/^`site` must be `Site`, and is `Object`$/));
  await assert.rejects(Plan.build(site, contacts, before, {}), wrong(/^`options.now` must be a valid `Date`/));
  await assert.rejects(Plan.build(site, contacts, before, { now: new Date("soon") }), wrong(/^`options.now` must be/));
  contacts.free();
  contacts.free();
  await assert.rejects(build(contacts, before), wrong(/^`Contacts` was let go of/));
  assert.throws(() => contacts.at(0).email, wrong(/^`Contacts` was let go of/));
  plan.free();
  assert.throws(() => plan.issues, wrong(/^`Plan` was let go of/));
});

test("outcomes are of the batch in hand alone", async () => {
  const { plan } = await planned(12, { batchSize: 5 });
  const run = await Run.open(plan, new MemoryJournal(), RUN);
  const batch = run.nextBatch();
  await assert.rejects(run.record(batch, []), (error) => error instanceof RunError && error.code === "outcomes-mismatch");
  await run.record(batch, batch.operations.map(() => ({ kind: "applied" })));
  await assert.rejects(run.record(batch, batch.operations.map(() => ({ kind: "applied" }))), RunError);
});

test("a journal that cannot be written ends the run, which goes on from what was kept", async () => {
  const { plan } = await planned(12, { batchSize: 5 });
  const journal = new MemoryJournal();
  const run = await Run.open(plan, journal, RUN);
  const batch = run.nextBatch();
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  journal.append = async () => {
    throw full;
  };
  const outcomes = batch.operations.map(() => ({ kind: "applied" }));
  await assert.rejects(run.record(batch, outcomes), full);
  assert.throws(() => run.nextBatch(), full);
  const again = await Run.open(plan, new MemoryJournal(await journal.read()), RUN);
  assert.deepEqual(again.nextBatch().operations, batch.operations);
});

test("a password is handed out for the batch in hand, and shows itself to nobody else", async () => {
  const { plan, contacts } = await planned(3);
  assert.throws(() => Passwords.of(plan, contacts, "short"), { code: "password-seed-short" });
  const passwords = Passwords.of(plan, contacts, "sixteen bytes or more");
  const run = await Run.open(plan, new MemoryJournal(), RUN);
  const secrets = [];
  for await (const batch of run.batches()) {
    batch.operations.forEach((operation, place) => {
      const password = run.password(batch, place, passwords);
      if (password === undefined) return;
      secrets.push(password.expose());
      for (const shown of [`${password}`, JSON.stringify({ password }), inspect(password)]) {
        assert.ok(!shown.includes(password.expose()), shown);
      }
    });
    await run.record(batch, batch.operations.map(() => ({ kind: "applied" })));
    assert.throws(() => run.password(batch, 0, passwords), RunError);
  }
  assert.equal(new Set(secrets).size, 3);
});

test("what was carried out is proved, and taken back", async () => {
  const { plan, target } = await planned(4);
  const run = await Run.open(plan, new MemoryJournal(), RUN);
  await target.carryOut(run);
  assert.equal(run.status, "complete");
  const after = await target.snapshot();
  assert.equal(after.length, 4);
  assert.deepEqual((await library.reconcile(plan, after)).differences, []);
  assert.equal((await library.spotCheck(plan, { count: 2, after })).length, 2);
  const back = await run.rollbackPlan(after, NOW);
  await target.carryOut(await Run.open(back, new MemoryJournal(), RUN));
  assert.equal(target.users.size, 0);
});

test("access is proved of what is foreseen, and of what is found", async () => {
  const { site, contacts, target, plan } = await planned(3);
  const until = "2026-06-01T00:00:00Z";
  const before = await target.snapshot();
  const foreseen = (options) => library.proveAccess(site, contacts, plan, before, until, { stage: "foreseen", ...options });
  assert.deepEqual([(await foreseen()).ok, (await foreseen()).unasked], [true, []]);

  // The site as it was had a page that is no more, for whoever is a member.
  const lounge = { id: "lounge", title: "Lounge", rule: { kind: "has-any", tags: ["Gold"] } };
  const was = Site.fromDocument({ ...SITE, pages: [...SITE.pages, lounge] });
  const lost = await foreseen({ before: was });
  assert.deepEqual([lost.ok, lost.unaskedFound], [false, 3]);
  assert.deepEqual(await foreseen({ before: was.document }), lost);
  const accepted = [{ kind: "page", page: "lounge", why: "nobody came" }];
  assert.equal((await foreseen({ before: was, accepted })).ok, true);

  const run = await Run.open(plan, new MemoryJournal(), RUN);
  await target.carryOut(run);
  const found = async () => library.proveAccess(site, contacts, plan, await target.snapshot(), new Date(until));
  assert.equal((await found()).ok, true);
  target.users.set("m1@example.com", { ...target.users.get("m1@example.com"), tags: [] });
  const taken = await found();
  assert.deepEqual(taken.unasked.map(({ subject, page, verdict }) => [subject, page.after, verdict]), [["m1@example.com", "gold", "lost"]]);
});

test("tags that are the site's but for a category are proposed for its tag map", async () => {
  const contacts = await Contacts.fromRecords([{ ...people(1)[0], tags: ["Membership: gold", "Newsletter"] }]);
  const proposed = await library.proposeTagMap(Site.fromDocument(SITE), contacts);
  assert.deepEqual(proposed, [{ kind: "rename", from: "Membership: gold", to: "Gold" }]);
});
