// What becomes of errors: what the library refuses is told with its code and its help, what the database refuses is not told. Knows no route.

import { MemberferryError } from "@memberferry/node";
import type { FastifyInstance } from "fastify";

import { isUnavailable } from "../database.js";

/** A request that is answered with a status and a code. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    /** What else is told. */
    readonly details: object = {},
  ) {
    super(message);
  }
}

/** Codes of the library that say that something is too much. */
const LIMITS = /^limit-/;
const ISSUES_SHOWN = 20;

export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ code: "not-found", message: "there is nothing here" }));
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof MemberferryError) {
      const { issues = [], ...failure } = error.toJSON();
      return reply.code(LIMITS.test(error.code) ? 413 : 422).send({ ...failure, issues: issues.slice(0, ISSUES_SHOWN) });
    }
    if (isUnavailable(error)) {
      request.log.error({ err: error }, "the database is away");
      return reply.code(503).header("retry-after", "5").send({ code: "unavailable", message: "try again later" });
    }
    if (error instanceof HttpError) return reply.code(error.statusCode).send({ code: error.code, message: error.message, ...error.details });
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (error instanceof Error && status >= 400 && status < 500) {
      return reply.code(status).send({ code: "request-invalid", message: error.message });
    }
    request.log.error({ err: error }, "a mistake");
    return reply.code(500).send({ code: "internal", message: "something went wrong here" });
  });
}
