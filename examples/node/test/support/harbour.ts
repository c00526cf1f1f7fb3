// A service with a database of its own, and what its users would do. Invents people.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { Site, type records } from "@memberferry/node";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import pg from "pg";

import { type Config, configFrom } from "../../src/config.js";
import { connect } from "../../src/database.js";
import { buildApp } from "../../src/http/app.js";
import { SIGNATURE } from "../../src/http/webhooks.js";
import { migrate } from "../../src/migrations.js";
import type { Move } from "../../src/moves.js";
import { begin } from "../../src/sessions.js";
import { sign } from "../../src/signature.js";
import { Postgres } from "./postgres.js";

export const SITE_FILE = fileURLToPath(new URL("../../../site.json", import.meta.url));
export const DOCUMENT = JSON.parse(readFileSync(SITE_FILE, "utf8")) as records.SiteDocument;
export const WORKER = fileURLToPath(new URL("../../src/bin/worker.js", import.meta.url));
export const SECRETS = { ADMIN_TOKEN: "a token for the tests", WEBHOOK_SECRETS: "the old secret of tests,the new secret of tests" };
const [OLD_SECRET = "", NEW_SECRET = ""] = SECRETS.WEBHOOK_SECRETS.split(",");
export { OLD_SECRET, NEW_SECRET };
export const AUTHORIZED = { authorization: `Bearer ${SECRETS.ADMIN_TOKEN}` };

let names = 0;

export interface Options {
  readonly document?: records.SiteDocument;
  /** The site before it is moved, where that is another. */
  readonly before?: records.SiteDocument;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The service, with a clock that stands where it is put. */
export class Harbour {
  now = new Date("2026-03-02T09:00:00Z");

  private constructor(
    readonly server: Postgres,
    readonly database: string,
    readonly pool: pg.Pool,
    readonly site: Site,
    readonly app: FastifyInstance,
    readonly config: Config,
  ) {}

  static async open(server: Postgres, { document = DOCUMENT, before, environment = {} }: Options = {}): Promise<Harbour> {
    const database = `harbour_${process.pid}_${names++}`;
    await server.create(database);
    Object.assign(process.env, server.environment(database));
    const config = configFrom({ ...SECRETS, ...environment });
    const pool = connect(config.poolSize);
    await migrate(pool);
    const site = Site.fromDocument(document);
    const held: { harbour?: Harbour } = {};
    const app = await buildApp({ config, pool, site, before }, { now: () => held.harbour?.now ?? new Date() });
    return (held.harbour = new Harbour(server, database, pool, site, app, config));
  }

  /** Opens a service for some work, and closes it behind that. */
  static async within(server: Postgres, options: Options, work: (harbour: Harbour) => Promise<void>): Promise<void> {
    const harbour = await Harbour.open(server, options);
    try {
      await work(harbour);
    } finally {
      await harbour.close();
    }
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.pool.end();
  }

  /** The environment of a process of its own. */
  environment(): NodeJS.ProcessEnv {
    return { ...process.env, ...SECRETS, ...this.server.environment(this.database), SITE: SITE_FILE };
  }

  async rows<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(query, values)).rows;
  }

  async count(table: string): Promise<number> {
    return Number((await this.rows<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count);
  }

  inject(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.app.inject(options);
  }

  /** A page, as a member gets it; without an address, as a visitor does. */
  async page(page: string, email?: string): Promise<LightMyRequestResponse> {
    const cookies: Record<string, string> = {};
    if (email !== undefined) {
      const [member] = await this.rows<{ id: string }>("SELECT id FROM members WHERE email_key = $1", [email]);
      cookies["session"] = await begin(this.pool, member?.id ?? "0");
    }
    return this.inject({ url: `/pages/${page}`, cookies });
  }

  /** Delivers a webhook, signed. */
  deliver(webhook: string, body: object | string, { secret = NEW_SECRET, at = this.now, header = "" } = {}): Promise<LightMyRequestResponse> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": "application/json", [SIGNATURE]: header || sign(secret, Buffer.from(text), at) };
    return this.inject({ method: "POST", url: `/webhooks/${webhook}`, headers, payload: text });
  }

  async upload(csv: string, query = ""): Promise<LightMyRequestResponse> {
    const headers = { ...AUTHORIZED, "content-type": "text/csv" };
    return this.inject({ method: "POST", url: `/moves?everybody=true${query}`, headers, payload: csv });
  }

  /** Uploads and approves. */
  async approved(csv: string, query = ""): Promise<Move> {
    const uploaded = await this.upload(csv, query);
    if (uploaded.statusCode !== 201) throw new Error(uploaded.body);
    const move = uploaded.json<Move>();
    await this.approve(move);
    return move;
  }

  askApproval({ id, digest }: Move, accepted: object = {}): Promise<LightMyRequestResponse> {
    const payload = { digest, backup: "pg_dump of this morning", ...accepted };
    return this.inject({ method: "POST", url: `/moves/${id}/approval`, headers: AUTHORIZED, payload });
  }

  async approve(move: Move): Promise<void> {
    const reply = await this.askApproval(move);
    if (reply.statusCode !== 202) throw new Error(reply.body);
  }

  async move(id: string): Promise<Move> {
    return (await this.inject({ url: `/moves/${id}`, headers: AUTHORIZED })).json<Move>();
  }

  async post<Answer>(url: string): Promise<Answer> {
    const reply = await this.inject({ method: "POST", url, headers: AUTHORIZED });
    if (reply.statusCode >= 300) throw new Error(reply.body);
    return reply.json<Answer>();
  }
}

/** Opens a service before the tests of a file, and closes it behind them. */
export function forThisFile(take: (harbour: Harbour) => unknown, options: Options = {}): void {
  const held: { server?: Postgres; harbour?: Harbour } = {};
  before(async () => {
    held.server = await Postgres.start();
    held.harbour = await Harbour.open(held.server, options);
    await take(held.harbour);
  });
  after(async () => {
    await held.harbour?.close();
    await held.server?.remove();
  });
}

/** An export of so many people. */
export function exportOf(count: number, tags = "Course: Watercolour"): string {
  const lines = Array.from({ length: count }, (_, row) => `m${row}@example.com,M${row},Example,"${tags}",2026-01-05T08:00:00Z`);
  return `Email,First Name,Last Name,Tags,Date Created\n${lines.join("\n")}\n`;
}

/** What is the same in two databases that hold the same members. */
export async function content(harbour: Harbour): Promise<unknown> {
  const members = await harbour.rows(
    "SELECT email_key, email, username, first_name, last_name, roles, tags, profile FROM members ORDER BY email_key COLLATE \"C\"",
  );
  const enrollments = await harbour.rows(
    `SELECT email_key, offering, enrolled_at, clock_from, revoked_at, released, completed, notified, paused
     FROM enrollments JOIN members ON id = member_id ORDER BY email_key COLLATE "C", offering`,
  );
  return { members, enrollments };
}
