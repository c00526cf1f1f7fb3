// The rows as they are written, with what is said of them: filtered, put right one by one or all at once, and undone.

import type { Suggested, records } from "@memberferry/wasm";
import { useEffect, useState } from "preact/hooks";

import type { List, MarkedRow, RowFilter } from "../model/list.js";
import type { Workbench } from "../model/workbench.js";
import { type GridColumn, Grid } from "./grid.js";
import { Mark, Said, many, number, worst } from "./parts.js";
import { countsOf } from "./source.js";

/** A character is about so wide, in pixels. */
const CHARACTER = 8.6;
const [NARROWEST, WIDEST] = [88, 300];
const SAMPLED = 60;

interface Found {
  readonly filter: RowFilter;
  /** All, where absent. */
  readonly numbers: Uint32Array | undefined;
  readonly of: unknown;
  /** The column that a filter by kind of issue is about. */
  readonly column?: number | undefined;
}

export function RowsView({ bench, list, filter, onFilter }: {
  readonly bench: Workbench;
  readonly list: List;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}) {
  const { sheet, intake, edits } = list;
  const [found, setFound] = useState<Found>({ filter: { kind: "all" }, numbers: undefined, of: undefined });
  const [active, setActive] = useState<{ readonly row: MarkedRow; readonly column: number } | undefined>();
  const [columns, setColumns] = useState<readonly GridColumn[]>([]);
  const [suggested, setSuggested] = useState<readonly Suggested[]>([]);
  const code = filter.kind === "code" ? filter.code : undefined;

  useEffect(() => {
    let isWanted = true;
    const find = async (): Promise<void> => {
      const numbers = await list.rowsOf(filter);
      const first = filter.kind === "code" ? numbers?.[0] : undefined;
      const issues = first === undefined ? [] : ((await intake?.issuesOf([first])) ?? []);
      const place = issues.find((issue) => issue.code === code)?.location?.column;
      if (isWanted) setFound({ filter, numbers, of: intake, column: place === undefined ? undefined : place - 1 });
    };
    void find();
    return () => {
      isWanted = false;
    };
  }, [list, intake, filter, filter.kind === "edited" ? edits.size : 0]);
  useEffect(() => {
    let isWanted = true;
    setSuggested([]);
    if (code !== undefined) void intake?.suggestions(code).then((all) => isWanted && setSuggested(all));
    return () => {
      isWanted = false;
    };
  }, [intake, code]);
  useEffect(() => {
    void sheet?.rows(Array.from({ length: SAMPLED }, (_, row) => row)).then((rows) => {
      const longest = (column: number, title: string): number =>
        Math.max(title.length + 1, ...rows.map(({ cells }) => cells[column]?.length ?? 0));
      const surplus = Math.max(list.headers.length, ...rows.map(({ cells }) => cells.length));
      const titles = Array.from({ length: surplus }, (_, column) => list.headers[column] ?? `Surplus ${column + 1 - list.headers.length}`);
      const width = (title: string, column: number): number => Math.min(WIDEST, Math.max(NARROWEST, longest(column, title) * CHARACTER + 20));
      setColumns(titles.map((title, column) => ({ title, width: width(title, column) })));
    });
  }, [sheet]);
  if (sheet === undefined) return null;

  const count = found.numbers?.length ?? sheet.length;
  const numberAt = (place: number): number => found.numbers?.[place] ?? place;
  const fetch = (first: number, length: number): Promise<readonly MarkedRow[]> =>
    list.markedRows(Array.from({ length }, (_, place) => numberAt(first + place)));
  const cell = (row: MarkedRow, column: number): { text: string; look?: string; note?: string } => {
    const edited = edits.get(row.record, column + 1);
    const issues = row.issues.filter(({ location }) => location?.column === column + 1);
    const severity = worst(issues);
    const look = `${severity ?? ""} ${edited === undefined ? "" : "is-edited"}`.trim();
    const notes = [...issues.map(({ message }) => message), ...(edited === undefined ? [] : [`was: ${row.cells[column] ?? ""}`])];
    const text = edited ?? row.cells[column] ?? "";
    return { text, look, ...(notes.length === 0 ? {} : { note: notes.join("; ") }) };
  };
  const write = (row: MarkedRow, column: number, text: string): void => {
    const after = text === (row.cells[column] ?? "") ? undefined : text;
    list.correct(`line ${row.line}, ${columns[column]?.title ?? ""}`, [{ record: row.record, column: column + 1, after }]);
  };
  const takeAll = async (): Promise<void> => {
    if (code === undefined) return;
    const taken = await list.takeSuggestions(code, `every suggestion for “${bench.meanings.get(code)?.meaning ?? code}”`);
    bench.say(`${many(taken, "suggestion")} taken`);
  };
  return (
    <div class="rows">
      <Facets bench={bench} list={list} filter={filter} onFilter={onFilter} />
      <div class="rows-main">
        <div class="toolbar">
          <label class="search">
            <span class="for-readers">Find rows</span>
            <input
              type="search"
              placeholder="Find in every column"
              value={filter.kind === "text" ? filter.text : ""}
              onInput={(event) => {
                const text = event.currentTarget.value;
                onFilter(text === "" ? { kind: "all" } : { kind: "text", text });
              }}
            />
          </label>
          <p class="count" role="status">{many(count, "row")}{list.isChecking ? ", checking again…" : ""}</p>
          <p class="row">
            <button type="button" class="button" disabled={edits.undoLabel === undefined} onClick={() => list.undo()} title={edits.undoLabel}>Undo</button>
            <button type="button" class="button" disabled={edits.redoLabel === undefined} onClick={() => list.redo()} title={edits.redoLabel}>Redo</button>
          </p>
        </div>
        {suggested.length === 0 ? null : (
          <p class="box offer">
            <span>{many(suggested.length, "suggestion")}, such as <code>{suggested[0]?.value}</code> → <code>{suggested[0]?.suggestion}</code></span>
            <button type="button" class="button main" onClick={() => void takeAll()}>Take {suggested.length === 1 ? "it" : `all ${number(suggested.length)}`}</button>
          </p>
        )}
        {filter.kind === "set-aside" ? (
          <p class="quiet">These rows are not lost and not taken: something in them has to be put right first. Put right, they come back by themselves.</p>
        ) : null}
        <Grid
          headTitle="Line"
          label={`Rows of ${list.file.name}`}
          columns={columns}
          count={count}
          version={found}
          fetch={fetch}
          head={({ line, issues }) => ({ text: String(line), look: worst(issues), note: issues.length === 0 ? undefined : many(issues.length, "issue") })}
          cell={cell}
          onActive={(row, column) => setActive({ row, column })}
          onWrite={write}
          at={found.column}
          empty={filter.kind === "all" ? "There are no rows." : "No row is like that."}
        />
        <p class="hint quiet">Arrow keys move, Enter changes a cell, Escape leaves it. On a touch screen tap a cell twice.</p>
        {active === undefined || count === 0 ? null : <Detail list={list} row={active.row} columns={columns} onWrite={write} />}
      </div>
    </div>
  );
}

function Facets({ bench, list, filter, onFilter }: {
  readonly bench: Workbench;
  readonly list: List;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
}) {
  const facet = (name: string, count: number | undefined, to: RowFilter, isOn: boolean, severity?: records.Severity) => (
    <li>
      <button type="button" class={`facet ${severity ?? ""}`} aria-pressed={isOn} onClick={() => onFilter(to)}>
        <span><Said text={name} /></span>
        {count === undefined ? null : <span class="facet-count">{number(count)}</span>}
      </button>
    </li>
  );
  const counts = countsOf(bench, list);
  return (
    <nav class="facets" aria-label="Which rows">
      <ul>
        {facet("All rows", list.sheet?.length, { kind: "all" }, filter.kind === "all")}
        {facet("With something to see", undefined, { kind: "with-issues" }, filter.kind === "with-issues")}
        {facet("Set aside", list.setAside.length, { kind: "set-aside" }, filter.kind === "set-aside", list.setAside.length > 0 ? "error" : undefined)}
        {facet("Changed by you", list.edits.records().length, { kind: "edited" }, filter.kind === "edited")}
      </ul>
      <ul aria-label="By kind of issue">
        {counts.map(({ code, count, severity, label }) => facet(label, count, { kind: "code", code }, filter.kind === "code" && filter.code === code, severity))}
      </ul>
    </nav>
  );
}

function Detail({ list, row, columns, onWrite }: {
  readonly list: List;
  readonly row: MarkedRow;
  readonly columns: readonly GridColumn[];
  readonly onWrite: (row: MarkedRow, column: number, text: string) => void;
}) {
  const { issues } = row;
  const edited = columns.flatMap(({ title }, column) => {
    const after = list.edits.get(row.record, column + 1);
    return after === undefined ? [] : [{ title, column, after }];
  });
  return (
    <section class="card detail" aria-label={`Line ${row.line}`}>
      <h2>Line {number(row.line)}</h2>
      {issues.length === 0 && edited.length === 0 ? <p class="quiet">Nothing is said of this row.</p> : null}
      <ul class="issues">
        {issues.map((issue) => {
          const { location, suggestion } = issue;
          const column = location?.column === undefined ? undefined : location.column - 1;
          return (
            <li>
              <Mark severity={issue.severity} />
              <div>
                <p><strong>{location?.field ?? ""}</strong> <Said text={issue.message} />{issue.value === undefined ? null : <>: <code>{issue.value}</code></>}</p>
                <p class="quiet"><Said text={issue.help} /></p>
                {suggestion === undefined || column === undefined ? null : (
                  <button type="button" class="button main" onClick={() => onWrite(row, column, suggestion)}>Make it {suggestion}</button>
                )}
              </div>
            </li>
          );
        })}
        {edited.map(({ title, column, after }) => (
          <li>
            <span class="mark edited">changed</span>
            <div>
              <p><strong>{title}</strong> <del>{row.cells[column] ?? ""}</del> → <ins>{after}</ins></p>
              <button type="button" class="button" onClick={() => onWrite(row, column, row.cells[column] ?? "")}>As it was</button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
