// The move to a site: which members would get what, and when.

import type { records } from "@memberferry/wasm";
import { useEffect, useState } from "preact/hooks";

import type { Move } from "../model/move.js";
import type { Workbench } from "../model/workbench.js";
import { Access } from "./access.js";
import { type GridColumn, Grid } from "./grid.js";
import { Files, Issues, Tile, TroubleBox, many, number, sentence } from "./parts.js";

const CONTINUITIES: readonly (readonly [records.DripContinuity, string])[] = [
  ["continue-from-last-released", "Go on from the last module that is open"],
  ["keep-original-clock", "Go on as if nothing had happened"],
  ["restart", "Begin again for everybody"],
  ["open-all", "Open everything at once"],
];

/** The phases of a run that are about single people, in its order. */
const PHASES = ["users", "tags", "enrollments"] as const;
type ShownPhase = (typeof PHASES)[number];
const PHASE_NAMES: Readonly<Record<ShownPhase, string>> = { users: "Users", tags: "Tags", enrollments: "Enrollments" };
/** Every phase, in the order of a run. */
const ORDER: readonly records.Phase[] = [
  "preflight", "backup", "maintenance-on", "users", "tags", "enrollments", "passwords", "verify", "notifications", "maintenance-off",
];
const COLUMNS: Readonly<Record<ShownPhase, readonly GridColumn[]>> = {
  users: [{ title: "Member", width: 270 }, { title: "Name", width: 190 }, { title: "Login", width: 190 }, { title: "Mail", width: 140 }, { title: "Since", width: 130 }],
  tags: [{ title: "Member", width: 270 }, { title: "Gets", width: 560 }],
  enrollments: [
    { title: "Member", width: 300 }, { title: "Offering", width: 240 }, { title: "Enrolled", width: 110 },
    { title: "Open at once", width: 150 }, { title: "Opens next", width: 240 },
  ],
};

/** An operation, and of an enrollment its modules as they would stand. */
interface Planned {
  readonly operation: records.Operation;
  readonly releases: readonly records.Release[];
  readonly place: number;
}

export function MoveView({ bench }: { readonly bench: Workbench }) {
  const { move } = bench;
  const { site, outcome, trouble } = move;
  return (
    <>
      <section class="card">
        <div class="head">
          <div>
            <h2>Where it goes</h2>
            <p class="quiet">
              {site === undefined
                ? "The site's document says what is offered, what opens when, and what becomes of tags."
                : `${site.document.name}, ${site.document.timezone}: ${site.document.offerings?.length ?? 0} offerings, ${site.document.pages?.length ?? 0} pages (${move.siteName})`}
            </p>
          </div>
          <Files label={site === undefined ? "Choose site.json" : "Choose another"} look={site === undefined ? "main" : ""} accept=".json,application/json" onFiles={([file]) => file && void move.load(file)} />
        </div>
        {trouble === undefined ? null : <TroubleBox trouble={trouble} />}
        {site === undefined ? null : <><Target move={move} /><Before move={move} /><Choices move={move} /></>}
      </section>
      {site === undefined ? null : outcome === undefined ? (
        <p class="empty" role="status">{move.isPlanning ? "Planning…" : "There is nobody to plan for yet: open a list."}</p>
      ) : (
        <>
          {move.isOld ? (
            <p class="box offer">
              <span>A list was changed since this was planned.</span>
              <button type="button" class="button main" onClick={() => move.refresh()} disabled={move.isPlanning}>Plan again</button>
            </p>
          ) : null}
          <Summary move={move} />
          <Access access={outcome.access} />
          <Operations move={move} />
        </>
      )}
    </>
  );
}

/** Whom the site has already. */
function Target({ move }: { readonly move: Move }) {
  const { users } = move;
  return (
    <div class="head">
      <p class="quiet">
        {users === undefined
          ? "The site is taken to be new, with nobody on it. If it has users, choose them: a file with one of them on each line, as JSON."
          : `The site has ${many(users.length, "user")} already (${move.usersName}).`}
      </p>
      <div class="buttons">
        <Files label={users === undefined ? "Choose its users" : "Choose other users"} look="" accept=".jsonl,.ndjson,.json,application/x-ndjson" onFiles={([file]) => file && void move.loadUsers(file)} />
        {users === undefined ? null : <button type="button" class="button" onClick={() => move.forgetUsers()}>The site is new</button>}
      </div>
    </div>
  );
}

/** What people see today. */
function Before({ move }: { readonly move: Move }) {
  const { before } = move;
  return (
    <div class="head">
      <p class="quiet">
        {before === undefined
          ? "Its pages and rules are taken to be those that people have today. If they were others, choose the site's document as it was."
          : `What people see today is what ${before.name} says (${move.beforeName}).`}
      </p>
      <div class="buttons">
        <Files label={before === undefined ? "Choose the site as it was" : "Choose another as it was"} look="" accept=".json,application/json" onFiles={([file]) => file && void move.loadBefore(file)} />
        {before === undefined ? null : <button type="button" class="button" onClick={() => move.forgetBefore()}>It was the same</button>}
      </div>
    </div>
  );
}

function Choices({ move }: { readonly move: Move }) {
  const { choices } = move;
  return (
    <form class="choices" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Planned for (UTC)</span>
        <input type="datetime-local" value={choices.now.slice(0, 16)} onChange={(event) => event.currentTarget.value !== "" && move.choose({ now: `${event.currentTarget.value}:00Z` })} />
      </label>
      <label>
        <span>Timers of modules</span>
        <select value={choices.dripContinuity} onChange={(event) => move.choose({ dripContinuity: event.currentTarget.value as records.DripContinuity })}>
          {CONTINUITIES.map(([value, name]) => <option value={value}>{name}</option>)}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" checked={choices.importAllContacts} onChange={(event) => move.choose({ importAllContacts: event.currentTarget.checked })} />
        <span>Everybody, not members and buyers alone</span>
      </label>
    </form>
  );
}

function Summary({ move }: { readonly move: Move }) {
  const { outcome } = move;
  if (outcome === undefined) return null;
  const { summary, issues = [] } = outcome.plan.header;
  return (
    <section class="card">
      <h2>What would be done</h2>
      <dl class="tiles">
        <Tile label="Become users" value={number(summary.toCreate)} look="good" />
        <Tile label="Are there and change" value={number(summary.toUpdate)} />
        <Tile label="Are there and stay as they are" value={number(summary.unchanged + summary.skipped + summary.protected)} />
        <Tile label="Tags given" value={number(summary.tagsToAdd)} />
        <Tile label="Enrollments" value={number(countOf(summary, "enrollments"))} />
        <Tile label="Left out" value={number(summary.leftOut)} />
        <Tile label="Tags dropped" value={number(summary.tagsDropped)} />
        <Tile label="Stand in the way" value={number(outcome.blockers.length)} look={outcome.blockers.length > 0 ? "bad" : "good"} />
      </dl>
      {outcome.blockers.length === 0 ? null : <><h3>This has to be put right first</h3><Issues issues={outcome.blockers} /></>}
      {issues.length === 0 ? null : (
        <details>
          <summary>{number(issues.length)} things worth knowing</summary>
          <Issues issues={issues} />
        </details>
      )}
      <p class="quiet">Digest <code class="digest">{outcome.plan.digest}</code>: what is reviewed here is what a run with this digest does, and nothing else.</p>
    </section>
  );
}

const countOf = ({ operations }: records.PlanSummary, phase: records.Phase): number =>
  Object.values(operations[phase] ?? {}).reduce((sum, count) => sum + count, 0);

function Operations({ move }: { readonly move: Move }) {
  const [phase, setPhase] = useState<ShownPhase>("enrollments");
  const [active, setActive] = useState<Planned | undefined>();
  const { outcome, site } = move;
  useEffect(() => setActive(undefined), [outcome, phase]);
  if (outcome === undefined || site === undefined) return null;
  const { plan } = outcome;
  const { summary } = plan.header;
  const before = ORDER.slice(0, ORDER.indexOf(phase)).reduce((sum, each) => sum + countOf(summary, each), 0);
  const fetch = async (first: number, count: number): Promise<readonly Planned[]> => {
    const operations = await plan.slice(before + first, count);
    return Promise.all(
      operations.map(async (operation, place) => {
        const releases =
          operation.kind === "enroll"
            ? await site.releaseSchedule({ ...operation.change.after, offering: operation.change.offering }, move.choices.now)
            : [];
        return { operation, releases, place: first + place };
      }),
    );
  };
  const offering = (id: string): records.Offering | undefined => site.document.offerings?.find((each) => each.id === id);
  const moduleName = (of: string, id: string): string => offering(of)?.modules?.find((module) => module.id === id)?.name ?? id;
  const cells = ({ operation, releases }: Planned): readonly string[] => {
    const email = operation.subject.kind === "user" ? operation.subject.email : "the site";
    switch (operation.kind) {
      case "create-user": {
        const { profile, username } = operation.change;
        return [email, nameOf(profile), username, profile.marketing?.status ?? "not stated", day(profile.createdAt)];
      }
      case "update-user": {
        const { after } = operation.change;
        return [email, nameOf(after), "as it is", after.marketing?.status ?? "as it is", day(after.createdAt)];
      }
      case "add-tags":
        return [email, operation.change.added.join(", ")];
      case "enroll": {
        const { change } = operation;
        const open = releases.filter(({ state }) => state === "open");
        const next = releases.filter(({ state, opensAt }) => state === "scheduled" && opensAt !== undefined)
          .toSorted((one, other) => String(one.opensAt).localeCompare(String(other.opensAt)))[0];
        return [
          email,
          offering(change.offering)?.name ?? change.offering,
          day(change.after.enrolledAt),
          releases.length === 0 ? "" : `${open.length} of ${releases.length} modules`,
          next === undefined ? "" : `${day(next.opensAt)}: ${moduleName(change.offering, next.module)}`,
        ];
      }
      default:
        return [email, operation.kind.replaceAll("-", " ")];
    }
  };
  return (
    <section class="card">
      <h2>Who gets what, and when</h2>
      <div class="segments" role="group" aria-label="Part of the plan">
        {PHASES.map((each) => (
          <button type="button" aria-pressed={phase === each} onClick={() => setPhase(each)}>{PHASE_NAMES[each]} <span class="facet-count">{number(countOf(summary, each))}</span></button>
        ))}
      </div>
      <Grid
        key={phase}
        headTitle="No."
        label={PHASE_NAMES[phase]}
        columns={COLUMNS[phase]}
        count={countOf(summary, phase)}
        version={plan}
        fetch={fetch}
        head={({ place }) => ({ text: number(place + 1) })}
        cell={(row, column) => ({ text: cells(row)[column] ?? "" })}
        onActive={(row) => setActive(row)}
        empty="Nothing of this kind would be done."
      />
      {active?.operation.kind !== "enroll" ? null : (
        <div class="detail">
          <h3>{active.operation.subject.kind === "user" ? active.operation.subject.email : ""} in {offering(active.operation.change.offering)?.name}</h3>
          <ol class="releases">
            {active.releases.map((release) => (
              <li class={release.state}>
                <strong>{moduleName(active.operation.kind === "enroll" ? active.operation.change.offering : "", release.module)}</strong>
                <span>{release.state === "scheduled" ? day(release.opensAt) : release.state}</span>
                <span class="quiet">{sentence(release.explanation)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

const nameOf = ({ firstName, lastName }: records.UserProfile): string => [firstName, lastName].filter((part) => part !== undefined).join(" ");

const day = (instant: string | undefined): string => instant?.slice(0, 10) ?? "";
