// Who gets to see what, before and after it was bought, by the clock, and in maintenance.

import assert from "node:assert/strict";
import { test } from "node:test";

import { setPassword } from "../src/sessions.js";
import { setMaintenance } from "../src/settings.js";
import { Harbour, forThisFile } from "./support/harbour.js";

let harbour: Harbour;
forThisFile((opened) => (harbour = opened));

const ADA = { email: "ada@example.com", occurredAt: "2026-03-02T09:00:00Z" };

test("a page opens with its course, and its modules by the clock", async () => {
  assert.equal((await harbour.page("home")).statusCode, 200);
  const visitor = await harbour.page("course");
  assert.equal(visitor.statusCode, 401);
  assert.equal(visitor.headers.location, "/login");
  assert.equal(visitor.json<{ code: string }>().code, "login-required");

  assert.equal((await harbour.deliver("circle-joined", { id: "ada joins", ...ADA })).statusCode, 200);
  const before = await harbour.page("washes", ADA.email);
  assert.equal(before.statusCode, 403);
  assert.equal(before.headers["cache-control"], "private, no-store");
  assert.equal((await harbour.page("circle", ADA.email)).statusCode, 200);

  assert.equal((await harbour.deliver("watercolour-sold", { id: "ada buys", ...ADA })).statusCode, 200);
  assert.equal((await harbour.page("washes", ADA.email)).statusCode, 200);
  const early = await harbour.page("edges", ADA.email);
  assert.equal(early.statusCode, 403);
  assert.equal(early.json<{ opensAt: string }>().opensAt, "2026-03-09T09:00:00Z");

  harbour.now = new Date("2026-03-09T08:59:59Z");
  assert.equal((await harbour.page("edges", ADA.email)).statusCode, 403);
  harbour.now = new Date("2026-03-09T09:00:00Z");
  assert.equal((await harbour.page("edges", ADA.email)).statusCode, 200);
  assert.equal((await harbour.page("water", ADA.email)).statusCode, 403);

  await harbour.deliver("watercolour-refunded", { id: "ada returns it", ...ADA, occurredAt: "2026-03-09T08:30:00Z" });
  assert.equal((await harbour.page("washes", ADA.email)).statusCode, 403);
  harbour.now = new Date("2026-03-02T09:00:00Z");
});

test("a session begins with the password and ends with it", async () => {
  await harbour.deliver("circle-joined", { id: "eve joins", email: "Eve@Example.com", occurredAt: ADA.occurredAt });
  const logIn = (password: string) => harbour.inject({ method: "POST", url: "/sessions", payload: { email: "eve@example.com", password } });
  assert.equal((await logIn("nobody has set one")).statusCode, 401);
  assert.equal(await setPassword(harbour.pool, "eve@example.com", "a password of eve's"), true);
  assert.equal((await logIn("another password")).statusCode, 401);
  const reply = await logIn("a password of eve's");
  assert.equal(reply.statusCode, 204);
  const [cookie] = reply.cookies;
  assert.ok(cookie !== undefined);
  assert.deepEqual([cookie.name, cookie.httpOnly, cookie.secure, cookie.sameSite], ["session", true, true, "Lax"]);
  const cookies = { session: cookie.value };
  const me = await harbour.inject({ url: "/me", cookies });
  assert.equal(me.json<{ email: string }>().email, "Eve@Example.com");
  assert.equal((await harbour.inject({ method: "DELETE", url: "/sessions", cookies })).statusCode, 204);
  assert.equal((await harbour.inject({ url: "/me", cookies })).statusCode, 401);
  assert.equal((await harbour.rows("SELECT FROM sessions WHERE encode(token_sha256, 'escape') = $1", [cookie.value])).length, 0);
});

test("in maintenance nobody gets in, and webhooks are to come again", async () => {
  await setMaintenance(harbour.pool, "on");
  const page = await harbour.page("home");
  assert.equal(page.statusCode, 503);
  assert.equal(page.headers["retry-after"], "60");
  assert.equal((await harbour.deliver("circle-joined", { id: "later", ...ADA })).statusCode, 503);
  await setMaintenance(harbour.pool, "off");
  assert.equal((await harbour.page("home")).statusCode, 200);
  assert.equal((await harbour.deliver("circle-joined", { id: "later", ...ADA })).statusCode, 200);
});

test("what is not there is said to be so, and nothing of the inside", async () => {
  assert.equal((await harbour.page("no-such-page")).statusCode, 404);
  assert.equal((await harbour.inject({ url: "/elsewhere" })).json<{ code: string }>().code, "not-found");
  const broken = await harbour.inject({ method: "POST", url: "/sessions", payload: { email: "ada@example.com" } });
  assert.equal(broken.statusCode, 400);
  assert.equal((await harbour.inject({ url: "/health" })).statusCode, 200);
});
