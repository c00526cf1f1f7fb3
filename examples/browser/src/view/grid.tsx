// A grid of any number of rows, of which only those in sight exist. It is one stop for the Tab key; within it the arrow keys move, and a
// screen reader is told the place. Does not know what the rows are.

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

export interface GridColumn {
  readonly title: string;
  /** In pixels. */
  readonly width: number;
}

/** A cell as it is shown. */
export interface GridCell {
  readonly text: string;
  /** What it looks like, as a class. */
  readonly look?: string | undefined;
  /** What is said of it besides. */
  readonly note?: string | undefined;
}

export interface GridProps<Row> {
  readonly label: string;
  /** What stands over the heads of the rows. */
  readonly headTitle: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** Another one means that rows have to be fetched again. What is in sight stays until they are there. */
  readonly version: unknown;
  readonly fetch: (first: number, count: number) => Promise<readonly Row[]>;
  readonly head: (row: Row) => GridCell;
  readonly cell: (row: Row, column: number) => GridCell;
  readonly onActive?: (row: Row, column: number) => void;
  /** Where cells can be changed: takes what was written. */
  readonly onWrite?: (row: Row, column: number, text: string) => void;
  /** The column to begin at, where one of them is what the rows are about. */
  readonly at?: number | undefined;
  readonly empty: ComponentChildren;
}

const ROW = 34;
const HEAD = 38;
const FIRST = 92;
/** What a bar to scroll by takes of a grid's height. */
const BAR = 18;
/** Rows fetched at a time. */
const BLOCK = 50;
/** How many blocks are kept. */
const KEPT = 60;
/** Browsers lay out no element much taller. A longer grid scrolls by more than a row for a row's height. */
const TALLEST = 15_000_000;

interface Block<Row> {
  readonly version: unknown;
  readonly rows: readonly Row[];
}

export function Grid<Row>(props: GridProps<Row>): ComponentChildren {
  const { columns, count, version } = props;
  const view = useRef<HTMLDivElement>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 480 });
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ readonly row: Row; readonly text: string } | undefined>();
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const blocks = useRef(new Map<number, Block<Row>>());
  const isFetching = useRef(false);

  const inView = Math.max(ROW, height - HEAD);
  const tall = Math.min(count * ROW, TALLEST);
  const most = Math.max(0, tall - inView);
  const rowsBelow = Math.max(0, count - inView / ROW);
  const from = most === 0 ? 0 : (Math.min(top, most) / most) * rowsBelow;
  const first = Math.max(0, Math.floor(from) - 2);
  const last = Math.min(count, Math.ceil(from + inView / ROW) + 2);
  // Whoever fetches asks what is in sight by then.
  const now = useRef({ first, last, props, isEditing: false });
  now.current = { first, last, props, isEditing: editing !== undefined };
  const blocksInView = (): number[] => range(Math.floor(now.current.first / BLOCK), Math.ceil(now.current.last / BLOCK));
  const isOld = (block: number): boolean => blocks.current.get(block)?.version !== now.current.props.version;
  // Under somebody who writes, no row moves.
  const isWanted = (block: number): boolean => isOld(block) && (!now.current.isEditing || !blocks.current.has(block));

  const load = async (): Promise<void> => {
    if (isFetching.current) return;
    isFetching.current = true;
    for (;;) {
      const { props } = now.current;
      const missing = blocksInView().find(isWanted);
      if (missing === undefined) break;
      const rows = await props.fetch(missing * BLOCK, Math.min(BLOCK, props.count - missing * BLOCK)).catch(() => []);
      if (!isWanted(missing)) continue;
      blocks.current.delete(missing);
      blocks.current.set(missing, { version: props.version, rows });
      const [oldest] = blocks.current.keys();
      if (blocks.current.size > KEPT && oldest !== undefined) blocks.current.delete(oldest);
      redraw(0);
    }
    isFetching.current = false;
  };
  useEffect(() => void load(), [first, last, version, count, editing]);

  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const rowAt = (place: number): Row | undefined => blocks.current.get(Math.floor(place / BLOCK))?.rows[place % BLOCK];
  const activeRow = rowAt(active.row);
  useEffect(() => {
    if (activeRow !== undefined) props.onActive?.(activeRow, active.column);
  }, [activeRow, active.column]);
  useEffect(() => {
    if (active.row >= count) setActive({ row: Math.max(0, count - 1), column: active.column });
  }, [count]);

  const show = (row: number, column: number): void => {
    const element = view.current;
    if (element === null) return;
    const wanted = row < from ? row : row + 1 > from + inView / ROW ? row + 1 - inView / ROW : undefined;
    if (wanted !== undefined) element.scrollTop = rowsBelow === 0 ? 0 : (wanted / rowsBelow) * most;
    const left = columns.slice(0, column).reduce((sum, each) => sum + each.width, 0);
    const right = left + (columns[column]?.width ?? 0);
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right + FIRST > element.scrollLeft + element.clientWidth) element.scrollLeft = right + FIRST - element.clientWidth;
  };
  const go = (row: number, column: number): void => {
    const to = { row: clamp(row, count), column: clamp(column, columns.length) };
    setActive(to);
    show(to.row, to.column);
  };
  useEffect(() => {
    if (props.at !== undefined) go(0, props.at);
  }, [props.at]);
  const begin = (): void => {
    if (activeRow !== undefined && props.onWrite !== undefined) setEditing({ row: activeRow, text: props.cell(activeRow, active.column).text });
  };
  const end = (text: string | undefined): void => {
    if (editing === undefined) return;
    setEditing(undefined);
    view.current?.focus({ preventScroll: true });
    if (text !== undefined && text !== editing.text) props.onWrite?.(editing.row, active.column, text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== undefined) return;
    const { row, column } = active;
    const page = Math.max(1, Math.floor(inView / ROW) - 1);
    const isFar = event.ctrlKey || event.metaKey;
    const moves: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(row + 1, column),
      ArrowUp: () => go(row - 1, column),
      ArrowRight: () => go(row, column + 1),
      ArrowLeft: () => go(row, column - 1),
      PageDown: () => go(row + page, column),
      PageUp: () => go(row - page, column),
      Home: () => go(isFar ? 0 : row, 0),
      End: () => go(isFar ? count - 1 : row, columns.length - 1),
      Enter: begin,
      F2: begin,
    };
    const move = moves[event.key];
    if (move === undefined || event.altKey) return;
    event.preventDefault();
    move();
  };

  if (count === 0) return <div class="empty">{props.empty}</div>;
  const template = `${FIRST}px ${columns.map(({ width }) => `${width}px`).join(" ")}`;
  const wide = FIRST + columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      class="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-readonly={props.onWrite === undefined}
      aria-busy={blocksInView().some(isOld)}
      aria-activedescendant={active.row >= first && active.row < last ? cellId(active.row, active.column) : undefined}
      tabIndex={0}
      ref={view}
      style={{ maxHeight: HEAD + tall + BAR }}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
      onKeyDown={onKeyDown}
    >
      <div class="grid-head" role="rowgroup" style={{ width: wide }}>
        <div class="grid-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          <div class="cell first" role="columnheader" aria-colindex={1}>{props.headTitle}</div>
          {columns.map(({ title }, column) => (
            <div class="cell" role="columnheader" aria-colindex={column + 2} title={title}>{title}</div>
          ))}
        </div>
      </div>
      <div class="grid-body" role="rowgroup" style={{ width: wide, height: tall }}>
        {range(first, last).map((place) => {
          const row = rowAt(place);
          const y = most === 0 ? place * ROW : Math.min(top, most) + (place - from) * ROW;
          const style = { gridTemplateColumns: template, transform: `translateY(${Math.round(y)}px)` };
          if (row === undefined) {
            return <div key={place} class="grid-row is-coming" role="row" aria-rowindex={place + 2} style={style}><div class="cell first" role="rowheader">…</div></div>;
          }
          const head = props.head(row);
          return (
            <div key={place} class={`grid-row ${place === active.row ? "is-active" : ""}`} role="row" aria-rowindex={place + 2} style={style}>
              <div class={`cell first ${head.look ?? ""}`} role="rowheader" aria-colindex={1}>
                {head.text}
                {head.note === undefined ? null : <span class="for-readers"> {head.note}</span>}
              </div>
              {columns.map((_, column) => {
                const isActive = place === active.row && column === active.column;
                const { text, look, note } = props.cell(row, column);
                return (
                  <div
                    key={column}
                    id={cellId(place, column)}
                    role="gridcell"
                    aria-colindex={column + 2}
                    aria-selected={isActive}
                    class={`cell ${look ?? ""} ${isActive ? "is-active" : ""}`}
                    title={note === undefined ? text : `${text}\n${note}`}
                    onClick={() => (isActive ? begin() : go(place, column))}
                  >
                    {isActive && editing !== undefined ? (
                      <Editor text={editing.text} label={`${columns[column]?.title ?? ""}, line ${head.text}`} onEnd={end} />
                    ) : (
                      <>
                        {text}
                        {note === undefined ? null : <span class="for-readers"> ({note})</span>}
                      </>
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Editor({ text, label, onEnd }: { readonly text: string; readonly label: string; readonly onEnd: (text: string | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  // An input that goes away loses the focus as well, and has said then what it had to say.
  const end = (written: string | undefined): void => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(written);
  };
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      class="editor"
      aria-label={label}
      defaultValue={text}
      spellcheck={false}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") end(event.currentTarget.value);
        else if (event.key === "Escape") end(undefined);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

const cellId = (row: number, column: number): string => `cell-${row}-${column}`;
const clamp = (place: number, count: number): number => Math.min(Math.max(place, 0), Math.max(0, count - 1));
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
