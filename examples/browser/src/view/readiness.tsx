// Whether the site is ready: what was found, what only a person knows, and what has to be done by hand.

import type { records } from "@memberferry/wasm";

import type { Workbench } from "../model/workbench.js";
import { Issues, Said, many, number, sentence } from "./parts.js";

const VERDICTS: Readonly<Record<records.ReadinessVerdict, readonly [string, string]>> = {
  ready: ["Ready to be moved", "good"],
  "not-yet": ["Not ready yet", "warning"],
  "keep-your-crm": ["Better to keep the CRM", "bad"],
};
const AREAS: Readonly<Record<records.ChecklistArea, string>> = {
  fit: "Whether it fits", recovery: "A way back", staging: "A place to try it", setup: "Settings", records: "Data",
};
const STATUSES: Readonly<Record<records.ChecklistStatus, string>> = {
  done: "done", failing: "failing", "not-applicable": "does not apply", open: "open", old: "answered too long ago",
};

export function ReadinessView({ bench }: { readonly bench: Workbench }) {
  const { move } = bench;
  const { outcome } = move;
  if (outcome === undefined) {
    return <p class="empty">Open a list and the site's document, then this says whether the site is ready to be moved.</p>;
  }
  const { verdict, reasons = [], checklist = [], manualWork = [], issues = [] } = outcome.readiness;
  const [title, look] = VERDICTS[verdict];
  const areas = Object.keys(AREAS) as records.ChecklistArea[];
  const done = checklist.filter(({ status }) => status === "done" || status === "not-applicable").length;
  return (
    <>
      <section class={`card verdict ${look}`}>
        <h2>{title}</h2>
        <p>{number(done)} of {many(checklist.length, "point")} settled.</p>
        <progress max={checklist.length} value={done} aria-label="Points settled" />
        <ul class="reasons">{reasons.map((reason) => <li><Said text={reasonText(reason)} /></li>)}</ul>
      </section>
      {areas.map((area) => {
        const entries = checklist.filter((entry) => entry.area === area);
        return entries.length === 0 ? null : (
          <section class="card">
            <h2>{AREAS[area]}</h2>
            <ul class="checklist">
              {entries.map((entry) => (
                <li>
                  <span class={`mark status-${entry.status}`}>{STATUSES[entry.status]}</span>
                  <div>
                    <p><strong>{sentence(entry.question)}</strong></p>
                    <p class="quiet">{sentence(entry.why)}{entry.found === undefined ? "" : ` Found: ${entry.found}.`}</p>
                  </div>
                  <select
                    aria-label={`Answer: ${entry.question}`}
                    value={entry.answer?.answer ?? ""}
                    onChange={(event) => {
                      const answer = event.currentTarget.value;
                      move.answer(entry.item, answer === "" ? undefined : (answer as records.Answer));
                    }}
                  >
                    <option value="">{entry.toldBy === "computed" ? "Computed" : "Not answered"}</option>
                    <option value="yes">Yes</option>
                    <option value="no">No</option>
                    <option value="not-applicable">Does not apply</option>
                  </select>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {manualWork.length === 0 ? null : (
        <section class="card">
          <h2>To be done by hand</h2>
          <ul class="reasons">{manualWork.map(({ name, what }) => <li><strong>{name}</strong>: <Said text={what} /></li>)}</ul>
        </section>
      )}
      {issues.length === 0 ? null : <section class="card"><h2>Found in the site</h2><Issues issues={issues} /></section>}
    </>
  );
}

function reasonText(reason: records.VerdictReason): string {
  switch (reason.kind) {
    case "speaks-for-the-crm":
    case "wrong":
      return `${reason.meaning} (${number(reason.count)})`;
    case "open":
      return `${many(reason.items.length, "point")} without an answer`;
    case "old":
      return `${many(reason.items.length, "answer")} too old to count`;
    case "all-confirmed":
      return "Every point is confirmed or does not apply";
  }
}
