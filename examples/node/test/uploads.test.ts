// Uploads that mean harm, or end early: refused with a reason, and nothing of them stays.

import assert from "node:assert/strict";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import type { Move } from "../src/moves.js";
import { apply } from "../src/apply.js";
import { AUTHORIZED, Harbour, exportOf, forThisFile } from "./support/harbour.js";

let harbour: Harbour;
let port: number;
const BOUNDS = { UPLOAD_BYTES: "100000", UPLOAD_RECORDS: "1000", UPLOADS: "1" };
forThisFile(
  async (opened) => {
    harbour = opened;
    await harbour.app.listen({ host: "127.0.0.1", port: 0 });
    ({ port } = harbour.app.server.address() as AddressInfo);
  },
  { environment: BOUNDS },
);

interface Answer {
  readonly status: number | undefined;
  readonly body: { code?: string; message?: string };
}

/** Uploads chunk by chunk, without saying how much it is. */
function send(chunks: Iterable<Buffer>, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, path: "/moves?everybody=true", method: "POST", headers: { "content-type": "text/csv", ...AUTHORIZED, ...headers } };
    const sent = request(options, (reply) => {
      let text = "";
      reply.on("data", (chunk: Buffer) => (text += chunk.toString()));
      reply.on("end", () => resolve({ status: reply.statusCode, body: JSON.parse(text) as Answer["body"] }));
    });
    sent.on("error", reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

test("without the token nothing is read", async () => {
  const reply = await harbour.inject({ method: "POST", url: "/moves", headers: { "content-type": "text/csv" }, payload: "Email\n" });
  assert.equal(reply.statusCode, 401);
  const wrong = await harbour.inject({ method: "POST", url: "/moves", headers: { "content-type": "text/csv", authorization: "Bearer no" }, payload: "Email\n" });
  assert.equal(wrong.statusCode, 401);
});

test("too many bytes are refused, said before or not", async () => {
  const big = exportOf(3000);
  const said = await harbour.upload(big);
  assert.deepEqual([said.statusCode, said.json<{ code: string }>().code], [413, "upload-too-large"]);
  const chunks = Array.from({ length: 4 }, (_, place) => Buffer.from(big.slice(place * 50_000, (place + 1) * 50_000)));
  const { status, body } = await send(chunks);
  assert.deepEqual([status, body.code], [413, "limit-exceeded"]);
});

test("too many records, and cells without an end, are refused", async () => {
  const many = await harbour.upload(`Email\n${Array.from({ length: 1100 }, (_, row) => `a${row}@example.com`).join("\n")}\n`);
  assert.deepEqual([many.statusCode, many.json<{ code: string }>().code], [413, "limit-exceeded"]);
  const quoted = await harbour.upload(`Email,First Name\nada@example.com,"${"x".repeat(90_000)}`);
  assert.ok([201, 422].includes(quoted.statusCode), quoted.body);
});

test("what is no export is refused with the reason", async () => {
  const refused = async (payload: string | Buffer, type = "text/csv"): Promise<number> => {
    const headers = { ...AUTHORIZED, "content-type": type };
    return (await harbour.inject({ method: "POST", url: "/moves", headers, payload })).statusCode;
  };
  assert.equal(await refused(""), 422);
  assert.equal(await refused(Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, place) => place % 251)])), 422);
  assert.equal(await refused("<html>", "text/html"), 415);
  assert.equal(await refused('{"email": "ada@example.com"}', "application/json"), 415);
});

test("hostile values are stored as they are or refused one by one, and never carried out", async () => {
  const csv = [
    "Email,First Name,Tags",
    "a@example.com,\"'); DROP TABLE members; --\",Course: Watercolour",
    "b@example.com,=HYPERLINK(\"http://evil.example\"),Course: Watercolour",
    "c@example.com,nul\0nul,Course: Watercolour",
    "d@example.com,\u{1F468}\u200D\u{1F469}\u202Etxt,\"Course: Watercolour,__proto__,constructor\"",
    "",
  ].join("\n");
  const { id } = await harbour.approved(csv);
  const status = await apply({ pool: harbour.pool, site: harbour.site, batchSize: 3 }, id);
  assert.match(status ?? "", /^complete/);
  const names = await harbour.rows<{ email_key: string; first_name: string }>("SELECT email_key, first_name FROM members ORDER BY email_key");
  assert.equal(names[0]?.first_name, "'); DROP TABLE members; --");
  assert.deepEqual(names.map(({ email_key }) => email_key), ["a@example.com", "b@example.com", "c@example.com", "d@example.com"]);
  assert.equal(names[1]?.first_name, '=HYPERLINK("http://evil.example")');
  assert.equal(names[2]?.first_name, "nulnul");
  const [d] = await harbour.rows<{ tags: string[] }>("SELECT tags FROM members WHERE email_key = 'd@example.com'");
  assert.deepEqual(d?.tags, ["Course: Watercolour", "__proto__", "constructor"]);
  const { progress } = await harbour.move(id);
  assert.equal(progress?.done, progress?.total);
});

test("an upload that ends early leaves nothing, and makes room for the next", async () => {
  const before = await harbour.count("moves");
  const sent = request({ port, path: "/moves", method: "POST", headers: { "content-type": "text/csv", ...AUTHORIZED } });
  sent.on("error", () => undefined);
  sent.write("Email\nada@example.com\n");
  await pause(300);
  // One is all that is read at once.
  const busy = await harbour.upload(exportOf(2));
  assert.deepEqual([busy.statusCode, busy.headers["retry-after"]], [503, "30"]);
  sent.destroy();
  for (let attempt = 0; ; attempt++) {
    const reply = await harbour.upload(exportOf(2));
    if (reply.statusCode === 201) break;
    assert.ok(attempt < 100, reply.body);
    await pause(50);
  }
  assert.equal(await harbour.count("moves"), before + 1);
  assert.equal(typeof (await harbour.upload(exportOf(2))).json<Move>().digest, "string");
});
