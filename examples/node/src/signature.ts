// Who sent something, and when: `t=<seconds>,v1=<hex>`, an HMAC-SHA256 of `<seconds>.<body>`. Knows no webhook.

import { createHmac, timingSafeEqual } from "node:crypto";

function mac(secret: string, seconds: string, body: Buffer): Buffer {
  return createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
}

/** The header that goes with a body. */
export function sign(secret: string, body: Buffer, at: Date): string {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return `t=${seconds},v1=${mac(secret, seconds, body).toString("hex")}`;
}

export type Verdict = "right" | "wrong" | "too-old" | "too-new";

export interface Signed {
  readonly header: string | undefined;
  readonly body: Buffer;
}

/** Whether one of the secrets signed a body, within a tolerance in seconds. Nothing is said of a time that nobody has vouched for. */
export function verify({ header, body }: Signed, secrets: readonly string[], now: Date, tolerance: number): Verdict {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "");
  const [, seconds, hex] = match ?? [];
  if (seconds === undefined || hex === undefined) return "wrong";
  const given = Buffer.from(hex, "hex");
  if (!secrets.some((secret) => timingSafeEqual(mac(secret, seconds, body), given))) return "wrong";
  const age = now.getTime() / 1000 - Number(seconds);
  if (age > tolerance) return "too-old";
  return age < -tolerance ? "too-new" : "right";
}
