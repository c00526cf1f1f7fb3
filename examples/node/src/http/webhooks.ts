// Webhooks: who sent them, and what they say. What they do is not known here.

import type { records } from "@memberferry/node";
import type { FastifyInstance } from "fastify";

import { verify } from "../signature.js";
import { type Delivered, type Delivery, deliver } from "../webhooks.js";
import type { Service } from "./app.js";
import { HttpError } from "./errors.js";

export const SIGNATURE = "webhook-signature";
const LONGEST_ID = 200;

/** What a delivery says, read as strictly as it is signed. */
function deliveryOf(body: Buffer): Delivery | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(value).length !== 3) return undefined;
  const { id, email, occurredAt } = value as Record<string, unknown>;
  if (typeof id !== "string" || id === "" || id.length > LONGEST_ID || id.includes("\0")) return undefined;
  if (typeof email !== "string" || typeof occurredAt !== "string") return undefined;
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(occurredAt) && !Number.isNaN(Date.parse(occurredAt));
  return isInstant ? { id, email, occurredAt } : undefined;
}

const REFUSALS: Readonly<Record<Exclude<Delivered["kind"], "applied" | "superseded" | "refused">, [number, string]>> = {
  different: [409, "another delivery had this id"],
  "no-member": [404, "there is no member of this address"],
  "email-invalid": [422, "no mail can be sent to this address"],
  maintenance: [503, "members are being moved: send it again later"],
};

export async function webhooks(app: FastifyInstance, { pool, site, config, now, ...rest }: Service & { webhooks: ReadonlyMap<string, records.CustomOperation> }): Promise<void> {
  // The signature is of the bytes, whatever they are.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.post<{ Params: { webhook: string }; Body: Buffer }>("/webhooks/:webhook", async ({ params, headers, body }, reply) => {
    const at = now();
    const header = headers[SIGNATURE];
    const signed = { header: typeof header === "string" ? header : undefined, body: body ?? Buffer.alloc(0) };
    const verdict = verify(signed, config.webhookSecrets, at, config.webhookTolerance);
    if (verdict === "wrong") throw new HttpError(401, "signature-wrong", "the signature is not of this body");
    if (verdict !== "right") throw new HttpError(401, `signature-${verdict}`, "the signature's time is too far from now");
    const operation = rest.webhooks.get(params.webhook);
    if (operation === undefined) throw new HttpError(404, "no-webhook", "there is no such webhook");
    const delivery = deliveryOf(signed.body);
    if (delivery === undefined) throw new HttpError(400, "delivery-invalid", "a delivery is an object of id, email and occurredAt");
    // What is said to happen later would be ahead of everything that does happen until then.
    if (Date.parse(delivery.occurredAt) > at.getTime() + config.webhookTolerance * 1000) {
      throw new HttpError(400, "occurred-later", "it has not happened yet");
    }
    const delivered = await deliver(pool, site, { id: params.webhook, operation }, delivery, signed.body);
    if ("isRepeated" in delivered) return { outcome: delivered.kind, repeated: delivered.isRepeated };
    const [status, message] = REFUSALS[delivered.kind];
    if (status === 503) reply.header("retry-after", "60");
    throw new HttpError(status, delivered.kind, message);
  });
}
