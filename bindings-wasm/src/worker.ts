// The worker: reads exports, and answers what is asked of what it read, so that its page goes on answering. Does not know the page.

import { type Failure, MemberferryError, meant, misuse } from "./facade/errors.js";
import { type Intake, type Progress, readContacts } from "./facade/intake.js";
import { type Handle, native } from "./facade/native.js";
import { type Sheet, readSheet } from "./facade/sheet.js";
import { init } from "./index.js";
import { IssueIndex } from "./issue-index.js";
import type { Held, Question, Read, ReadSheet, Said } from "./protocol.js";

/** As far as a worker is needed; the library of the DOM describes a page. */
interface Scope {
  postMessage(said: Said, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Question & { readonly number: number }>) => void): void;
}
const scope = globalThis as unknown as Scope;

const held = new Map<Held, Handle>();
const indexes = new Map<Held, IssueIndex>();
const readings = new Map<number, AbortController>();
let next = 0;

function hold(handle: Handle): Held {
  held.set(next, handle);
  return next++;
}

async function answered(number: number, question: Question): Promise<{ value: unknown; transfer?: Transferable[] }> {
  switch (question.kind) {
    case "init":
      next = question.first;
      await init(question.source);
      return { value: undefined };
    case "read":
      return { value: await read(number, question) };
    case "cancel":
      readings.get(question.of)?.abort();
      return { value: undefined };
    case "free":
      for (const each of question.held) {
        held.get(each)?.free();
        held.delete(each);
        indexes.delete(each);
      }
      return { value: undefined };
    case "records-with": {
      const records = indexOf(question.issues).recordsWith(question.filter);
      return { value: records, transfer: [records.buffer as ArrayBuffer] };
    }
    case "issues-of":
      return { value: indexOf(question.issues).issuesOf(question.records) };
    case "suggestions":
      return { value: indexOf(question.issues).suggestions(question.code) };
    case "make":
      return { value: hold(native().make(question.name, question.argument, lent(question.lent))) };
    case "ask":
    case "call": {
      const value = native()[question.kind](question.name, question.argument, lent(question.lent));
      return { value, transfer: [value.buffer as ArrayBuffer] };
    }
  }
}

function lent(numbers: readonly Held[]): Handle[] {
  return numbers.map(handleOf);
}

function handleOf(number: Held): Handle {
  const handle = held.get(number);
  if (handle === undefined) throw misuse("what is asked of was let go of, or lost with the worker that held it: read it again");
  return handle;
}

/** Made when it is first asked, and again where an issue list is another one. */
function indexOf(issues: Held): IssueIndex {
  const handle = handleOf(issues);
  let index = indexes.get(issues);
  if (index === undefined) {
    index = new IssueIndex(handle);
    indexes.set(issues, index);
  }
  return index;
}

async function read(
  number: number,
  { what, source, options }: Extract<Question, { kind: "read" }>,
): Promise<Read | ReadSheet> {
  const abort = new AbortController();
  readings.set(number, abort);
  try {
    const watched = {
      ...options,
      signal: abort.signal,
      onProgress: (progress: Progress) => scope.postMessage({ number, kind: "progress", progress }),
    };
    return what === "sheet" ? leftSheet(await readSheet(source, watched)) : left(await readContacts(source, watched));
  } finally {
    readings.delete(number);
  }
}

function left(intake: Intake): Read {
  const { contacts, issues, tagDates, detection, mapping, stats } = intake;
  return {
    intake: hold(intake.handle),
    contacts: hold(contacts.handle),
    issues: hold(issues.handle),
    tagDates: hold(tagDates.handle),
    length: contacts.length,
    issueCounts: issues.counts,
    issueLength: issues.length,
    detection,
    mapping,
    stats,
  };
}

function leftSheet({ handle, length, detection, mapping }: Sheet): ReadSheet {
  return { sheet: hold(handle), length, detection, mapping };
}

scope.addEventListener("message", ({ data: { number, ...question } }) => {
  answered(number, question as Question).then(
    ({ value, transfer }) => scope.postMessage({ number, kind: "done", value }, transfer ?? []),
    (thrown: unknown) => scope.postMessage({ number, ...failure(meant(thrown)) }),
  );
});

function failure(
  error: unknown,
): { kind: "failed"; failure: Failure } | { kind: "thrown"; name: string; message: string } {
  if (error instanceof MemberferryError) return { kind: "failed", failure: error.toJSON() };
  if (error instanceof Error) return { kind: "thrown", name: error.name, message: error.message };
  return { kind: "thrown", name: "Error", message: String(error) };
}
