// Small things that several views show. Does not know what of.

import type { records } from "@memberferry/wasm";
import type { ComponentChildren } from "preact";

import type { Trouble } from "../model/list.js";

const numbers = new Intl.NumberFormat("en");
export const number = (value: number): string => numbers.format(value);
export const many = (value: number, one: string, more = `${one}s`): string => `${number(value)} ${value === 1 ? one : more}`;

const SEVERITIES: readonly records.Severity[] = ["error", "warning", "info"];
export const rank = (severity: records.Severity): number => SEVERITIES.indexOf(severity);
export const worst = (issues: readonly records.Issue[]): records.Severity | undefined =>
  SEVERITIES.find((severity) => issues.some((issue) => issue.severity === severity));

/** Sentences of the library begin in lower case and have no full stop: they stand in lists of any kind. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A sentence of the library: what it puts in back-ticks is set apart. */
export function Said({ text }: { readonly text: string }) {
  const parts = sentence(text).split(/`+([^`]+)`+/);
  return <>{parts.map((part, place) => (place % 2 === 1 ? <code>{part}</code> : part))}</>;
}

export function Mark({ severity }: { readonly severity: records.Severity }) {
  return <span class={`mark ${severity}`}>{severity}</span>;
}

export function Tile({ label, value, look }: { readonly label: string; readonly value: ComponentChildren; readonly look?: string | undefined }) {
  return (
    <div class={`tile ${look ?? ""}`}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function TroubleBox({ trouble }: { readonly trouble: Trouble }) {
  return (
    <div class="box error" role="alert">
      <p><strong><Said text={trouble.message} />.</strong></p>
      {trouble.help === undefined ? null : <p><Said text={trouble.help} />.</p>}
    </div>
  );
}

export function Issues({ issues }: { readonly issues: readonly records.Issue[] }) {
  return (
    <ul class="issues">
      {issues.map((issue) => (
        <li>
          <Mark severity={issue.severity} />
          <div>
            <p><Said text={issue.message} />{issue.value === undefined ? null : <>: <code>{issue.value}</code></>}</p>
            <p class="quiet"><Said text={issue.help} /></p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Bars with their numbers beside them: what is drawn is written as well. */
export function Bars({ title, series = [], bars }: {
  readonly title: string;
  readonly series?: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[]; readonly look?: string }[];
}) {
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      {series.length > 1 ? <p class="legend">{series.map((name, place) => <span><i class={`swatch s${place}`} />{name}</span>)}</p> : null}
      <ul>
        {bars.map(({ label, values, look }) => (
          <li>
            <span class="bar-label"><Said text={label} /></span>
            <span class="bar-line" aria-hidden="true">
              {values.map((value, place) => <i class={`bar s${place} ${look ?? ""}`} style={{ width: `${(100 * value) / most}%` }} />)}
            </span>
            <span class="bar-value">
              {values.map((value, place) => (
                <span>{place > 0 ? " · " : ""}{number(value)}{series.length > 1 ? <span class="for-readers"> {series[place]}</span> : null}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

export function Files({ label, look, accept, multiple = false, onFiles }: {
  readonly label: string;
  readonly look?: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <label class={`button ${look ?? ""}`}>
      {label}
      <input
        class="for-readers"
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
