// Hands files to the browser to be kept. Does not know what is in them.

import type { RemoteIntake } from "@memberferry/wasm";

export function save(name: string, parts: readonly (string | Uint8Array)[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts as BlobPart[], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A cell of CSV. One that a spreadsheet would run as a formula is guarded. */
function cell(value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  const guarded = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const ISSUE_COLUMNS = ["severity", "code", "line", "column", "field", "value", "suggestion", "message", "help"] as const;

/** All issues of a list as CSV, some thousand at a time so that the page goes on answering. */
export async function issuesCsv(intake: RemoteIntake): Promise<string[]> {
  const parts = [`${ISSUE_COLUMNS.join(",")}\r\n`];
  for (let first = 0; first < intake.issueLength; ) {
    const frame = await intake.issueFrame(first);
    const lines: string[] = [];
    for (let row = 0; row < frame.rows; row++) {
      lines.push(ISSUE_COLUMNS.map((name) => cell(frame.get(name, row))).join(","));
    }
    parts.push(`${lines.join("\r\n")}\r\n`);
    first += frame.rows;
    // A frame is a few milliseconds of work; what else there is to do comes first.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return parts;
}
