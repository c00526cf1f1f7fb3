// A site and its questions, and the functions that need none.

import assert from "node:assert/strict";
import test from "node:test";

import { library } from "./support/library.mjs";
import { MEMBER, SITE } from "./support/site.mjs";

const { Contacts, Site, SiteError, UsageError } = library;
const AT = new Date("2026-03-02T09:00:00Z");

test("a site decides at once, and where nobody waits", async () => {
  const site = Site.fromDocument(SITE);
  const decision = site.decideSync(MEMBER, "gold", AT);
  assert.equal(decision.allowed, true);
  assert.deepEqual(await site.decide(MEMBER, "gold", "2026-03-02T09:00:00Z"), decision);
  assert.equal(site.decideSync({ loggedIn: true }, "gold", AT).allowed, false);
  assert.throws(() => site.decideSync(MEMBER, "nowhere", AT), (error) => error instanceof library.MemberferryError);
});

test("a site reads from text and from files, and says what is wrong with its place", async () => {
  const json = JSON.stringify(SITE, null, 2);
  assert.equal(Site.fromJson(json).document.name, "Harbour Academy");
  assert.equal((await Site.load(new Blob([json]))).document.offerings.length, 1);
  const wrong = { ...SITE, pages: [{ id: "p", title: "P", offering: "silver" }] };
  assert.throws(() => Site.fromDocument(wrong), (error) => {
    assert.ok(error instanceof SiteError);
    assert.ok(error.issues.length > 0);
    assert.equal(error.issues[0].location.path, "pages[0].offering");
    return true;
  });
});

test("who of many gets to see what", async () => {
  const site = Site.fromDocument(SITE);
  const contacts = await Contacts.fromRecords(
    Array.from({ length: 20 }, (_, row) => ({
      email: `m${row}@example.com`,
      marketing: { status: "unknown" },
      tags: row % 3 === 0 ? ["Gold"] : [],
    })),
  );
  const table = await site.decideAll(contacts, AT);
  assert.deepEqual(table.pages, ["home", "gold"]);
  assert.deepEqual([table.length, table.count("home"), table.count("gold")], [20, 20, 7]);
  assert.deepEqual([...table.membersOf("gold")], [0, 3, 6, 9, 12, 15, 18]);
  assert.equal(table.allows(1, "gold"), false);
  assert.throws(() => table.allows(1, "nowhere"), UsageError);
});

test("when modules open", () => {
  const site = Site.fromDocument(SITE);
  const releases = site.releaseSchedule({ offering: "gold", enrolledAt: "2026-03-02T09:00:00Z" }, AT);
  assert.deepEqual(
    releases.map(({ module, state, opensAt }) => [module, state, opensAt]),
    [
      ["one", "open", "2026-03-02T09:00:00Z"],
      ["two", "scheduled", "2026-03-09T09:00:00Z"],
    ],
  );
});

test("the small functions", () => {
  assert.equal(library.checkEmail(" Ada@Example.com").key, "ada@example.com");
  assert.equal(
    library.parseDate("3/4/2024", { dayFirst: true, timezone: "Europe/Vienna" }).instant,
    "2024-04-02T22:00:00Z",
  );
  assert.deepEqual(library.parseMoney("1.234,56", { currency: "EUR" }).money, { minorUnits: 123456, currency: "EUR" });
  assert.deepEqual(
    library.matchColumns(["Email", "First Name"]).columns.map(({ use }) => use.field),
    ["email", "first-name"],
  );
  assert.equal(library.listCodes(["input-empty"])[0].category, "intake");
  const decision = library.evaluateRule({ kind: "has-any", tags: ["Gold"] }, { loggedIn: true }, AT);
  assert.equal(decision.allowed, false);
  const rule = { kind: "timer", anchor: { kind: "enrollment" }, offset: { amount: 1, unit: "months" }, mode: "calendar" };
  assert.equal(library.releaseAt(rule, { enrollment: "2024-01-31T09:00:00Z" }, "UTC"), "2024-02-29T09:00:00Z");
  assert.ok(library.blueprint(Site.fromDocument(SITE), "gold", "kit").instructions.length > 3);
});

test("what a file is", async () => {
  const detection = await library.detect(new TextEncoder().encode("Email;Tags\nada@example.com;VIP\n"));
  assert.equal(detection.detection.dialect.delimiter, ";");
  const table = await library.readTable(new TextEncoder().encode("a,b\n1,2\n"));
  assert.deepEqual(table.rows, [["1", "2"]]);
});

test("a call that is wrong says where, at once and later", async () => {
  const request = { address: 17 };
  assert.throws(() => library.callSync("email.check", request), UsageError);
  await assert.rejects(library.call("email.check", request), { code: "argument-invalid" });
  assert.throws(() => library.callSync("email.chek", {}), /there is no operation `email.chek`/);
});
