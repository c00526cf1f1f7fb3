// The move of the lists to a site: who would get what and when, whether the site is ready, and everything as a report with its charts.
// Does not know how any of it is shown.

import type { RemoteContacts, RemotePlan, RemoteSite, RemoteSnapshot, WorkerClient, records } from "@memberferry/wasm";

import { type List, type Trouble, troubleOf } from "./list.js";
import { saveAnswers, savedAnswers } from "./saved.js";

/** What is decided of a plan before it is made. */
export interface Choices {
  readonly now: string;
  readonly importAllContacts: boolean;
  readonly dripContinuity: records.DripContinuity;
}

/** What was found of one state of the lists. */
export interface Outcome {
  readonly plan: RemotePlan;
  readonly blockers: readonly records.Issue[];
  readonly readiness: records.ReadinessAnswer;
  readonly report: records.Report;
  /** Who would see less or more than before, and what of it nobody asked for. */
  readonly access: records.AccessProof;
  /** What was read of the lists when it was made: other objects mean that it is old. */
  readonly of: readonly unknown[];
}

/** For how long after the move access is compared. */
const DAYS = 90;
const DAY_MS = 86_400_000;

const toTheMinute = (date: Date): string => `${date.toISOString().slice(0, 16)}:00Z`;

export class Move {
  site: RemoteSite | undefined;
  siteName = "";
  /** The users whom the site has already; absent while it is taken to be new. */
  users: RemoteSnapshot | undefined;
  usersName = "";
  /** The site as it was, where it was another; absent while its pages and rules are taken to be the same. */
  before: records.SiteDocument | undefined;
  beforeName = "";
  trouble: Trouble | undefined;
  outcome: Outcome | undefined;
  isPlanning = false;
  choices: Choices;
  answers: Readonly<Record<string, records.ChecklistAnswer>> = {};

  readonly #client: WorkerClient;
  readonly #changed: () => void;
  readonly #lists: () => readonly List[];
  #isStale = false;

  constructor(client: WorkerClient, lists: () => readonly List[], changed: () => void) {
    this.#client = client;
    this.#lists = lists;
    this.#changed = changed;
    this.choices = { now: toTheMinute(new Date()), importAllContacts: true, dripContinuity: "continue-from-last-released" };
  }

  load(file: File): Promise<void> {
    return this.#take(async () => {
      const site = await this.#client.loadSite(await bytesOf(file));
      this.site?.free();
      this.site = site;
      this.siteName = file.name;
      this.answers = savedAnswers(site.document.name);
    });
  }

  /** Takes the users whom the site has, each a line of JSON. */
  loadUsers(file: File): Promise<void> {
    return this.#take(async () => {
      const users = await this.#client.takeSnapshot(await bytesOf(file));
      this.users?.free();
      this.users = users;
      this.usersName = file.name;
    });
  }

  /** Takes the site to be new again. */
  forgetUsers(): void {
    this.users?.free();
    this.users = undefined;
    this.refresh();
  }

  /** Takes the document of the site that people come from. */
  loadBefore(file: File): Promise<void> {
    return this.#take(async () => {
      const site = await this.#client.loadSite(await bytesOf(file));
      this.before = site.document;
      this.beforeName = file.name;
      site.free();
    });
  }

  /** Takes the pages and rules to have been the same again. */
  forgetBefore(): void {
    this.before = undefined;
    this.refresh();
  }

  choose(choices: Partial<Choices>): void {
    this.choices = { ...this.choices, ...choices };
    this.refresh();
  }

  answer(item: records.ChecklistItem, answer: records.Answer | undefined): void {
    const { [item]: _, ...rest } = this.answers;
    const said = (of: records.Answer): records.ChecklistAnswer => ({ answer: of, answeredBy: "You", at: this.choices.now });
    this.answers = answer === undefined ? rest : { ...rest, [item]: said(answer) };
    saveAnswers(this.site?.document.name ?? "", this.answers);
    this.refresh();
  }

  /** Whether a list changed since it was planned. */
  get isOld(): boolean {
    const { outcome } = this;
    if (outcome === undefined) return false;
    const now = readNow(this.#lists());
    return now.length !== outcome.of.length || now.some((intake, place) => intake !== outcome.of[place]);
  }

  /** Plans anew. What is decided meanwhile is planned after it. */
  refresh(): void {
    this.#isStale = true;
    this.#changed();
    if (this.isPlanning) return;
    this.isPlanning = true;
    void this.#settle();
  }

  /** Every contact of the lists, as one. Whoever asks lets go of it where it was made for them. */
  async contacts(): Promise<{ readonly contacts: RemoteContacts; readonly isMade: boolean } | undefined> {
    const read = readNow(this.#lists());
    const [first] = read;
    if (first === undefined) return undefined;
    if (read.length === 1) return { contacts: first.contacts, isMade: false };
    return { contacts: await this.#client.mergeContacts(read.map(({ contacts }) => contacts)), isMade: true };
  }

  /** The report as a page of its own. */
  async reportPage(): Promise<string> {
    const { site, outcome, choices } = this;
    const all = await this.contacts();
    if (site === undefined || outcome === undefined || all === undefined) return "";
    try {
      const lent = [site, all.contacts, outcome.plan];
      return (await this.#client.call("report.make", { at: choices.now, form: "html" }, { lent })).text ?? "";
    } finally {
      if (all.isMade) all.contacts.free();
    }
  }

  /** Takes a file. What is in its place stays where the file is of no use. */
  async #take(work: () => Promise<void>): Promise<void> {
    this.trouble = undefined;
    try {
      await work();
      this.refresh();
    } catch (error) {
      this.trouble = troubleOf(error);
    }
    this.#changed();
  }

  async #settle(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        await this.#plan();
        this.trouble = undefined;
      } catch (error) {
        this.trouble = troubleOf(error);
        this.#replace(undefined);
      }
    }
    this.isPlanning = false;
    this.#changed();
  }

  async #plan(): Promise<void> {
    const { site, choices } = this;
    const of = readNow(this.#lists());
    const all = site === undefined ? undefined : await this.contacts();
    if (site === undefined || all === undefined) return this.#replace(undefined);
    const { contacts, isMade } = all;
    const known = this.users;
    const users = known ?? (await this.#client.takeSnapshot([]));
    try {
      const tagDates = of.length === 1 ? of[0]?.tagDates : undefined;
      const plan = await this.#client.buildPlan(site, contacts, users, { ...choices, tagDates });
      const { now: at } = choices;
      const until = new Date(Date.parse(at) + DAYS * DAY_MS).toISOString();
      const { before } = this;
      const [blockers, readiness, { document }, access] = await Promise.all([
        plan.blockers(),
        this.#client.call("readiness.assess", { at, answers: this.answers }, { lent: known === undefined ? [site, contacts] : [site, contacts, known] }),
        this.#client.call("report.make", { at, form: "document" }, { lent: [site, contacts, plan] }),
        this.#client.call("access.prove", { stage: "foreseen", until, before }, { lent: [site, contacts, plan, users] }),
      ]);
      const nothing = { head: { format: 1, site: "", at, pseudonymised: false }, sections: [] };
      this.#replace({ plan, blockers, readiness, report: document ?? nothing, access, of });
    } finally {
      if (known === undefined) users.free();
      if (isMade) contacts.free();
    }
  }

  #replace(outcome: Outcome | undefined): void {
    this.outcome?.plan.free();
    this.outcome = outcome;
    this.#changed();
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function readNow(lists: readonly List[]): NonNullable<List["intake"]>[] {
  return lists.flatMap(({ intake }) => (intake === undefined ? [] : [intake]));
}
