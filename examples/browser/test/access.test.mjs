// Everybody can use it: axe finds nothing, the keyboard reaches everything, and a telephone shows all of it, in light and in dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

import { EXPORT, SITE, withApp } from "./support/app.mjs";

const LIMIT = { timeout: 240_000 };
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["Overview", "Columns", "Rows", "Move", "Readiness", "Charts", "Download"];
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** What axe finds wrong, each with where it is. */
async function wrong(page) {
  // Playwright runs it as the browser's own, past the policy of the page.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const [device, options] of [["desk", {}], ["phone", PHONE]]) {
    test(`axe finds nothing on a ${device} in ${colorScheme}`, LIMIT, async () => {
      await withApp(
        async (page, app) => {
          assert.deepEqual(await wrong(page), [], "start");
          await app.open(EXPORT, SITE);
          await app.stands("export.csv", "1,978 people");
          for (const view of VIEWS) {
            await app.go(view);
            await page.waitForFunction(() => document.querySelector(".is-coming") === null);
            if (view === "Rows") await app.facet("Set aside");
            assert.deepEqual(await wrong(page), [], view);
            const { scroll, width } = await page.evaluate(() => ({
              scroll: document.documentElement.scrollWidth,
              width: document.documentElement.clientWidth,
            }));
            assert.ok(scroll <= width, `${view} is ${scroll} wide on ${width}`);
          }
        },
        { colorScheme, ...options },
      );
    });
  }
}

test("the keyboard alone reaches and changes a cell, and a screen reader is told where it is", LIMIT, async () => {
  await withApp(async (page, app) => {
    await app.open(["list.csv", "Email,Name\nada@example.com,Ada\nbob(at)example.com,Bob\n"]);
    await app.stands("list.csv", "1 person");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 30) ?? "");
    const tabTo = async (name) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        if ((await focused()).startsWith(name)) return;
      }
      assert.fail(`the Tab key does not reach ${name}`);
    };
    await tabTo("Rows");
    await page.keyboard.press("Enter");
    await page.getByRole("grid").waitFor();
    for (let presses = 0; presses < 60 && (await page.evaluate(() => document.activeElement?.getAttribute("role"))) !== "grid"; presses++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowDown");
    const told = await page.evaluate(() => {
      const grid = document.activeElement;
      const cell = document.getElementById(grid?.getAttribute("aria-activedescendant") ?? "");
      return { rows: grid?.getAttribute("aria-rowcount"), row: cell?.parentElement?.getAttribute("aria-rowindex"), text: cell?.textContent };
    });
    assert.equal(told.rows, "3");
    assert.equal(told.row, "3");
    assert.match(told.text, /bob\(at\)example\.com.*\(.+\)/);
    await page.keyboard.press("F2");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("nobody");
    await page.keyboard.press("Escape");
    await app.stands("list.csv", "1 person");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("bob@example.com");
    await page.keyboard.press("Enter");
    await app.stands("list.csv", "2 people");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "grid");
  });
});
