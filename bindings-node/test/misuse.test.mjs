// Every public function, called with nothing and with wrong things: it is refused as whatever else is refused, with a code, a place and help.

import assert from "node:assert/strict";
import test from "node:test";

import { library } from "./support/library.mjs";
import { MEMBER, SITE } from "./support/site.mjs";

const { AccessTable, Contacts, Frame, MemberferryError, MemoryJournal, Passwords, Plan, Run, Site, Snapshot } = library;

const AT = "2026-03-02T09:00:00Z";
const LATER = "2026-06-01T00:00:00Z";
const BYTES = new TextEncoder().encode("Email,Tags,Tag Dates\nada@example.com,Gold,\nnobody,,\n");
const ORDERS = new TextEncoder().encode("Order ID,Email,Total\n17,ada@example.com,$49.00\n");
const SUBSCRIPTIONS = new TextEncoder().encode("Subscription ID,Email,Status\ns1,ada@example.com,active\n");
const ADA = { email: "ada@example.com", marketing: { status: "unknown" }, tags: ["Gold"] };
const USER = { id: "1", email: "ada@example.com", username: "ada", roles: ["subscriber"] };
const TIMER = { kind: "timer", anchor: { kind: "enrollment" }, offset: { amount: 1, unit: "days" } };
const ENROLLMENT = { offering: "gold", enrolledAt: AT };
const OPTIONS = { environment: SITE.environment, now: () => AT };

const site = Site.fromDocument(SITE);
const contacts = await Contacts.fromRecords([ADA]);
const snapshot = await Snapshot.fromRecords([]);
const plan = await Plan.build(site, contacts, snapshot, { now: AT });
const intake = await library.readContacts(BYTES);
const orders = await library.readOrders(ORDERS, { currency: "USD" });
const subscriptions = await library.readSubscriptions(SUBSCRIPTIONS);
const sheet = await library.readSheet(BYTES);
const table = await site.decideAll(contacts, AT);
const frame = [...contacts.frames()][0];
const automation = library.blueprint(site, "gold", "kit").automation;
const journal = () => new MemoryJournal();
const passwords = () => Passwords.of(plan, contacts, "0123456789abcdef0123456789abcdef");
const run = () => Run.open(plan, journal(), OPTIONS);
const applied = (batch) => batch.operations.map(() => ({ kind: "applied" }));
const on = (thing, name, ...right) => async () => [thing[name].bind(thing), ...right];

/** Each function, by the name it is called by, made anew for each call with arguments that are right. */
const FUNCTIONS = {
  ...Object.fromEntries(
    Object.entries({
      assessReadiness: [site, AT, { contacts }],
      blueprint: [site, "gold", "kit", {}],
      call: ["email.check", { address: "ada@example.com" }, [], {}],
      callRaw: ["email.check", new TextEncoder().encode('{"address":"ada@example.com"}')],
      callSync: ["email.check", { address: "ada@example.com" }],
      checkEmail: ["ada@example.com"],
      checkPaymentSetup: [site, {}],
      compareAccess: [site, site, [], { from: AT, until: LATER }, {}],
      continuity: [site, contacts, { options: { now: AT } }],
      describeOperation: [{ kind: "add-tags", tags: ["Gold"] }],
      detect: [BYTES, {}],
      evaluateRule: [{ kind: "has-any", tags: ["Gold"] }, MEMBER, AT],
      importRule: [{ kind: "paid-memberships-pro", levels: ["gold"] }],
      inferEnrollments: [site, contacts, AT, {}],
      lint: [automation, site],
      listCodes: [["input-empty"]],
      matchColumns: [["Email"], "ghost"],
      operations: [],
      parseDate: ["2026-03-02", {}],
      parseMoney: ["1.00", {}],
      performCustomOperation: [site, { kind: "add-tags", tags: ["Gold"] }, USER, AT],
      performOperation: [plan.slice(0, 1)[0], "1", USER],
      planBilling: [site, AT, { sources: [], options: { target: "crm-integrated" } }],
      proposeTagMap: [site, contacts, {}],
      proveAccess: [site, contacts, plan, snapshot, LATER, {}],
      readContacts: [BYTES, {}],
      readContactsSync: [BYTES, {}],
      readOrders: [ORDERS, { currency: "USD" }],
      readRecords: [new TextEncoder().encode('[{"email":"ada@example.com"}]'), { related: [] }],
      readSheet: [BYTES, {}],
      readSubscriptions: [SUBSCRIPTIONS, {}],
      readTable: [BYTES, {}],
      reconcile: [plan, snapshot, {}],
      releaseAt: [TIMER, { enrollment: AT }, "UTC", {}],
      releaseCalendar: [{ member: "ada", schedules: [], timezone: "UTC", at: AT }],
      releaseSchedule: [SITE.offerings[0], ENROLLMENT, "UTC", AT, {}],
      report: [site, AT, { form: "markdown" }],
      simulate: [automation, site, { events: [] }, {}],
      spotCheck: [plan, { after: snapshot }],
      tieOrders: [[], contacts, "of-contacts", {}],
      tieSubscriptions: [[], contacts, "of-contacts", {}],
      translate: [automation, site, {}],
      webhookInventory: [site, AT],
    }).map(([name, right]) => [name, on(library, name, ...right)]),
  ),
  "AccessTable.allows": on(table, "allows", 0, "home"),
  "AccessTable.bitmap": on(table, "bitmap", "home"),
  "AccessTable.count": on(table, "count", "home"),
  "AccessTable.membersOf": on(table, "membersOf", "home"),
  "Contacts.fromRecords": on(Contacts, "fromRecords", [ADA], {}),
  "Contacts.merge": on(Contacts, "merge", [contacts], {}),
  "Contacts.at": on(contacts, "at", 0),
  "Contacts.batches": on(contacts, "batches", {}),
  "Contacts.frames": on(contacts, "frames", {}),
  "Contacts.join": on(contacts, "join", contacts, {}),
  "Contacts.writeCsv": on(contacts, "writeCsv", {}),
  "Contacts.records": on(contacts, "records", 0, 1),
  "Contacts.toRecords": on(contacts, "toRecords"),
  "Contacts.toJSON": on(contacts, "toJSON"),
  "Contact.toRecord": on(contacts.at(0), "toRecord"),
  "Contact.toJSON": on(contacts.at(0), "toJSON"),
  "Frame.get": on(frame, "get", "email", 0),
  "Frame.row": on(frame, "row", 0),
  "Intake.setAside": on(intake, "setAside", 0, 1),
  "Intake.setAsideCsv": on(intake, "setAsideCsv"),
  "Issues.at": on(intake.issues, "at", 0),
  "Issues.slice": on(intake.issues, "slice", 0, 1),
  "Issues.toJSON": on(intake.issues, "toJSON"),
  "MemoryJournal.append": on(journal(), "append", BYTES),
  "MemoryJournal.read": on(journal(), "read"),
  "MemoryJournal.truncate": on(journal(), "truncate", 0),
  "MemoryJournal.constructor": async () => [(...given) => new MemoryJournal(...given), BYTES],
  "NewPassword.expose": async () => [() => undefined],
  "NewPassword.toJSON": async () => [() => undefined],
  "NewPassword.toString": async () => [() => undefined],
  "OrderIntake.setAside": on(orders, "setAside", 0, 1),
  "Orders.at": on(orders.orders, "at", 0),
  "Orders.batches": on(orders.orders, "batches", {}),
  "Orders.frames": on(orders.orders, "frames"),
  "Orders.records": on(orders.orders, "records", 0, 1),
  "Passwords.of": on(Passwords, "of", plan, contacts, "0123456789abcdef0123456789abcdef"),
  "Plan.build": on(Plan, "build", site, contacts, snapshot, { now: AT }),
  "Plan.fromBytes": on(Plan, "fromBytes", [...plan.toChunks()], {}),
  "Plan.diff": on(plan, "diff", plan),
  "Plan.operations": on(plan, "operations"),
  "Plan.slice": on(plan, "slice", 0, 1),
  "Plan.toChunks": on(plan, "toChunks"),
  "Run.open": on(Run, "open", plan, journal(), OPTIONS),
  "Run.abort": async () => on(await run(), "abort")(),
  "Run.batches": async () => on(await run(), "batches")(),
  "Run.nextBatch": async () => on(await run(), "nextBatch")(),
  "Run.password": async () => {
    const begun = await run();
    return on(begun, "password", begun.nextBatch(), 0, passwords())();
  },
  "Run.record": async () => {
    const begun = await run();
    const batch = begun.nextBatch();
    return on(begun, "record", batch, applied(batch))();
  },
  "Run.rollbackPlan": async () => on(await run(), "rollbackPlan", snapshot, AT)(),
  "Sheet.find": on(sheet, "find", "ada"),
  "Sheet.rows": on(sheet, "rows", [0]),
  "Site.fromDocument": on(Site, "fromDocument", SITE),
  "Site.fromJson": on(Site, "fromJson", JSON.stringify(SITE)),
  "Site.load": on(Site, "load", new TextEncoder().encode(JSON.stringify(SITE)), {}),
  "Site.decide": on(site, "decide", MEMBER, "home", AT),
  "Site.decideAll": on(site, "decideAll", contacts, AT, {}),
  "Site.decideSync": on(site, "decideSync", MEMBER, "home", AT),
  "Site.decideUser": on(site, "decideUser", USER, "home", AT),
  "Site.decideUserSync": on(site, "decideUserSync", USER, "home", AT),
  "Site.memberOf": on(site, "memberOf", USER, AT),
  "Site.nextReleases": on(site, "nextReleases", [], AT, LATER, {}),
  "Site.releaseSchedule": on(site, "releaseSchedule", ENROLLMENT, AT, {}),
  "Snapshot.fromRecords": on(Snapshot, "fromRecords", [USER], {}),
  "Snapshot.users": on(snapshot, "users"),
  "SubscriptionIntake.setAside": on(subscriptions, "setAside", 0, 1),
  "Subscriptions.at": on(subscriptions.subscriptions, "at", 0),
};

/** What is of no argument's kind, and what is of several arguments' but says nothing. */
const WRONG = [undefined, null, 17, -1, 0.5, 7n, true, "nonsense", [], {}, [null], () => 1, new Date(NaN)];

const kindOf = (value) => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
};

/** What comes of a call: something, the first of several, or an error. */
async function outcome(call, given) {
  try {
    const made = await call(...given);
    // Such as `batches()`: it does nothing until it is asked.
    if (typeof made?.next === "function") await made.next();
    return { made };
  } catch (error) {
    return { error };
  }
}

function isRefusal(error) {
  // A string is the path of a file, in Node: that there is none, Node says.
  if (error?.code === "ENOENT") return true;
  return error instanceof MemberferryError && error.category !== "internal" && error.help !== "" && typeof error.location === "object";
}

const show = (value) => (typeof value === "bigint" ? `${value}n` : typeof value === "function" ? "a function" : JSON.stringify(value));

test("whatever is called with what is right does what it is for", async () => {
  const failed = [];
  for (const [name, make] of Object.entries(FUNCTIONS)) {
    const [call, ...right] = await make();
    const { error } = await outcome(call, right);
    if (error !== undefined) failed.push(`${name}: ${error}`);
  }
  assert.deepEqual(failed, []);
});

test("whatever is called with nothing is refused in the library's own way, or does what it is for", async () => {
  const failed = [];
  for (const [name, make] of Object.entries(FUNCTIONS)) {
    const [call] = await make();
    const { error } = await outcome(call, []);
    if (error !== undefined && !isRefusal(error)) failed.push(`${name}: ${error}`);
  }
  assert.deepEqual(failed, []);
});

test("a wrong thing in the place of any argument is refused in the library's own way", async () => {
  const failed = [];
  for (const [name, make] of Object.entries(FUNCTIONS)) {
    const count = (await make()).length - 1;
    for (let place = 0; place < count; place++) {
      for (const wrong of WRONG) {
        const [call, ...given] = await make();
        const mayBeRight = wrong === undefined || kindOf(wrong) === kindOf(given[place]);
        given[place] = wrong;
        const { error } = await outcome(call, given);
        const what = `${name}, argument ${place + 1}, ${show(wrong)}`;
        if (error === undefined && !mayBeRight) failed.push(`${what}: is taken for something`);
        if (error !== undefined && !isRefusal(error)) failed.push(`${what}: ${error}`);
      }
    }
  }
  assert.deepEqual(failed, []);
});

test("what is wrong within options is refused, with the place of it", async () => {
  const cases = [
    ["options", () => Plan.build(site, contacts, snapshot)],
    ["options.now", () => Plan.build(site, contacts, snapshot, {})],
    ["options.now", () => Plan.build(site, contacts, snapshot, { now: new Date("soon") })],
    ["options.orders", () => Plan.build(site, contacts, snapshot, { now: AT, orders })],
    ["contacts", () => Plan.build(site, intake, snapshot, { now: AT })],
    ["options.signal", () => Plan.build(site, contacts, snapshot, { now: AT, signal: true })],
    ["options", () => Run.open(plan, journal())],
    ["options.now", () => Run.open(plan, journal(), { ...OPTIONS, now: AT })],
    ["options.now()", () => Run.open(plan, journal(), { ...OPTIONS, now: () => 0 })],
    ["journal", () => Run.open(plan, {}, OPTIONS)],
    ["journal.read()", () => Run.open(plan, { read: () => "", append: () => 0, truncate: () => 0 }, OPTIONS)],
    ["options", () => library.report(site, AT)],
    ["at", () => library.report(site, 17, { form: "markdown" })],
    ["options.plan", () => library.report(site, AT, { form: "markdown", plan: contacts })],
    ["options.users", () => library.assessReadiness(site, AT, { contacts, users: contacts })],
    ["options.onProgress", () => library.readContacts(BYTES, { onProgress: true })],
    ["options.related[0]", () => library.readRecords(BYTES, { related: [7] })],
    ["source", () => library.readContacts()],
    ["source", () => library.readContacts([7])],
    ["lists[1]", () => Contacts.merge([contacts, snapshot])],
    ["span.until", () => library.compareAccess(site, site, [], { from: AT })],
    ["member", () => table.allows(1, "home")],
    ["page", () => table.bitmap("nowhere")],
    ["address", () => library.checkEmail(17)],
    ["contacts", () => site.decideAll(undefined, AT)],
  ];
  for (const [path, call] of cases) {
    const { error } = await outcome(call, []);
    assert.ok(isRefusal(error), `${call}: ${error?.stack}`);
    assert.equal(error.code, "argument-invalid", `${call}`);
    assert.equal(error.location.path, path, `${call}: ${error.message}`);
  }
});

test("nothing that is public is left out of the table", () => {
  const isClass = (value) => typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value));
  const left = [];
  for (const [name, value] of Object.entries(library)) {
    if (value === MemberferryError || value?.prototype instanceof MemberferryError) continue;
    if (name === "FileJournal" || name === "WorkerClient" || name.startsWith("Remote") || name === "init") continue;
    if (!isClass(value)) {
      if (typeof value === "function" && !(name in FUNCTIONS)) left.push(name);
      continue;
    }
    const own = [Object.getOwnPropertyDescriptors(value), Object.getOwnPropertyDescriptors(value.prototype)];
    for (const [method, { value: code }] of own.flatMap((described) => Object.entries(described))) {
      if (typeof code !== "function" || method === "constructor" || method === "prototype" || method === "free") continue;
      if (!(`${name}.${method}` in FUNCTIONS)) left.push(`${name}.${method}`);
    }
  }
  assert.deepEqual(left, []);
});
