// Who sees what before a move and after it: foreseen, refused, accepted by name, and proved on the members as they are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Site, type records } from "@memberferry/node";

import { apply } from "../src/apply.js";
import type { Move } from "../src/moves.js";
import type { Verification } from "../src/proof.js";
import { AUTHORIZED, DOCUMENT, Harbour, type Options, exportOf } from "./support/harbour.js";
import { Postgres } from "./support/postgres.js";

const LOUNGE: records.Page = { id: "lounge", title: "Lounge", url: "/lounge", rule: { kind: "has-any", tags: ["Course: Watercolour"] } };
/** The site as it was, with a page that the site as it is has no more. */
const WITH_LOUNGE: records.SiteDocument = { ...DOCUMENT, pages: [...(DOCUMENT.pages ?? []), LOUNGE] };
const CLOSED = { kind: "page", page: "lounge", why: "nobody came" } as const;
const CSV = exportOf(3);

let server: Postgres;
before(async () => void (server = await Postgres.start()));
after(() => server.remove());

const within = (options: Options, work: (harbour: Harbour) => Promise<void>): Promise<void> => Harbour.within(server, options, work);

function run({ pool, site, now }: Harbour, id: string, sites: object = {}): Promise<records.RunStatus | undefined> {
  return apply({ pool, site, batchSize: 10, now: () => now, ...sites }, id);
}

async function uploaded(harbour: Harbour, csv = CSV): Promise<Move> {
  return (await harbour.upload(csv)).json<Move>();
}

test("a move that takes access from somebody is not begun until the loss is accepted by name", async () => {
  await within({ before: WITH_LOUNGE }, async (harbour) => {
    const move = await uploaded(harbour);
    assert.deepEqual([move.access?.ok, move.access?.unaskedFound], [false, 3]);
    const foreseen = (await harbour.inject({ url: `/moves/${move.id}/access`, headers: AUTHORIZED })).json<records.AccessProof>();
    assert.deepEqual(foreseen.unasked.map(({ subject }) => subject), ["m0@example.com", "m1@example.com", "m2@example.com"]);

    const refused = await harbour.askApproval(move);
    assert.equal(refused.statusCode, 409);
    const { code, access } = refused.json<{ code: string; access: records.AccessProof }>();
    assert.equal(code, "access-unasked");
    assert.equal(access.unasked[0]?.issue.message, "`lounge` closes to them: rule-met before, no such page after");
    assert.equal((await harbour.askApproval(move, { acceptedLosses: [{ ...CLOSED, page: "circle" }] })).statusCode, 409);
    assert.equal((await harbour.askApproval(move, { acceptedLosses: [{ ...CLOSED, why: " " }] })).statusCode, 422);
    assert.equal(await run(harbour, move.id), undefined);

    assert.equal((await harbour.askApproval(move, { acceptedLosses: [CLOSED] })).statusCode, 202);
    const approved = await harbour.move(move.id);
    assert.deepEqual([approved.accepted, approved.access?.ok], [{ losses: [CLOSED], gains: [] }, true]);
    assert.equal(await run(harbour, move.id, { before: WITH_LOUNGE }), "complete");
    const { ok, access: found } = await harbour.post<Verification>(`/moves/${move.id}/verification`);
    assert.deepEqual([ok, found?.comparison.counts.lost], [true, 3]);
  });
});

test("a move that gives access to somebody is not begun until the gain is accepted by name", async () => {
  const tagMap = [{ kind: "rename", from: "Silver", to: "Circle Member" }] as const;
  await within({ document: { ...DOCUMENT, tagMap }, before: DOCUMENT }, async (harbour) => {
    const move = await uploaded(harbour, exportOf(2, "Silver"));
    assert.equal((await harbour.askApproval(move)).statusCode, 409);
    const circle = { kind: "page", page: "circle", why: "silver members are of the circle from now on" };
    assert.equal((await harbour.askApproval(move, { acceptedLosses: [circle] })).statusCode, 409);
    assert.equal((await harbour.askApproval(move, { acceptedGains: [circle] })).statusCode, 202);
    assert.equal(await run(harbour, move.id, { before: DOCUMENT }), "complete");
    assert.equal((await harbour.page("circle", "m0@example.com")).statusCode, 200);
    assert.equal((await harbour.post<Verification>(`/moves/${move.id}/verification`)).ok, true);
  });
});

test("whoever has lost access since is told of by the verification", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    assert.equal(await run(harbour, id), "complete");
    assert.equal((await harbour.post<Verification>(`/moves/${id}/verification`)).ok, true);
    await harbour.deliver("watercolour-refunded", { id: "1", email: "m1@example.com", occurredAt: "2026-03-02T08:30:00Z" });
    const { ok, access } = await harbour.post<Verification>(`/moves/${id}/verification`);
    assert.equal(ok, false);
    const lost = access?.unasked.map(({ subject, page, verdict }) => [subject, page.after, verdict]);
    assert.deepEqual(lost, [["m1@example.com", "course", "lost"], ["m1@example.com", "washes", "lost"]]);
  });
});

test("a run stops before it tells anybody where access was lost that nobody foresaw", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    // Somebody has taken two pages of each member's out of the site's document meanwhile.
    const pages = (DOCUMENT.pages ?? []).filter((page) => page.offering !== "watercolour");
    const site = Site.fromDocument({ ...DOCUMENT, pages });
    assert.equal(await run(harbour, id, { site, before: DOCUMENT }), "stopped");
    const failure = (await harbour.move(id)).progress?.failures.at(-1);
    assert.deepEqual([failure?.kind, failure?.message], ["verify-target", "access was lost or gained unasked 6 times"]);
    assert.equal((await harbour.page("home")).statusCode, 503);
  });
});

test("a move that takes another back is approved without a comparison, for it gives back what was", async () => {
  await within({}, async (harbour) => {
    const { id } = await harbour.approved(CSV);
    assert.equal(await run(harbour, id), "complete");
    const back = await harbour.post<Move>(`/moves/${id}/rollback`);
    assert.equal(back.access, null);
    await harbour.approve(back);
    assert.equal(await run(harbour, back.id), "complete");
    const { ok, access } = await harbour.post<Verification>(`/moves/${back.id}/verification`);
    assert.deepEqual([ok, access], [true, null]);
  });
});
