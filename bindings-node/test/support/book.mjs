// The pages of the book that show a package of JavaScript, as both packages' tests run them.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const PAGES = path.join(import.meta.dirname, "../../../docs/src");
// A block, and what it prints, where the next block is a text.
const BLOCK = /^```js\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm;
const BETWEEN = "--- the next block";

/** A page as one program, its blocks one after the other, and what each of them is to print. */
function page(name, library) {
  const blocks = [...readFileSync(path.join(PAGES, name), "utf8").matchAll(BLOCK)];
  if (!blocks.some(([, code]) => code.includes(`"${library}"`))) return [];
  const code = blocks.map(([, block]) => block).join(`console.log(${JSON.stringify(BETWEEN)});\n`);
  return [{ name, code, shown: blocks.map(([, , text]) => text ?? "") }];
}

/** The pages that import a package, by name. */
export function pagesOf(library) {
  const names = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(".md"));
  const found = names.sort().flatMap((name) => page(name, library));
  if (found.length === 0) throw new Error(`no page of the book shows ${library}`);
  return found;
}

/** What a program of a page printed, block by block. */
export function byBlock(printed) {
  return printed.split(`${BETWEEN}\n`);
}
