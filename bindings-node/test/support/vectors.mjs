// The golden vectors, with each request as the bytes that `core/tests/vectors.rs` sends.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

const FOLDER = path.join(import.meta.dirname, "../../../core/vectors");

/** By code point, as Rust orders text; JavaScript orders code units. */
function byCodePoint(left, right) {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** A number as it stands in its text: parsed, one beyond 2^53 or with a decimal point would become another. */
class Verbatim {
  constructor(text) {
    this.text = text;
  }
}

/** Parses JSON, numbers aside. */
function parse(text) {
  const tokens = text.matchAll(/\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:])/gy);
  const next = () => tokens.next().value[1];
  const value = (token) => {
    if (token === "{") return object();
    if (token === "[") return list();
    if (/^[-\d]/.test(token)) return new Verbatim(token);
    return JSON.parse(token);
  };
  const object = () => {
    const entries = [];
    for (let token = next(); token !== "}"; token = next()) {
      if (token === ",") continue;
      next(); // the colon
      entries.push([JSON.parse(token), value(next())]);
    }
    return new Map(entries);
  };
  const list = () => {
    const items = [];
    for (let token = next(); token !== "]"; token = next()) if (token !== ",") items.push(value(token));
    return items;
  };
  return value(next());
}

/** Compact, the keys in order. */
function write(value) {
  if (value instanceof Verbatim) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value instanceof Map) {
    const keys = [...value.keys()].sort(byCodePoint);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${write(value.get(key))}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Every vector, in the order of the ids. */
export function vectors() {
  const ops = readdirSync(FOLDER).filter((name) => statSync(path.join(FOLDER, name)).isDirectory());
  const all = ops.flatMap((op) =>
    readdirSync(path.join(FOLDER, op))
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        const vector = parse(readFileSync(path.join(FOLDER, op, name), "utf8"));
        const request = vector.get("request");
        return {
          id: `${op}/${name.slice(0, -".json".length)}`,
          op: vector.get("op"),
          request: typeof request === "string" ? request : write(request),
          expect: JSON.parse(write(vector.get("expect"))),
        };
      }),
  );
  return all.sort((left, right) => byCodePoint(left.id, right.id));
}

/** The vectors that got another reply than they expect. What it is, the core's own test shows. */
export function wrong(all, replies) {
  const isWrong = ({ expect }, place) => !isDeepStrictEqual(JSON.parse(Buffer.from(replies[place]).toString()), expect);
  return all.filter(isWrong).map(({ id }) => id);
}

/** What every language prints of the vectors, and has to print the same. */
export function attestation(all, replies) {
  const digest = createHash("sha256");
  all.forEach(({ id }, place) => digest.update(id).update(replies[place]));
  return `vectors: ${all.length}, digest: ${digest.digest("hex")}`;
}
