// What each column is for, to be looked over and changed.

import type { records } from "@memberferry/wasm";
import { useEffect, useState } from "preact/hooks";

import type { List } from "../model/list.js";
import { Files, sentence } from "./parts.js";

/** What a column of contacts can be for, in groups. */
const FIELDS: readonly (readonly [string, readonly records.Field[]])[] = [
  ["Who", ["email", "full-name", "first-name", "last-name", "phone", "company", "username", "external-id", "external-id-aliases"]],
  ["Where", ["address-line1", "address-line2", "city", "region", "postal-code", "country", "locale", "time-zone"]],
  ["Membership", ["tags", "roles", "created-at", "updated-at", "order-ids", "subscription-ids", "referring-affiliate"]],
  [
    "Consent",
    ["marketing-status", "status-at", "consent-at", "consent-ip", "consent-source", "consent-wording", "unsubscribed-at", "bounced-at"],
  ],
  ["Login", ["password", "password-hash"]],
];
const REASONS: Readonly<Record<records.MatchReason, string>> = {
  profile: "the source is known to name it so",
  "profile-folded": "the source names it so, but for case and spaces",
  alias: "a common name for it",
  words: "its words",
  "sensitive-word": "its name means a secret",
  "no-match": "no field matches",
  chosen: "you chose it",
};
/** Rows that samples are taken from. */
const SAMPLED = 40;

const valueOf = (use: records.ColumnUse): string => (use.kind === "field" ? use.field : use.kind);
const label = (field: string): string => sentence(field.replaceAll("-", " ").replace("line1", "line 1").replace("line2", "line 2"));

function useOf(value: string, header: string): records.ColumnUse {
  if (value === "custom") return { kind: "custom", name: header };
  if (value === "ignored" || value === "sensitive") return { kind: value };
  return { kind: "field", field: value as records.Field };
}

export function ColumnsView({ list }: { readonly list: List }) {
  const { sheet, mapping } = list;
  const [samples, setSamples] = useState<readonly (readonly string[])[]>([]);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    void sheet?.rows(Array.from({ length: SAMPLED }, (_, row) => row)).then((rows) => {
      const of = (column: number): string[] => [...new Set(rows.map(({ cells }) => cells[column] ?? "").filter((cell) => cell.trim() !== ""))];
      setSamples((mapping?.columns ?? []).map((_, column) => of(column).slice(0, 3)));
    });
  }, [sheet]);
  if (mapping === undefined) return null;
  const load = async (file: File | undefined): Promise<void> => {
    try {
      const loaded = JSON.parse((await file?.text()) ?? "") as records.Mapping;
      if (loaded.format !== 1 || !Array.isArray(loaded.columns)) throw new Error("it is no mapping");
      setRefused("");
      list.takeMapping(loaded);
    } catch (error) {
      setRefused(`${file?.name ?? "The file"} was not taken: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };
  return (
    <section class="card">
      <div class="head">
        <div>
          <h2>What each column is for</h2>
          <p class="quiet">
            {list.isRemembered
              ? "Your choices are kept on this device, and used for every file with these columns."
              : "Suggested by the source and by the columns' names. What you change is kept on this device."}
          </p>
        </div>
        <p class="row">
          <Files label="Load a mapping" accept=".json" onFiles={([file]) => void load(file)} />
          {list.isRemembered ? <button type="button" class="button" onClick={() => list.forgetMapping()}>Forget my choices</button> : null}
        </p>
      </div>
      {refused === "" ? null : <p class="box error" role="alert">{refused}</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label="Columns">
        <table class="columns">
          <thead><tr><th scope="col">Column</th><th scope="col">Such as</th><th scope="col">Used as</th><th scope="col">How sure</th></tr></thead>
          <tbody>
            {mapping.columns.map(({ header, use, score, reason }, column) => (
              <tr>
                <th scope="row">{header === "" ? <em>no name</em> : header}</th>
                <td class="samples">{use.kind === "sensitive" ? <span class="quiet">not shown</span> : samples[column]?.map((sample) => <code>{sample}</code>)}</td>
                <td>
                  <select
                    aria-label={`Use of the column ${header}`}
                    class={use.kind === "field" ? "" : "is-quiet"}
                    value={valueOf(use)}
                    onChange={(event) => list.use(column, useOf(event.currentTarget.value, header))}
                  >
                    {FIELDS.map(([group, fields]) => (
                      <optgroup label={group}>{fields.map((field) => <option value={field}>{label(field)}</option>)}</optgroup>
                    ))}
                    <optgroup label="Otherwise">
                      <option value="custom">Keep as a field of its own</option>
                      <option value="ignored">Leave out</option>
                      <option value="sensitive">Leave out: a secret</option>
                    </optgroup>
                  </select>
                </td>
                <td>
                  <span class="score">
                    <meter min={0} max={100} low={50} high={80} optimum={100} value={reason === "chosen" ? 100 : (score ?? 0)} aria-label={`How sure of ${header}`} />
                    <span>{reason === "chosen" ? "" : `${score ?? 0}: `}{reason === undefined ? "" : REASONS[reason]}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
