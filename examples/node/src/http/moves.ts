// Moves, for whoever has the token: an export comes in and a plan goes out; once it is approved, a worker carries it out.

import { createHash, timingSafeEqual } from "node:crypto";
import { Readable } from "node:stream";
import { Plan, readContacts, type records } from "@memberferry/node";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { rollback } from "../apply.js";
import { snapshot } from "../members.js";
import { type Accepted, type Move, type Refusal, accessOf, approve, find, keep, planOf, setAside, standing } from "../moves.js";
import { accessProof, foresee, verify } from "../proof.js";
import { setMaintenance } from "../settings.js";
import type { Service } from "./app.js";
import { HttpError } from "./errors.js";

interface UploadQuery {
  readonly file?: string;
  readonly timezone?: string;
  readonly everybody: boolean;
  readonly notify: "nobody" | "mailable";
}

const UPLOAD = {
  type: "object",
  additionalProperties: false,
  properties: {
    file: { type: "string", maxLength: 255 },
    timezone: { type: "string", maxLength: 64 },
    everybody: { type: "boolean", default: false },
    notify: { enum: ["nobody", "mailable"], default: "nobody" },
  },
} as const;

const APPROVAL = {
  type: "object",
  required: ["digest"],
  additionalProperties: false,
  properties: {
    digest: { type: "string", pattern: "^[0-9a-f]{64}$" },
    backup: { type: "string", minLength: 1, maxLength: 500 },
    // What stands in them the library checks.
    acceptedLosses: { type: "array", maxItems: 100, default: [] },
    acceptedGains: { type: "array", maxItems: 100, default: [] },
  },
} as const;

const MAINTENANCE = {
  type: "object",
  required: ["value"],
  additionalProperties: false,
  properties: { value: { enum: ["on", "off"] } },
} as const;

const ID = {
  type: "object",
  properties: { id: { type: "string", format: "uuid" } },
} as const;

const OPERATIONS = {
  type: "object",
  additionalProperties: false,
  properties: {
    first: { type: "integer", minimum: 0, default: 0 },
    count: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
  },
} as const;

const REFUSALS: Readonly<Record<Refusal, [number, string]>> = {
  "no-move": [404, "there is no such move"],
  "other-digest": [409, "this is not the plan of that digest: look at it again"],
  blocked: [409, "the plan has blockers"],
  "decided-already": [409, "the move was begun already"],
};

const THROUGH = new Set<Move["state"]>(["complete", "complete-with-failures", "stopped", "aborted"]);

interface ApprovalBody {
  readonly digest: string;
  readonly backup?: string;
  readonly acceptedLosses: Accepted["losses"];
  readonly acceptedGains: Accepted["gains"];
}

interface OfMove {
  Params: { id: string };
}

export async function moves(app: FastifyInstance, service: Service): Promise<void> {
  const { pool, config, site, now } = service;
  const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
  const wanted = digestOf(`Bearer ${config.adminToken}`);

  app.addHook("onRequest", async ({ headers }, reply) => {
    if (timingSafeEqual(digestOf(headers.authorization ?? ""), wanted)) return;
    reply.header("www-authenticate", "Bearer");
    throw new HttpError(401, "token-wrong", "this needs the administrator's token");
  });

  // An upload is not kept anywhere: what comes in is read as it comes.
  app.addContentTypeParser(["text/csv", "application/octet-stream"], (_request, payload, done) => done(null, payload));

  let uploads = 0;
  app.post<{ Querystring: UploadQuery; Body: unknown }>("/moves", { schema: { querystring: UPLOAD } }, async (request, reply) => {
    if (Number(request.headers["content-length"] ?? 0) > config.uploadBytes) throw tooLarge(config.uploadBytes);
    if (uploads >= config.uploads) {
      reply.header("retry-after", "30");
      throw new HttpError(503, "busy", "other exports are being read");
    }
    uploads += 1;
    try {
      const move = await planned(service, request);
      return reply.code(201).header("location", `/moves/${move.id}`).send(move);
    } catch (error) {
      // What is left of the upload is not read.
      reply.header("connection", "close");
      throw error;
    } finally {
      uploads -= 1;
    }
  });

  app.get<OfMove>("/moves/:id", { schema: { params: ID } }, async ({ params }) => {
    const move = await find(pool, params.id);
    if (move === undefined) throw noMove();
    return move;
  });

  app.get<OfMove & { Querystring: { first: number; count: number } }>(
    "/moves/:id/operations",
    { schema: { params: ID, querystring: OPERATIONS } },
    async ({ params, query }) => {
      if ((await find(pool, params.id)) === undefined) throw noMove();
      const plan = await planOf(pool, params.id);
      try {
        return { length: plan.length, operations: plan.slice(query.first, query.count) };
      } finally {
        plan.free();
      }
    },
  );

  app.get<OfMove>("/moves/:id/set-aside", { schema: { params: ID } }, async ({ params }, reply) => {
    const csv = await setAside(pool, params.id);
    if (csv === undefined) throw noMove();
    return reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="set-aside.csv"').send(csv);
  });

  app.get<OfMove>("/moves/:id/access", { schema: { params: ID } }, async ({ params }) => {
    const access = await accessOf(pool, params.id);
    if (access === undefined) throw noMove();
    return access;
  });

  app.post<OfMove & { Body: ApprovalBody }>(
    "/moves/:id/approval",
    { schema: { params: ID, body: APPROVAL } },
    async ({ params: { id }, body: { digest, backup, acceptedLosses: losses, acceptedGains: gains } }, reply) => {
      const move = await find(pool, id);
      let approval = standing(move, digest);
      if (approval === "open") {
        const accepted = { losses, gains };
        const access = move?.access === null ? undefined : await foresee(pool, service, id, accepted);
        if (access?.ok === false) throw unasked(access);
        approval = await approve(pool, id, { digest, backup, accepted, access });
      }
      if (approval === "approved") return reply.code(202).send(await find(pool, id));
      const [status, message] = REFUSALS[approval];
      throw new HttpError(status, approval, message);
    },
  );

  app.put<{ Body: { value: "on" | "off" } }>("/maintenance", { schema: { body: MAINTENANCE } }, async ({ body }, reply) => {
    await setMaintenance(pool, body.value);
    return reply.code(204).send();
  });

  const through = async (id: string): Promise<Move> => {
    const move = await find(pool, id);
    if (move === undefined) throw noMove();
    if (!THROUGH.has(move.state)) throw new HttpError(409, "not-through", "the move is not through");
    return move;
  };

  app.post<OfMove>("/moves/:id/verification", { schema: { params: ID } }, async ({ params }) => {
    return verify(pool, service, await through(params.id));
  });

  app.post<OfMove>("/moves/:id/rollback", { schema: { params: ID } }, async ({ params }, reply) => {
    await through(params.id);
    const move = await rollback({ pool, site, now }, params.id);
    return reply.code(201).header("location", `/moves/${move.id}`).send(move);
  });
}

function noMove(): HttpError {
  return new HttpError(404, "no-move", "there is no such move");
}

/** How many changes of access stand in a refusal; all of them are kept. */
const CHANGES_SHOWN = 20;

function unasked(access: records.AccessProof): HttpError {
  const message = `${access.unaskedFound} changes of access that nobody asked for: accept them by name, or mend the site's document`;
  return new HttpError(409, "access-unasked", message, { access: { ...access, unasked: access.unasked.slice(0, CHANGES_SHOWN) } });
}

function tooLarge(most: number): HttpError {
  return new HttpError(413, "upload-too-large", `an upload has at most ${most} bytes`);
}

/** Reads an export as it comes, and plans its move. */
async function planned({ pool, config, site, before, now }: Service, request: FastifyRequest<{ Querystring: UploadQuery; Body: unknown }>): Promise<Move> {
  const { body } = request;
  if (!(body instanceof Readable)) throw new HttpError(415, "upload-kind", "an upload is sent as text/csv");
  const { file, timezone, everybody, notify } = request.query;
  const gone = new AbortController();
  const leave = (): void => {
    if (!request.raw.complete) gone.abort(new HttpError(400, "upload-cut-off", "the upload ended early"));
  };
  request.raw.once("close", leave);
  const { signal } = gone;
  try {
    const source = chunksOf(body);
    const limits = { bytes: config.uploadBytes, records: config.uploadRecords };
    const fileName = file === undefined ? {} : { fileName: file };
    const intake = await readContacts(source, { timezone: timezone ?? site.document.timezone, limits, signal, ...fileName });
    try {
      const target = await snapshot(pool, signal);
      const passwordPolicy = notify === "nobody" ? "reset-quietly" : "reset-and-notify";
      const options = { importAllContacts: everybody, notify, passwordPolicy, batchSize: config.batchSize } as const;
      const plan = await Plan.build(site, intake.contacts, target, { now: now(), tagDates: intake.tagDates, signal, ...options });
      const { detection, stats, issues } = intake;
      const about = { source: detection.source, stats, issues: issues.counts };
      const access = await accessProof({ site, before }, intake.contacts, plan, target, { stage: "foreseen", signal });
      const read = { about, setAsideCsv: intake.setAsideCsv(), contacts: intake.contacts, access };
      const move = await keep(pool, plan, { read });
      target.free();
      plan.free();
      return move;
    } finally {
      intake.free();
    }
  } finally {
    request.raw.removeListener("close", leave);
  }
}

/** The chunks of an upload. Where reading ends early, the connection stays, so that whoever sent it is told why. */
async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array> {
  yield* body.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array>;
}
