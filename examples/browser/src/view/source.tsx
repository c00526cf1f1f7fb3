// What a list was found to be, and how it stands.

import type { records } from "@memberferry/wasm";
import { useEffect, useState } from "preact/hooks";

import type { List } from "../model/list.js";
import type { Workbench } from "../model/workbench.js";
import { Bars, Issues, Said, Tile, many, number, rank, sentence } from "./parts.js";

const EVIDENCE: Readonly<Record<string, string>> = {
  "byte-order-mark": "the file says so",
  "valid-utf8": "all of it is valid",
  "mostly-utf8": "nearly all of it is valid",
  "zero-bytes": "by its zero bytes",
  "escape-sequences": "by its escape sequences",
  statistics: "by how often letters occur",
  named: "named",
};
const DELIMITERS: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };
/** How many issues of the whole file are shown. */
const SHOWN = 200;

export function SourceView({ bench, list, onCode }: {
  readonly bench: Workbench;
  readonly list: List;
  readonly onCode: (code: records.Code) => void;
}) {
  const { sheet, intake } = list;
  const [whole, setWhole] = useState<readonly records.Issue[]>([]);
  // Hundreds of them, which nobody wants before they choose one.
  const [zones, setZones] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void intake?.issues(0, SHOWN).then((issues) => {
      if (isWanted) setWhole(issues.filter(({ location }) => location?.record === undefined));
    });
    return () => {
      isWanted = false;
    };
  }, [intake]);
  if (sheet === undefined) return null;
  const { source, alternatives, encoding, dialect, headerLine } = sheet.detection;
  const counts = countsOf(bench, list);
  return (
    <>
      <section class="card">
        <h2>Where it comes from</h2>
        <div class="guess">
          <p class="big">{title(source.profile)} <span class="quiet">{sentence(source.variant.replaceAll("-", " "))}</span></p>
          <label class="score">
            <meter min={0} max={100} low={50} high={80} optimum={100} value={source.score}>{source.score}</meter>
            <span>{source.score} of 100{source.certain ? "" : ", not certain"}</span>
          </label>
        </div>
        <ul class="reasons">{source.reasons.map((reason) => <li><Said text={reason} /></li>)}</ul>
        {alternatives.length === 0 ? null : (
          <p class="quiet">It might also be {alternatives.map(({ profile, score }) => `${title(profile)} (${score})`).join(", ")}.</p>
        )}
        <dl class="facts">
          <div><dt>Encoding</dt><dd>{encoding.name} <span class="quiet">{EVIDENCE[encoding.evidence] ?? encoding.evidence.replaceAll("-", " ")}</span></dd></div>
          {dialect === undefined ? null : <div><dt>Cells parted by</dt><dd>{DELIMITERS[dialect.delimiter] ?? dialect.delimiter}</dd></div>}
          <div><dt>Column names</dt><dd>line {headerLine}</dd></div>
          <div><dt>Size</dt><dd>{number(Math.ceil(list.file.size / 1000))} kB</dd></div>
          <div>
            <dt><label for="zone">Time zone of its dates</label></dt>
            <dd>
              <input
                id="zone"
                list="zones"
                placeholder="UTC, or the source's"
                value={list.timezone}
                onFocus={() => setZones(Intl.supportedValuesOf("timeZone"))}
                onChange={(event) => list.setTimezone(event.currentTarget.value.trim())}
              />
              <datalist id="zones">{zones.map((zone) => <option value={zone} />)}</datalist>
            </dd>
          </div>
          <div>
            <dt><label for="region">Country of its telephone numbers</label></dt>
            <dd>
              <input
                id="region"
                placeholder="two letters, such as NL"
                maxLength={2}
                value={list.region}
                onChange={(event) => list.setRegion(event.currentTarget.value.trim().toUpperCase())}
              />
            </dd>
          </div>
        </dl>
      </section>
      {intake === undefined ? null : (
        <section class="card">
          <h2>How it stands</h2>
          <dl class="tiles">
            <Tile label="People" value={number(intake.stats.contacts)} look="good" />
            <Tile label="Rows" value={number(intake.stats.records)} />
            <Tile label="Merged duplicates" value={number(intake.stats.duplicates)} />
            <Tile label="Set aside" value={number(intake.stats.setAside)} look={intake.stats.setAside > 0 ? "bad" : undefined} />
            <Tile label="Different tags" value={number(intake.stats.distinctTags)} />
          </dl>
          {counts.length === 0 ? <p>Nothing is wrong with it.</p> : (
            <>
              <Bars title="What was found, by kind" bars={counts.map(({ label, count, severity }) => ({ label, values: [count], look: severity }))} />
              <p class="row">
                {counts.slice(0, 3).map(({ code, count }) => (
                  <button type="button" class="button" onClick={() => onCode(code)}>Show {many(count, "row")}: {code.replaceAll("-", " ")}</button>
                ))}
              </p>
            </>
          )}
        </section>
      )}
      {whole.length === 0 ? null : (
        <section class="card">
          <h2>Said of the file as a whole</h2>
          <Issues issues={whole} />
        </section>
      )}
    </>
  );
}

export interface CodeCount {
  readonly code: records.Code;
  readonly count: number;
  readonly severity: records.Severity;
  readonly label: string;
}

/** The kinds of issues, the worst and most frequent first. */
export function countsOf(bench: Workbench, list: List): readonly CodeCount[] {
  const counts = Object.entries(list.intake?.issueCounts ?? {}) as [records.Code, number][];
  return counts
    .map(([code, count]) => {
      const meaning = bench.meanings.get(code);
      return { code, count, severity: meaning?.severity ?? "info", label: sentence(meaning?.meaning ?? code) };
    })
    .sort((one, other) => rank(one.severity) - rank(other.severity) || other.count - one.count);
}

const title = (profile: string): string => sentence(profile.replaceAll("-", " "));
