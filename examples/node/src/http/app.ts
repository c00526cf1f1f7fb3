// The service as Fastify has it: what every request has in common. Each area of requests stands in a file of its own.

import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import type pg from "pg";

import type { Config } from "../config.js";
import { one } from "../database.js";
import type { Sites } from "../sites.js";
import { webhooksOf } from "../webhooks.js";
import { answerErrors } from "./errors.js";
import { moves } from "./moves.js";
import { pages } from "./pages.js";
import { sessions } from "./sessions.js";
import { webhooks } from "./webhooks.js";

export interface Service extends Sites {
  readonly config: Config;
  readonly pool: pg.Pool;
  readonly now: () => Date;
}

export interface AppOptions {
  readonly logger?: FastifyServerOptions["logger"];
  readonly now?: () => Date;
}

export async function buildApp(held: Omit<Service, "now">, { logger = false, now = () => new Date() }: AppOptions = {}): Promise<FastifyInstance> {
  const service: Service = { ...held, now };
  const app = Fastify({
    logger,
    // Everything but uploads is small.
    bodyLimit: 64 << 10,
    // An upload that crawls is cut off, and so is a request that is never finished.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  });
  answerErrors(app);
  await app.register(cookie);
  app.get("/health", async () => {
    await one(service.pool, "SELECT 1");
    return { status: "well" };
  });
  await app.register(sessions, service);
  await app.register(pages, service);
  await app.register(webhooks, { ...service, webhooks: webhooksOf(service.site) });
  await app.register(moves, service);
  return app;
}
