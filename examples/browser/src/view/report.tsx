// The report of the library, drawn: facts, tables, bars, days and timelines. Does not know what they are about.

import type { records } from "@memberferry/wasm";

import type { Workbench } from "../model/workbench.js";
import { Bars, many, number } from "./parts.js";

export function ReportView({ bench }: { readonly bench: Workbench }) {
  const { outcome } = bench.move;
  if (outcome === undefined) return <p class="empty">Open a list and the site's document, then this draws the people, the tags, and what opens when.</p>;
  return (
    <>
      {outcome.report.sections.filter(({ blocks }) => blocks.length > 0).map(({ title, blocks }) => (
        <section class="card">
          <h2>{title}</h2>
          {blocks.map((block) => <Block block={block} />)}
        </section>
      ))}
    </>
  );
}

function Block({ block }: { readonly block: records.ReportBlock }) {
  switch (block.kind) {
    case "facts":
      return <dl class="facts">{block.facts.map(({ name, value }) => <div><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
    case "table":
      return <Table table={block.table} />;
    case "bars":
      return (
        <>
          <Bars title={block.chart.title} series={block.chart.series} bars={block.chart.bars} />
          <LeftOut count={block.chart.leftOut} />
        </>
      );
    case "days":
      return <Days chart={block.chart} />;
    case "timeline":
      return <Timeline chart={block.chart} />;
  }
}

function LeftOut({ count }: { readonly count: number }) {
  return count === 0 ? null : <p class="quiet">and {number(count)} more</p>;
}

function Table({ table }: { readonly table: records.ReportTable }) {
  if (table.rows.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={table.title}>
      <table>
        <caption>{table.title}</caption>
        <thead><tr>{table.columns.map((column) => <th scope="col">{column}</th>)}</tr></thead>
        <tbody>{table.rows.map((row) => <tr>{row.map((cell) => <td>{cell}</td>)}</tr>)}</tbody>
      </table>
      <LeftOut count={table.leftOut} />
    </div>
  );
}

const [HIGH, DAY] = [64, 10];

/** Each row a strip of days: tall where much happens. */
function Days({ chart }: { readonly chart: records.DayChart }) {
  const most = Math.max(1, ...chart.rows.flatMap(({ counts }) => counts));
  const first = chart.days[0] ?? "";
  const last = chart.days.at(-1) ?? "";
  return (
    <figure class="days">
      <figcaption>{chart.title}</figcaption>
      {chart.rows.map(({ label, counts }) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const peak = counts.indexOf(Math.max(...counts));
        const said = `${label}: ${number(total)} in ${many(chart.days.length, "day")}, most on ${chart.days[peak] ?? ""} (${number(counts[peak] ?? 0)})`;
        return (
          <div class="day-row">
            <p>{label} <span class="quiet">{number(total)}</span></p>
            <svg role="img" aria-label={said} viewBox={`0 0 ${counts.length * DAY} ${HIGH}`} preserveAspectRatio="none">
              {counts.map((count, day) => count === 0 ? null : (
                <rect x={day * DAY + 1} width={DAY - 2} y={HIGH - (count / most) * HIGH} height={(count / most) * HIGH}>
                  <title>{chart.days[day]}: {number(count)}</title>
                </rect>
              ))}
            </svg>
          </div>
        );
      })}
      <p class="axis quiet"><span>{first}</span><span>{last}</span></p>
      <LeftOut count={chart.leftOut} />
    </figure>
  );
}

/** What opens when, row by row. */
function Timeline({ chart }: { readonly chart: records.TimelineChart }) {
  const start = Date.parse(chart.from);
  const days = (at: string): number => Math.max(0, Math.round((Date.parse(at) - start) / 86_400_000));
  const longest = Math.max(1, ...chart.rows.flatMap(({ events }) => events.map(({ at }) => (at === undefined ? 0 : days(at)))));
  return (
    <figure class="timeline">
      <figcaption>{chart.title}</figcaption>
      {chart.rows.map(({ label, events }) => (
        <div class="timeline-row">
          <p>{label}</p>
          <ol>
            {events.map(({ label: what, at }) => (
              <li>
                <span class="bar-label">{what}</span>
                <span class="bar-line" aria-hidden="true">
                  {at === undefined ? null : <i class="dot" style={{ marginInlineStart: `${(97 * days(at)) / longest}%` }} />}
                </span>
                <span class="bar-value">{at === undefined ? "no date" : days(at) === 0 ? "at once" : `day ${number(days(at))}`}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </figure>
  );
}
