// The built page in Chromium, and how a person uses it. Does not know what is tested.

import { readFile } from "node:fs/promises";
import path from "node:path";

import { withPage } from "../../../../bindings-wasm/test/support/chromium.mjs";

export const DIST = path.join(import.meta.dirname, "../../dist");
export const DATA = path.join(import.meta.dirname, "../../../data");
export const EXPORT = path.join(DATA, "sample/export.csv");
export const SITE = path.join(DATA, "sample/site.json");
export const SITE_BEFORE = path.join(DATA, "access/before.json");

/** The longest that a reading may take here: the machine may be at something else. */
const PATIENCE = 120_000;

/** Opens the page and works with it. */
export function withApp(work, options = {}) {
  return withPage(
    [DIST],
    async (page) => {
      page.setDefaultTimeout(PATIENCE);
      await page.goto(new URL("/index.html", page.url()).href);
      await started(page);
      return work(page, app(page));
    },
    { acceptDownloads: true, ...options },
  );
}

export const started = (page) => page.getByRole("heading", { name: "Bring your members over" }).waitFor();

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });

export function app(page) {
  const me = {
    /** Chooses files by their paths, or by name and content. */
    open: async (...files) => {
      const given = files.map((each) => (Array.isArray(each) ? file(...each) : each));
      await page.locator("input[type=file][multiple]").first().setInputFiles(given);
    },
    /** Waits until a list stands as it is said under its name. */
    stands: (name, how) => page.locator(".opened li", { hasText: name }).locator(".list", { hasText: how }).waitFor(),
    go: (view) => page.locator(".views").getByRole("button", { name: view }).click(),
    facet: (name) => page.locator(".facets").getByRole("button", { name }).click(),
    grid: () => page.getByRole("grid"),
    /** The rows in sight, each as its cells with its line first. */
    rows: () =>
      page.locator(".grid-body .grid-row:not(.is-coming)").evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll(".cell")].map((cell) => cell.firstChild?.textContent ?? "")),
      ),
    tile: (label) => page.locator(".tile", { has: page.locator("dt", { hasText: new RegExp(`^${label}$`) }) }).locator("dd").innerText(),
    /** Waits until the rows in sight are those of what is open now. */
    settled: () => page.locator('[role="grid"][aria-busy="false"]').waitFor(),
    /** Presses a button that gives a file, and reads it. */
    download: async (name) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    /** Waits until so many rows are found, and drawn where they are few. */
    count: async (text) => {
      await page.locator(".count", { hasText: new RegExp(`^${text}$`) }).waitFor();
      const rows = Number.parseInt(text.replaceAll(",", ""), 10);
      if (rows < 5) await page.waitForFunction((count) => document.querySelectorAll(".grid-body .grid-row:not(.is-coming)").length === count, rows);
    },
  };
  return me;
}
