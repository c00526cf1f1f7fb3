// Every golden vector, to the byte.

import assert from "node:assert/strict";
import test from "node:test";

import { library } from "./support/library.mjs";
import { attestation, vectors, wrong } from "./support/vectors.mjs";

const { callRaw } = library;

test("every vector gets the reply it expects", () => {
  const all = vectors();
  const replies = all.map(({ op, request }) => callRaw(op, new TextEncoder().encode(request)));
  assert.deepEqual(wrong(all, replies), []);
  console.log(attestation(all, replies));
});

test("every operation has a vector", () => {
  const covered = new Set(vectors().map(({ op }) => op));
  assert.deepEqual(
    library.operations().filter((name) => !covered.has(name)),
    [],
  );
});
