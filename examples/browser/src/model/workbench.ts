// Everything that is open: lists, and the site they move to. Tells whoever shows it that something changed. Does not know how it is shown.

import type { WorkerClient, records } from "@memberferry/wasm";

import { List } from "./list.js";
import { Move } from "./move.js";

/** Milliseconds. */
const A_FRAME = 16;

export class Workbench {
  readonly client: WorkerClient;
  readonly move: Move;
  /** What each code means. */
  readonly meanings = new Map<records.Code, records.DescribedCode>();
  lists: readonly List[] = [];
  current: List | undefined;
  /** What is said to whoever does not see the page. */
  said = "";
  readonly #told = new Set<() => void>();
  #isTelling = false;

  constructor(client: WorkerClient) {
    this.client = client;
    this.move = new Move(client, () => this.lists, this.changed);
  }

  /** Learns the codes, once. */
  async begin(): Promise<void> {
    for (const code of (await this.client.call("code.list", {})).codes) this.meanings.set(code.code, code);
  }

  subscribe(told: () => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  /** Something changed: whoever shows it is told once, however much it is, and no oftener than it can be drawn. */
  readonly changed = (): void => {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      for (const told of this.#told) told();
    }, A_FRAME);
  };

  say(what: string): void {
    this.said = what;
    this.changed();
  }

  /** Takes files as they are dropped: a document in JSON is the site, lines of JSON are its users, everything else is a list. */
  async take(files: readonly File[]): Promise<void> {
    const isSite = (file: File): boolean => /\.json$/i.test(file.name);
    const isUsers = (file: File): boolean => /\.(jsonl|ndjson)$/i.test(file.name);
    const opened = files.filter((file) => !isSite(file) && !isUsers(file)).map((file) => new List(this.client, file, this.changed));
    this.lists = [...this.lists, ...opened];
    this.current = opened[0] ?? this.current;
    this.changed();
    const site = files.findLast(isSite);
    const users = files.findLast(isUsers);
    for (const list of opened) {
      await list.open();
      if (list.stage.kind === "ready") this.say(`${list.file.name} is read: ${list.intake?.stats.contacts ?? 0} people`);
    }
    if (users !== undefined) await this.move.loadUsers(users);
    if (site !== undefined) await this.move.load(site);
    else if (this.move.site !== undefined && opened.length > 0) this.move.refresh();
  }

  show(list: List): void {
    this.current = list;
    this.changed();
  }

  close(list: List): void {
    list.free();
    this.lists = this.lists.filter((other) => other !== list);
    if (this.current === list) this.current = this.lists[0];
    if (this.move.site !== undefined) this.move.refresh();
    this.changed();
  }
}
