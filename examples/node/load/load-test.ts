// `npm run load-test [seconds] [connections]`: the service as a process of its own, on loopback, beside a PostgreSQL whose commits are on the disk. Prints the
// table of the README. The machine does the asking as well as the answering.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import autocannon from "autocannon";

import { apply } from "../src/apply.js";
import { recordReleases } from "../src/drip.js";
import { SIGNATURE } from "../src/http/webhooks.js";
import { begin } from "../src/sessions.js";
import { sign } from "../src/signature.js";
import { AUTHORIZED, Harbour, NEW_SECRET, exportOf } from "../test/support/harbour.js";
import { Postgres } from "../test/support/postgres.js";

const [seconds = 10, connections = 50] = process.argv.slice(2).map(Number);
const PEOPLE = 10_000;
const SERVER = fileURLToPath(new URL("../src/bin/server.js", import.meta.url));

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const address = socket.address();
  socket.close();
  if (address === null || typeof address === "string") throw new Error("there is no port");
  return address.port;
}

/** Seconds of CPU that a process has taken so far, where the system tells: in ticks, of which there are 100 a second. */
function cpuOf(process_: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${process_ ?? 0}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

const server = await Postgres.start("machine");
const harbour = await Harbour.open(server);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const service = spawn(process.execPath, [SERVER], {
  env: { ...harbour.environment(), PORT: String(port), LOG_LEVEL: "error", POOL_SIZE: "20" },
  stdio: ["ignore", "inherit", "inherit"],
});
try {
  for (;;) {
    const isUp = await fetch(`${url}/health`).then(({ ok }) => ok, () => false);
    if (isUp) break;
    await pause(50);
  }

  console.log(`load of the machine before: ${loadavg().map((load) => load.toFixed(1)).join(", ")}`);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${connections} connections, ${seconds} s each\n`);
  console.log("| what | how many | in | each second |\n|---|---|---|---|");
  const timed = async (what: string, work: () => Promise<number>): Promise<void> => {
    const start = performance.now();
    const count = await work();
    const taken = (performance.now() - start) / 1000;
    console.log(`| ${what} | ${count} | ${taken.toFixed(1)} s | ${(count / taken).toFixed(0)} |`);
  };
  let move = { id: "", digest: "" };
  await timed("contacts uploaded, read and planned", async () => {
    const reply = await fetch(`${url}/moves?everybody=true`, {
      method: "POST",
      headers: { ...AUTHORIZED, "content-type": "text/csv" },
      body: exportOf(PEOPLE),
    });
    if (reply.status !== 201) throw new Error(await reply.text());
    move = (await reply.json()) as typeof move;
    return PEOPLE;
  });
  await harbour.approve(move as Parameters<Harbour["approve"]>[0]);
  await timed("operations carried out, in batches of 500", async () => {
    const status = await apply({ pool: harbour.pool, site: harbour.site, batchSize: 500 }, move.id);
    const { progress } = await harbour.move(move.id);
    if (status !== "complete" || progress === null) throw new Error(`${status}`);
    return progress.done;
  });
  const horizon = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  await timed("openings recorded by the job", async () => (await recordReleases(harbour.pool, harbour.site, horizon)) ?? 0);

  console.log("\n| request | each second | median ms | 99 % ms | µs CPU of the service each | answered otherwise |\n|---|---|---|---|---|---|");
  const members = await harbour.rows<{ id: string }>("SELECT id FROM members ORDER BY id LIMIT 1000");
  const sessions = await Promise.all(members.map(({ id }) => begin(harbour.pool, id)));
  const load = async (what: string, options: Partial<autocannon.Options>, expected = 200): Promise<void> => {
    // What is compiled and cached is so before it is measured.
    await autocannon({ url, connections, duration: 2, ...options });
    const before = cpuOf(service.pid);
    const result = await autocannon({ url, connections, duration: seconds, ...options });
    const counts = (result as unknown as { statusCodeStats?: Record<string, { count: number }> }).statusCodeStats ?? {};
    const right = counts[String(expected)]?.count ?? 0;
    const wrong = result.requests.total - right + result.errors;
    const cpu = ((cpuOf(service.pid) - before) * 1e6) / result.requests.total;
    const { requests, latency } = result;
    console.log(`| ${what} | ${requests.average.toFixed(0)} | ${latency.p50} | ${latency.p99} | ${cpu.toFixed(0)} | ${wrong} |`);
  };
  let turn = 0;
  const asMembers = (path: string): autocannon.Request[] => [
    { method: "GET", path, setupRequest: (request) => ({ ...request, headers: { cookie: `session=${sessions[turn++ % sessions.length] ?? ""}` } }) },
  ];
  await load("`GET /health`", { requests: [{ method: "GET", path: "/health" }] });
  await load("`GET /pages/washes`, members who may", { requests: asMembers("/pages/washes") });
  await load("`GET /pages/circle`, members who may not", { requests: asMembers("/pages/circle") }, 403);
  await load("`GET /pages/course`, visitors", { requests: [{ method: "GET", path: "/pages/course" }] }, 401);
  let delivery = 0;
  const deliver = (of: () => { id: string; email: string }): autocannon.Request[] => [
    {
      method: "POST",
      path: "/webhooks/circle-joined",
      setupRequest: (request) => {
        const body = JSON.stringify({ ...of(), occurredAt: new Date().toISOString() });
        const headers = { "content-type": "application/json", [SIGNATURE]: sign(NEW_SECRET, Buffer.from(body), new Date()) };
        return { ...request, body, headers };
      },
    },
  ];
  await load("`POST /webhooks/circle-joined`, a new member each", {
    requests: deliver(() => ({ id: `${delivery}`, email: `new${delivery++}@example.com` })),
  });
  const body = JSON.stringify({ id: "the same", email: "same@example.com", occurredAt: new Date().toISOString() });
  const headers = { "content-type": "application/json", [SIGNATURE]: sign(NEW_SECRET, Buffer.from(body), new Date()) };
  await load("the same delivery again and again", { requests: [{ method: "POST", path: "/webhooks/circle-joined", body, headers }] });
  const made = await harbour.count("members WHERE email_key LIKE 'new%' OR email_key = 'same@example.com'");
  console.log(`\n${delivery} deliveries were begun; they made ${made} members, one of them by the same delivery.`);
} finally {
  service.kill("SIGTERM");
  await once(service, "exit");
  await harbour.close();
  await server.remove();
}
