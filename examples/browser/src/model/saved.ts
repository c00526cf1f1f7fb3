// What this device remembers: how the columns of a kind of file are mapped, and what was answered. Nobody in a list is among it.

import type { records } from "@memberferry/wasm";

const PREFIX = "memberferry:";

function get<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    // A browser may keep nothing, or something else may stand there.
    return undefined;
  }
}

function put(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Then it is not remembered.
  }
}

/** Files with the same columns are mapped alike. */
const mappingKey = (headers: readonly string[]): string => `mapping:${JSON.stringify(headers)}`;

export const savedMapping = (headers: readonly string[]): records.Mapping | undefined => get(mappingKey(headers));
export const saveMapping = (headers: readonly string[], mapping: records.Mapping | undefined): void =>
  put(mappingKey(headers), mapping);

type Answers = Readonly<Record<string, records.ChecklistAnswer>>;

export const savedAnswers = (site: string): Answers => get<Answers>(`answers:${site}`) ?? {};
export const saveAnswers = (site: string, answers: Answers): void => put(`answers:${site}`, answers);
