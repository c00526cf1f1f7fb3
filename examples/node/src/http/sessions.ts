// Logging in and out.

import type { FastifyInstance } from "fastify";

import { SESSION_SECONDS, logIn, logOut } from "../sessions.js";
import type { Service } from "./app.js";
import { HttpError } from "./errors.js";

export const COOKIE = "session";

const LOGIN = {
  type: "object",
  required: ["email", "password"],
  additionalProperties: false,
  properties: { email: { type: "string", maxLength: 320 }, password: { type: "string", maxLength: 1024 } },
} as const;

export async function sessions(app: FastifyInstance, { pool, config }: Service): Promise<void> {
  const cookie = { path: "/", httpOnly: true, sameSite: "lax", secure: config.secureCookies } as const;

  app.post<{ Body: { email: string; password: string } }>("/sessions", { schema: { body: LOGIN } }, async ({ body }, reply) => {
    const token = await logIn(pool, body.email, body.password);
    if (token === undefined) throw new HttpError(401, "login-wrong", "address and password do not belong together");
    return reply.setCookie(COOKIE, token, { ...cookie, maxAge: SESSION_SECONDS }).code(204).send();
  });

  app.delete("/sessions", async ({ cookies }, reply) => {
    const token = cookies[COOKIE];
    if (token !== undefined) await logOut(pool, token);
    return reply.clearCookie(COOKIE, cookie).code(204).send();
  });
}
