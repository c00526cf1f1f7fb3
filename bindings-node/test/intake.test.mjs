// Reading: every kind of source, cut in every way, gives the same.

import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { inspect } from "node:util";

import { library } from "./support/library.mjs";

const { Contacts, IntakeError, UsageError, readContacts, readContactsSync, readOrders, readRecords, readSubscriptions } =
  library;

const EXPORT = [
  "Email,First Name,Tags,Created At,Hat",
  'ada@example.com,Ada,"Gold,Élan",2024-05-01T10:00:00Z,yes',
  "grace.example.com,Grace,Gold,,",
  "émile@example.org,Émile 😀,,2023-01-31T09:00:00.25Z,",
  "",
].join("\r\n");
const BYTES = new TextEncoder().encode(EXPORT);

const pieces = (size) => {
  const all = [];
  for (let at = 0; at < BYTES.length; at += size) all.push(BYTES.slice(at, at + size));
  return all;
};

const sources = {
  bytes: () => BYTES,
  "an ArrayBuffer": () => BYTES.slice().buffer,
  "a Blob": () => new Blob([BYTES]),
  "a File": () => new File([BYTES], "list.csv"),
  "a web stream": () => new Blob([BYTES]).stream(),
  "a stream of Node": () => Readable.from(pieces(7)),
  "an iterable": () => pieces(5),
  "an async iterable": () =>
    (async function* () {
      yield* pieces(1);
    })(),
  "an async iterable of text": () =>
    (async function* () {
      yield EXPORT.slice(0, 20);
      yield EXPORT.slice(20);
    })(),
};

const summary = (intake) => ({
  records: [...intake.contacts.toRecords()],
  issues: [...intake.issues],
  detection: intake.detection,
  stats: intake.stats,
  setAside: intake.setAsideCsv(),
});

test("every kind of source reads the same", async () => {
  const expected = summary(readContactsSync(BYTES));
  assert.deepEqual(
    expected.records.map(({ email }) => email),
    ["ada@example.com", "émile@example.org"],
  );
  for (const [name, source] of Object.entries(sources)) {
    assert.deepEqual(summary(await readContacts(source())), expected, name);
  }
});

test("a contact is read where it is looked at", async () => {
  const { contacts } = await readContacts(BYTES);
  assert.equal(contacts.length, 2);
  const [ada, emile] = contacts;
  assert.deepEqual(
    [ada.email, ada.firstName, ada.lastName, ada.tags, ada.createdAt?.toISOString(), ada.custom, ada.marketingStatus],
    ["ada@example.com", "Ada", undefined, ["Gold", "Élan"], "2024-05-01T10:00:00.000Z", { Hat: "yes" }, "unknown"],
  );
  assert.deepEqual([emile.firstName, emile.tags, emile.custom, emile.index], ["Émile 😀", [], {}, 1]);
  assert.equal(emile.createdAt?.toISOString(), "2023-01-31T09:00:00.250Z");
  assert.equal(contacts.at(-1)?.email, "émile@example.org");
  assert.equal(contacts.at(2), undefined);
  assert.deepEqual(contacts.tags, ["Gold", "Élan"]);
  assert.deepEqual(contacts.customFields, ["Hat"]);
  assert.deepEqual(JSON.parse(JSON.stringify(ada)), ada.toRecord());
});

test("columns come in batches", async () => {
  const { contacts } = await readContacts(BYTES);
  const frames = [];
  for await (const frame of contacts.batches()) frames.push(frame);
  assert.deepEqual(frames.map(({ rows }) => rows), [2]);
  assert.deepEqual(frames[0].row(1), {
    email: "émile@example.org",
    firstName: "Émile 😀",
    marketingStatus: "unknown",
    createdAt: new Date("2023-01-31T09:00:00.250Z"),
    custom: undefined,
    ...{ custom: {} },
    tags: [],
  });
});

test("columns come by their names, and a name that no column has is refused", async () => {
  const { contacts } = await readContacts(BYTES);
  const columns = ["tags", "email"];
  const [frame] = [...contacts.frames({ columns })];
  assert.deepEqual([...frame.columns.keys()], ["email", "tags"]);
  assert.deepEqual(frame.row(0), { email: "ada@example.com", tags: ["Gold", "Élan"] });
  for await (const batch of contacts.batches({ columns })) assert.deepEqual(batch.row(1), frame.row(1));
  const [whole] = [...contacts.frames()];
  for (const [name, column] of whole.columns) {
    const [{ columns }] = [...contacts.frames({ columns: [name] })];
    assert.deepEqual([...columns.keys()], [name]);
    for (let row = 0; row < whole.rows; row++) assert.deepEqual(columns.get(name).get(row), column.get(row), name);
  }
  assert.throws(() => [...contacts.frames({ columns: ["emial"] })], ({ code, message, help }) => {
    assert.deepEqual([code, message], ["argument-invalid", "`emial` is no column of this table"]);
    return help.includes("email, external_id");
  });
});

test("a contact says the same whichever of its values are read, and in whichever order", async () => {
  const rows = 9_000;
  const line = (row) => `m${row}@example.com,${row % 3 === 0 ? "" : `N${row}`},"T${row % 5},T${row % 7}"\n`;
  const text = `Email,First Name,Tags\n${Array.from({ length: rows }, (_, row) => line(row)).join("")}`;
  const { contacts } = await readContacts(new TextEncoder().encode(text));
  const expected = (row) => [row % 3 === 0 ? undefined : `N${row}`, [...new Set([`T${row % 5}`, `T${row % 7}`])]];
  for (const contact of contacts) {
    const row = contact.index;
    // The tags are first read within the second frame, the name within the third.
    if (row > 6_000) assert.deepEqual(contact.tags, expected(row)[1]);
    if (row > 8_500) assert.equal(contact.firstName, expected(row)[0]);
  }
  const kept = [...contacts];
  for (const row of [8_999, 0, 5_000, 4_095, 4_096]) {
    for (const contact of [contacts.at(row), kept[row]]) {
      assert.deepEqual([contact.firstName, contact.tags, contact.email], [...expected(row), `m${row}@example.com`]);
    }
  }
});

test("issues say where and what to do", async () => {
  const { issues } = await readContacts(BYTES);
  const issue = [...issues].find(({ code }) => code === "email-invalid");
  assert.equal(issue.location.line, 3);
  assert.equal(issues.counts["email-invalid"], 1);
  assert.deepEqual(issues.at(issues.length - 1), [...issues].at(-1));
});

test("progress is told", async () => {
  const told = [];
  await readContacts(new Blob([BYTES]), { onProgress: (progress) => told.push(progress) });
  assert.deepEqual(
    told.map(({ bytes, total }) => [bytes, total]),
    [[BYTES.length, BYTES.length]],
  );
});

test("more rows than a frame has come in several, in order", async () => {
  const rows = 5_000;
  const text = `Email\n${Array.from({ length: rows }, (_, row) => `m${row}@example.com\n`).join("")}`;
  const { contacts } = await readContacts(new TextEncoder().encode(text));
  assert.equal(contacts.length, rows);
  let row = 0;
  for (const { email, index } of contacts) {
    assert.equal(email, `m${row}@example.com`);
    assert.equal(index, row++);
  }
  assert.equal(row, rows);
  assert.equal([...contacts.frames()].length, 2);
});

test("orders, subscriptions and the JSON of an API", async () => {
  const { orders } = await readOrders(new TextEncoder().encode("Order ID,Email,Total\n17,ada@example.com,EUR 49.00\n"));
  assert.deepEqual([...orders].map(({ id, total }) => [id, total]), [["17", { minorUnits: 4900, currency: "EUR" }]]);
  assert.deepEqual([...orders.frames()][0].row(0).total, { minorUnits: 4900, currency: "EUR" });
  const { subscriptions } = await readSubscriptions(
    new TextEncoder().encode("Subscription ID,Email,Status\ns-1,ada@example.com,paused\n"),
  );
  assert.deepEqual(subscriptions.at(0).status, "paused");
  const answer = '{"subscribers": [{"id": 1, "email_address": "ada@example.com", "state": "active", "fields": {}}]}';
  const intake = await readRecords(new TextEncoder().encode(answer));
  assert.equal(intake.detection.source.profile, "kit");
  assert.equal(intake.contacts.at(0).marketingStatus, "subscribed");
});

test("contacts go in and come out as they were, also as CSV, merged and joined", async () => {
  const { contacts } = await readContacts(BYTES);
  const records = [...contacts.toRecords()];
  const again = await Contacts.fromRecords(records);
  assert.deepEqual([...again.toRecords()], records);
  const csv = await contacts.writeCsv();
  const { contacts: read } = await readContacts(new TextEncoder().encode(csv));
  assert.deepEqual([...read.toRecords()], records);
  const merged = await Contacts.merge([contacts, again]);
  assert.deepEqual([...merged.contacts.toRecords()], records);
  const joined = await contacts.join(again);
  assert.equal(joined.contacts.length, 2);
  await assert.rejects(Contacts.fromRecords([records[0], { email: "nobody" }]), (error) => {
    assert.ok(error instanceof UsageError);
    assert.deepEqual([error.code, error.location.record, error.location.path], ["argument-invalid", 1, "email"]);
    return true;
  });
});

test("what is refused has its class, code, help and place", async () => {
  await assert.rejects(readContacts(new Uint8Array()), (error) => {
    assert.ok(error instanceof IntakeError && error instanceof library.MemberferryError && error instanceof Error);
    assert.deepEqual([error.name, error.code, error.category], ["IntakeError", "input-empty", "intake"]);
    assert.ok(error.help.length > 0 && error.stack.includes("input"));
    return true;
  });
  await assert.rejects(readContacts(BYTES, { profil: "keap" }), (error) => {
    assert.ok(error instanceof UsageError);
    assert.deepEqual([error.location.path, error.help], ["profil", "did you mean `profile`?"]);
    return true;
  });
});

test("an error of a source goes on as it is, and nothing else is a source", async () => {
  const failing = (async function* () {
    yield BYTES.slice(0, 10);
    throw new RangeError("the disk is gone");
  })();
  await assert.rejects(readContacts(failing), new RangeError("the disk is gone"));
  await assert.rejects(readContacts([1, 2]), UsageError);
  await assert.rejects(readContacts(17), UsageError);
  await assert.rejects(readContacts(null), UsageError);
});

test("the text of an export is no path, and stands in no message", async () => {
  const isTold = (error) => error instanceof UsageError && /as bytes/.test(error.message) && !error.message.includes("ada@");
  await assert.rejects(readContacts(EXPORT), isTold);
  assert.equal((await readContacts([EXPORT])).contacts.length, 2);
  assert.throws(() => readContactsSync("export.csv"), UsageError);
});

test("contacts and issues show themselves as what they are", async () => {
  const { contacts, issues } = await readContacts(BYTES);
  assert.deepEqual(JSON.parse(JSON.stringify({ contacts, issues })), { contacts: [...contacts.toRecords()], issues: [...issues] });
  assert.match(inspect(contacts.at(0)), /email: 'ada@example.com'/);
});
