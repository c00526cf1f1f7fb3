// Webhooks: whose they are, done once, in the order in which things happened, whatever is delivered how often and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Site } from "@memberferry/node";

import { sign, verify } from "../src/signature.js";
import { webhooksOf } from "../src/webhooks.js";
import { DOCUMENT, Harbour, NEW_SECRET, OLD_SECRET, forThisFile } from "./support/harbour.js";

let harbour: Harbour;
forThisFile((opened) => (harbour = opened));

const AT = "2026-03-02T08:59:00Z";
const later = (seconds: number): Date => new Date(harbour.now.getTime() + seconds * 1000);

interface Enrolled {
  tags: string[];
  enrolled_at: string;
  revoked_at: string | null;
  paused: unknown[];
}

async function enrolled(email: string, offering: string): Promise<Enrolled | undefined> {
  const query = `SELECT tags, instant_text(enrolled_at) AS enrolled_at, instant_text(revoked_at) AS revoked_at, paused
    FROM members JOIN enrollments ON member_id = id WHERE email_key = $1 AND offering = $2`;
  return (await harbour.rows<Enrolled>(query, [email, offering]))[0];
}

test("a delivery makes a member with what was bought, as of when it happened", async () => {
  const reply = await harbour.deliver("watercolour-sold", { id: "1", email: "ada@example.com", occurredAt: AT });
  assert.deepEqual(reply.json(), { outcome: "applied", repeated: false });
  const ada = await enrolled("ada@example.com", "watercolour");
  assert.equal(ada?.enrolled_at, "2026-03-02T08:59:00.000000Z");
  assert.deepEqual(ada?.tags, ["Course: Watercolour", "Course: Watercolour Module 1"]);
});

test("a duplicate does nothing, one after the other and all at once", async () => {
  const body = { id: "2", email: "bob@example.com", occurredAt: AT };
  const replies = await Promise.all(Array.from({ length: 8 }, () => harbour.deliver("circle-joined", body)));
  assert.deepEqual(replies.map(({ statusCode }) => statusCode), Array.from({ length: 8 }, () => 200));
  assert.equal(replies.filter((reply) => !reply.json<{ repeated: boolean }>().repeated).length, 1);
  const again = await harbour.deliver("circle-joined", body, { at: later(200) });
  assert.deepEqual(again.json(), { outcome: "applied", repeated: true });
  assert.equal((await harbour.rows("SELECT FROM members WHERE email_key = 'bob@example.com'")).length, 1);
});

test("two first deliveries about one person at once make one member", async () => {
  const replies = await Promise.all(
    ["watercolour-sold", "circle-joined"].map((webhook) => harbour.deliver(webhook, { id: "3", email: "cem@example.com", occurredAt: AT })),
  );
  assert.deepEqual(replies.map((reply) => reply.json<{ outcome: string }>().outcome), ["applied", "applied"]);
  assert.equal((await harbour.rows("SELECT FROM enrollments JOIN members ON id = member_id WHERE email_key = 'cem@example.com'")).length, 2);
});

test("an id that was given to something else is refused, and changes nothing", async () => {
  await harbour.deliver("circle-joined", { id: "4", email: "dan@example.com", occurredAt: AT });
  const other = await harbour.deliver("circle-joined", { id: "4", email: "mallory@example.com", occurredAt: AT });
  assert.equal(other.statusCode, 409);
  assert.equal((await harbour.rows("SELECT FROM members WHERE email_key = 'mallory@example.com'")).length, 0);
});

test("what comes in the wrong order ends as what happened last", async () => {
  const email = "eve@example.com";
  await harbour.deliver("circle-joined", { id: "5", email, occurredAt: "2026-03-02T07:00:00Z" });
  await harbour.deliver("circle-left", { id: "7", email, occurredAt: "2026-03-02T08:00:00Z" });
  const late = await harbour.deliver("circle-joined", { id: "6", email, occurredAt: "2026-03-02T07:30:00Z" });
  assert.deepEqual(late.json(), { outcome: "superseded", repeated: false });
  assert.equal((await harbour.page("circle", email)).statusCode, 403);
  assert.equal((await enrolled(email, "circle"))?.revoked_at, "2026-03-02T08:00:00.000000Z");
  // Whoever comes back has their clock go on: it stood still meanwhile.
  await harbour.deliver("circle-joined", { id: "8", email, occurredAt: "2026-03-02T08:30:00Z" });
  const back = await enrolled(email, "circle");
  assert.deepEqual([back?.revoked_at, back?.paused.length], [null, 1]);
  assert.equal((await harbour.page("circle", email)).statusCode, 200);
});

test("a wrong signature, none, another body, and a time that is too far away are refused", async () => {
  const body = { id: "9", email: "frank@example.com", occurredAt: AT };
  const text = JSON.stringify(body);
  const right = sign(NEW_SECRET, Buffer.from(text), harbour.now);
  const code = async (what: ReturnType<Harbour["deliver"]>): Promise<[number, string]> => {
    const reply = await what;
    return [reply.statusCode, reply.json<{ code: string }>().code];
  };
  const wrong = [401, "signature-wrong"];
  assert.deepEqual(await code(harbour.deliver("circle-joined", body, { secret: "somebody else's secret" })), wrong);
  assert.deepEqual(await code(harbour.deliver("circle-joined", body, { header: "nonsense" })), wrong);
  assert.deepEqual(await code(harbour.deliver("circle-joined", `${text} `, { header: right })), wrong);
  assert.deepEqual(await code(harbour.deliver("circle-joined", body, { header: right.replace(/t=\d+/, "t=1772441999") })), wrong);
  assert.deepEqual(await code(harbour.deliver("circle-joined", body, { at: later(-301) })), [401, "signature-too-old"]);
  assert.deepEqual(await code(harbour.deliver("circle-joined", body, { at: later(301) })), [401, "signature-too-new"]);
  const unsigned = await harbour.inject({ method: "POST", url: "/webhooks/circle-joined", headers: { "content-type": "application/json" }, payload: text });
  assert.equal(unsigned.statusCode, 401);
  assert.equal((await harbour.rows("SELECT FROM members WHERE email_key = 'frank@example.com'")).length, 0);
  // A clock that differs a little does no harm, and both secrets count while one takes the other's place.
  assert.equal((await harbour.deliver("circle-joined", body, { at: later(299) })).statusCode, 200);
  assert.equal((await harbour.deliver("circle-joined", { ...body, id: "10" }, { at: later(-299), secret: OLD_SECRET })).statusCode, 200);
});

test("a time that nobody vouched for is not told from a wrong signature", () => {
  const body = Buffer.from("{}");
  const header = sign("another secret", body, new Date(0));
  assert.equal(verify({ header, body }, [NEW_SECRET], new Date(), 300), "wrong");
});

test("what is signed and makes no sense is refused", async () => {
  const refused = async (body: object | string): Promise<number> => (await harbour.deliver("circle-joined", body)).statusCode;
  assert.equal(await refused("not json"), 400);
  assert.equal(await refused("null"), 400);
  assert.equal(await refused({ id: "11", email: "gil@example.com" }), 400);
  assert.equal(await refused({ id: "11", email: "gil@example.com", occurredAt: "yesterday" }), 400);
  assert.equal(await refused({ id: "11", email: "gil@example.com", occurredAt: AT, role: "administrator" }), 400);
  assert.equal(await refused({ id: "11", email: "gil@example.com", occurredAt: "2026-03-02T10:00:00Z" }), 400);
  assert.equal(await refused({ id: "11", email: "gil at example", occurredAt: AT }), 422);
  assert.equal(await refused({ id: "x".repeat(70_000), email: "gil@example.com", occurredAt: AT }), 413);
  assert.equal((await harbour.deliver("no-such-webhook", { id: "11", email: "gil@example.com", occurredAt: AT })).statusCode, 404);
  assert.equal((await harbour.rows("SELECT FROM webhook_deliveries WHERE delivery = '11'")).length, 0);
});

test("tags are for members alone, and somebody who becomes one can be told of again", async () => {
  const body = { id: "12", email: "hal@example.com", occurredAt: AT };
  assert.equal((await harbour.deliver("newsletter", body)).statusCode, 404);
  await harbour.deliver("circle-joined", { ...body, id: "13" });
  assert.equal((await harbour.deliver("newsletter", body)).statusCode, 200);
  assert.ok((await enrolled("hal@example.com", "circle"))?.tags.includes("Newsletter"));
});

test("an administrator is changed by no webhook", async () => {
  await harbour.rows("INSERT INTO members (email_key, email, roles) VALUES ('root@example.com', 'root@example.com', '{administrator}')");
  const reply = await harbour.deliver("circle-joined", { id: "14", email: "root@example.com", occurredAt: AT });
  assert.equal(reply.json<{ outcome: string }>().outcome, "refused");
  assert.equal(await enrolled("root@example.com", "circle"), undefined);
});

test("nobody is mailed", async () => {
  assert.equal(await harbour.count("outbox"), 0);
});

test("a webhook that cannot be carried out is found when the service starts", () => {
  const webhooks = [{ id: "coupon", operation: { kind: "crm-coupon-code", coupon: "SPRING" } }] as const;
  const site = Site.fromDocument({ ...DOCUMENT, webhooks });
  assert.throws(() => webhooksOf(site), /there is no CRM to activate a coupon code/);
});
