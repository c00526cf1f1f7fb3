// Who would see less or more than before, and what of it nobody asked for.

import type { records } from "@memberferry/wasm";

import { type GridColumn, Grid } from "./grid.js";
import { Issues, Tile, many, number, sentence } from "./parts.js";

const COLUMNS: readonly GridColumn[] = [{ title: "Member", width: 270 }, { title: "Access", width: 90 }, { title: "Page", width: 170 }, { title: "Why", width: 440 }];

/** What the owner decided, in the order in which it is told. */
const ASKED: readonly (readonly [keyof records.AskedChanges, string])[] = [
  ["newPages", "of pages that are new"],
  ["leftOut", "of the login, by people who are left out"],
  ["leftOutGuarded", "of more than the login, by people who are left out"],
  ["leftAlone", "of people who are left alone"],
  ["hadBefore", "of what users of the site could see already"],
  ["released", "of what timers open, or close"],
];

export function Access({ access }: { readonly access: records.AccessProof }) {
  const { asked, comparison, unasked, unaskedFound } = access;
  const { counts } = comparison;
  const told = ASKED.filter(([kind]) => asked[kind] > 0);
  return (
    <section class="card">
      <h2>Who would see less or more</h2>
      <dl class="tiles">
        <Tile label="Nobody asked for" value={number(unaskedFound)} look={unaskedFound > 0 ? "bad" : "good"} />
        <Tile label="Pages lost" value={number(counts.lost)} />
        <Tile label="Pages gained" value={number(counts.gained)} />
        <Tile label="Open later" value={number(counts.later)} />
        <Tile label="Open earlier" value={number(counts.earlier)} />
        <Tile label="As before" value={number(counts.unchanged)} />
      </dl>
      {told.length === 0 ? null : (
        <details>
          <summary>What follows from what you decided</summary>
          <ul>{told.map(([kind, what]) => <li>{many(asked[kind], "change")} {what}</li>)}</ul>
        </details>
      )}
      {unaskedFound === 0 ? (
        <p class="quiet">Within 90 days nobody loses or gains a page that they should not, each page and person counted.</p>
      ) : (
        <>
          <Issues issues={remediesOf(unasked)} />
          {unasked.length < unaskedFound ? <p class="quiet">The first {number(unasked.length)} of them:</p> : null}
          <Grid
            headTitle="No."
            label="Changes that nobody asked for"
            columns={COLUMNS}
            count={unasked.length}
            version={access}
            fetch={async (first, count) => unasked.slice(first, first + count).map((change, row) => ({ change, place: first + row }))}
            head={({ place }) => ({ text: number(place + 1) })}
            cell={({ change }, column) => ({ text: cells(change)[column] ?? "" })}
            empty="There are none."
          />
        </>
      )}
    </section>
  );
}

function cells({ subject, page, verdict, issue }: records.UnaskedChange): readonly string[] {
  return [subject, verdict, page.after ?? page.before ?? "", sentence(issue.message)];
}

/** What to do, once for each kind of change: the first of it stands for all. */
function remediesOf(unasked: readonly records.UnaskedChange[]): readonly records.Issue[] {
  const first = new Map<records.Code, records.Issue>();
  for (const { issue } of unasked) if (!first.has(issue.code)) first.set(issue.code, issue);
  return [...first.values()];
}
