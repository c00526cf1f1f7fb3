// The page: what is open, what of it is shown, and that nothing leaves it.

import type { records } from "@memberferry/wasm";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";

import sampleList from "../../../data/check/members.csv?raw";
import sampleSite from "../../../data/sample/site.json?raw";
import type { List, RowFilter } from "../model/list.js";
import type { Workbench } from "../model/workbench.js";
import { ColumnsView } from "./columns.js";
import { DownloadsView } from "./downloads.js";
import { MoveView } from "./move.js";
import { Files, TroubleBox, many, number } from "./parts.js";
import { ReadinessView } from "./readiness.js";
import { ReportView } from "./report.js";
import { RowsView } from "./rows.js";
import { SourceView } from "./source.js";

const VIEWS = ["source", "columns", "rows", "move", "readiness", "charts", "downloads"] as const;
type View = (typeof VIEWS)[number];
const NAMES: Readonly<Record<View, string>> = {
  source: "Overview", columns: "Columns", rows: "Rows", move: "Move", readiness: "Readiness", charts: "Charts", downloads: "Download",
};
/** What is taken: text of any kind, and the site's document. */
const ACCEPT = ".csv,.tsv,.txt,.json,text/csv,text/plain,application/json";

export function App({ bench }: { readonly bench: Workbench }) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [view, setView] = useState<View>("source");
  const [filter, setFilter] = useState<RowFilter>({ kind: "all" });
  const [isOver, setOver] = useState(false);
  const heading = useRef<HTMLElement>(null);
  useEffect(() => bench.subscribe(() => redraw(0)), [bench]);
  useEffect(() => setFilter({ kind: "all" }), [bench.current]);
  useDrop((files) => void bench.take(files), setOver);
  const { current: list } = bench;
  const isEmpty = bench.lists.length === 0 && bench.move.site === undefined && bench.move.trouble === undefined;

  const show = (to: View): void => {
    setView(to);
    heading.current?.focus({ preventScroll: true });
  };
  const showRows = (wanted: RowFilter): void => {
    setFilter(wanted);
    show("rows");
  };
  return (
    <div class={`page ${isOver ? "is-over" : ""}`}>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); heading.current?.focus(); }}>To the content</a>
      <header class="top">
        <p class="brand"><Logo /> Memberferry</p>
        <Promise />
      </header>
      {isEmpty ? <Start bench={bench} /> : (
        <div class="work">
          <Opened bench={bench} />
          <nav class="views" aria-label="Views">
            {VIEWS.map((each) => (
              <button type="button" aria-current={view === each ? "page" : undefined} onClick={() => show(each)}>
                {NAMES[each]}
                {each === "rows" && list !== undefined && list.setAside.length > 0 ? <span class="badge">{number(list.setAside.length)}<span class="for-readers"> set aside</span></span> : null}
              </button>
            ))}
          </nav>
          <main id="main" tabIndex={-1} ref={heading} aria-label={NAMES[view]}>
            <h1 class="for-readers">{NAMES[view]}{list === undefined ? "" : ` of ${list.file.name}`}</h1>
            <Shown bench={bench} view={view} filter={filter} onFilter={setFilter} onRows={showRows} />
          </main>
        </div>
      )}
      <p class="for-readers" role="status" aria-live="polite">{bench.said}</p>
    </div>
  );
}

function Shown({ bench, view, filter, onFilter, onRows }: {
  readonly bench: Workbench;
  readonly view: View;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onRows: (filter: RowFilter) => void;
}) {
  switch (view) {
    case "move":
      return <MoveView bench={bench} />;
    case "readiness":
      return <ReadinessView bench={bench} />;
    case "charts":
      return <ReportView bench={bench} />;
    case "downloads":
      return <DownloadsView bench={bench} />;
  }
  const { current: list } = bench;
  if (list === undefined) return <p class="empty">No list is open.</p>;
  const { stage } = list;
  if (stage.kind === "reading") return <Reading list={list} />;
  if (stage.kind === "cancelled") {
    return <div class="empty"><p>The reading was stopped.</p><button type="button" class="button main" onClick={() => void list.open()}>Read it again</button></div>;
  }
  if (stage.kind === "failed") {
    return <><TroubleBox trouble={stage.trouble} /><p class="row"><button type="button" class="button" onClick={() => void list.open()}>Read it again</button></p></>;
  }
  const isUnreadable = stage.kind === "unreadable";
  return (
    <>
      {isUnreadable ? <TroubleBox trouble={stage.trouble} /> : null}
      {isUnreadable && view !== "columns" ? <p class="quiet">Say under Columns what each column is for, and it is read again.</p> : null}
      {view === "source" ? <SourceView key={list.id} bench={bench} list={list} onCode={(code: records.Code) => onRows({ kind: "code", code })} /> : null}
      {view === "columns" ? <ColumnsView key={list.id} list={list} /> : null}
      {view === "rows" ? <RowsView key={list.id} bench={bench} list={list} filter={filter} onFilter={onFilter} /> : null}
    </>
  );
}

function Start({ bench }: { readonly bench: Workbench }) {
  const sample = (): void => {
    void bench.take([new File([sampleList], "members.csv", { type: "text/csv" }), new File([sampleSite], "site.json", { type: "application/json" })]);
  };
  return (
    <main id="main" class="start" tabIndex={-1}>
      <h1>Bring your members over, and lose nobody.</h1>
      <p class="lead">Drop the export of your CRM or membership plugin. See what is wrong with it, put it right, and see who would get what on the new site, and when. Everything happens on this device.</p>
      <div class="drop">
        <p class="drop-title">Drop exports here</p>
        <p class="quiet">CSV or text from Mailchimp, Kit, ActiveCampaign, Keap, Ghost, MemberPress, Stripe and others; <code>site.json</code> as well</p>
        <p class="row centre">
          <Files label="Choose files" look="main large" accept={ACCEPT} multiple onFiles={(files) => void bench.take(files)} />
          <button type="button" class="button large" onClick={sample}>Try it with a sample</button>
        </p>
      </div>
      <ul class="points">
        <li><strong>Private.</strong> The browser itself refuses this page every connection. Save the page, switch the network off: it goes on working.</li>
        <li><strong>Large.</strong> A million rows scroll as ten do, and the page goes on answering while it reads.</li>
        <li><strong>Careful.</strong> No row is dropped silently, nobody becomes more mailable than the source said, and everything can be undone.</li>
      </ul>
    </main>
  );
}

function Opened({ bench }: { readonly bench: Workbench }) {
  return (
    <section class="opened" aria-label="Open files">
      <ul>
        {bench.lists.map((list) => (
          <li class={list === bench.current ? "is-current" : ""}>
            <button type="button" class="list" aria-pressed={list === bench.current} onClick={() => bench.show(list)}>
              <span class="list-name">{list.file.name}</span>
              <span class="quiet">{standing(list)}</span>
            </button>
            <button type="button" class="close" aria-label={`Close ${list.file.name}`} onClick={() => bench.close(list)}>×</button>
          </li>
        ))}
      </ul>
      <Files label="Add files" accept={ACCEPT} multiple onFiles={(files) => void bench.take(files)} />
    </section>
  );
}

function standing({ stage, intake, isChecking }: List): string {
  switch (stage.kind) {
    case "reading":
      return "reading…";
    case "cancelled":
      return "stopped";
    case "failed":
      return "cannot be read";
    case "unreadable":
      return "needs its columns mapped";
    case "ready":
      return isChecking ? "checking again…" : many(intake?.stats.contacts ?? 0, "person", "people");
  }
}

function Reading({ list }: { readonly list: List }) {
  const progress = list.stage.kind === "reading" ? list.stage.progress : undefined;
  const part = progress?.total === undefined || progress.total === 0 ? undefined : progress.bytes / progress.total;
  const percent = part === undefined ? undefined : Math.floor(100 * part);
  return (
    <section class="card reading">
      <h2>Reading {list.file.name}</h2>
      <progress max={100} value={percent ?? 0} aria-label={`Reading ${list.file.name}`} />
      <p>{percent ?? 0} %, {many(progress?.records ?? 0, "row")}</p>
      <button type="button" class="button" onClick={() => list.cancel()}>Stop</button>
    </section>
  );
}

function Promise() {
  return (
    <details class="promise">
      <summary><Lock /> Nothing leaves<span class="wide"> this page</span></summary>
      <div class="promise-text">
        <p>The page carries everything it needs. Its Content Security Policy says <code>connect-src 'none'</code>: the browser refuses it any connection, to the place it came from as well.</p>
        <p>What this device keeps is how you map columns and what you answered about your site, never anybody in a list.</p>
      </div>
    </details>
  );
}

const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 20h26l-4 8H7zM15 3v15H6zM17 8v10h8z" fill="currentColor" /></svg>
);
const Lock = () => (
  <svg class="lock" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill="currentColor" /></svg>
);

/** Files dropped anywhere on the page. */
function useDrop(take: (files: readonly File[]) => void, over: (isOver: boolean) => void): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hold = (event: DragEvent): void => {
      event.preventDefault();
      over(true);
    };
    addEventListener("dragover", hold, { signal });
    addEventListener("dragleave", (event) => event.relatedTarget === null && over(false), { signal });
    addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    }, { signal });
    return () => stop.abort();
  }, []);
}
