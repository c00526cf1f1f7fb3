// What can be taken along.

import { useState } from "preact/hooks";

import { issuesCsv, save } from "../model/download.js";
import { type Trouble, troubleOf } from "../model/list.js";
import type { Workbench } from "../model/workbench.js";
import { TroubleBox, many, number } from "./parts.js";

interface Offered {
  readonly title: string;
  readonly what: string;
  readonly button: string;
  /** Absent where there is nothing to take yet. */
  readonly take: (() => Promise<void>) | undefined;
}

const CSV = "text/csv;charset=utf-8";
const JSON_TYPE = "application/json";

export function DownloadsView({ bench }: { readonly bench: Workbench }) {
  const [busy, setBusy] = useState("");
  const [trouble, setTrouble] = useState<Trouble | undefined>();
  const { move, current: list, lists } = bench;
  const { outcome } = move;
  const intake = list?.intake;
  const base = (list?.file.name ?? "list").replace(/\.[^.]*$/, "");
  const people = lists.reduce((sum, each) => sum + (each.intake?.stats.contacts ?? 0), 0);
  const offered: readonly Offered[] = [
    {
      title: "The list, clean",
      what: lists.length > 1
        ? `Everybody of ${many(lists.length, "list")} as one, each person once. Passwords are left out.`
        : `${many(people, "person", "people")}, each once, with what you put right. Passwords are left out.`,
      button: "Download clean CSV",
      take: people === 0 ? undefined : async () => {
        const all = await move.contacts();
        if (all === undefined) return;
        save(`${lists.length > 1 ? "merged" : base}-clean.csv`, [await all.contacts.csv()], CSV);
        if (all.isMade) all.contacts.free();
      },
    },
    {
      title: "Everything that was found",
      what: `${many(intake?.issueLength ?? 0, "issue")} of ${list?.file.name ?? "the list"}, with line, remedy and suggestion.`,
      button: "Download issues CSV",
      take: intake === undefined ? undefined : async () => save(`${base}-issues.csv`, await issuesCsv(intake), CSV),
    },
    {
      title: "Rows set aside",
      what: `${many(intake?.stats.setAside ?? 0, "row")} as written, with the reason. Mended in a spreadsheet, the file can be opened here again.`,
      button: "Download rows set aside",
      take: intake === undefined || intake.stats.setAside === 0 ? undefined : async () => save(`${base}-set-aside.csv`, [await intake.setAsideCsv()], CSV),
    },
    {
      title: "The mapping",
      what: "What each column is for, to be used for the next export, here or by a program.",
      button: "Download mapping",
      take: list?.mapping === undefined ? undefined : async () => save(`${base}-mapping.json`, [`${JSON.stringify(list.mapping, undefined, 2)}\n`], JSON_TYPE),
    },
    {
      title: "What you changed",
      what: `${many(list?.edits.size ?? 0, "cell")}, as the library takes them: the same file with these reads as it does here.`,
      button: "Download corrections",
      take: list === undefined || list.edits.size === 0 ? undefined : async () => save(`${base}-corrections.json`, [`${JSON.stringify(list.edits.corrections(), undefined, 2)}\n`], JSON_TYPE),
    },
    {
      title: "The plan",
      what: outcome === undefined ? "Every change of the move. Choose the site's document first." : `${many(outcome.plan.length, "operation")} under one digest, to be applied by a program that has the target.`,
      button: "Download plan",
      take: outcome === undefined || move.isOld ? undefined : async () => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of outcome.plan.chunks()) chunks.push(chunk);
        save("move.mfplan", chunks, "application/octet-stream");
      },
    },
    {
      title: "The report",
      what: "People, plan and releases as one page to be printed or passed on. It names people.",
      button: "Download report",
      take: outcome === undefined ? undefined : async () => save("move-report.html", [await move.reportPage()], "text/html"),
    },
  ];
  return (
    <>
      {trouble === undefined ? null : <TroubleBox trouble={trouble} />}
      {move.isOld ? <p class="box offer">A list was changed since the plan was made: plan again before you take it.</p> : null}
      <ul class="downloads">
        {offered.map(({ title, what, button, take }) => (
          <li class="card">
            <h2>{title}</h2>
            <p class="quiet">{what}</p>
            <button
              type="button"
              class="button main"
              disabled={take === undefined || busy !== ""}
              onClick={() => {
                if (take === undefined) return;
                setBusy(button);
                setTrouble(undefined);
                void take().catch((error: unknown) => setTrouble(troubleOf(error))).finally(() => setBusy(""));
              }}
            >
              {busy === button ? "A moment…" : button}
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet">Downloads are made on this device, from what is in the page: {number(people)} people are in it, and none of them has left it.</p>
    </>
  );
}
