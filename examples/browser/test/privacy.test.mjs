// Nothing leaves the page: the browser refuses it, no request is made, and without a network it works as well.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, EXPORT, SITE, app as use, started, withApp } from "./support/app.mjs";

const LIMIT = { timeout: 240_000 };

/** Through every view, with a download. */
async function everything(page, app) {
  await app.open(EXPORT, SITE);
  await app.stands("export.csv", "1,978 people");
  for (const view of ["Columns", "Rows", "Move", "Readiness", "Charts"]) await app.go(view);
  await page.getByText("Members by marketing status").waitFor();
  await app.go("Download");
  const { bytes } = await app.download("Download clean CSV");
  assert.ok(bytes.length > 100_000);
}

test("one file is all there is, and its policy names the one script that runs", () => {
  assert.deepEqual(readdirSync(DIST), ["index.html"]);
  const page = readFileSync(path.join(DIST, "index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const parts = Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0], part]));
  assert.equal(parts["default-src"], "default-src 'none'");
  assert.equal(parts["connect-src"], "connect-src 'none'");
  assert.match(parts["script-src"], /^script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval'$/);
  assert.ok(!policy.includes("unsafe-inline") && !policy.includes("'unsafe-eval'") && !policy.includes("*"), policy);
});

test("no request is made once the page is there", LIMIT, async () => {
  await withApp(async (page, app) => {
    const asked = [];
    page.context().on("request", (request) => asked.push(request.url()));
    await everything(page, app);
    assert.deepEqual(asked.filter((url) => !url.startsWith("blob:")), []);
  });
});

test("the browser refuses the page and its worker every connection", LIMIT, async () => {
  await withApp(async (page) => {
    const reached = [];
    page.context().on("requestfinished", (request) => reached.push(request.url()));
    page.context().on("requestfailed", (request) => {
      // The browser tells of what it refused as well.
      if (request.failure()?.errorText !== "csp") reached.push(request.url());
    });
    const attempts = `(async () => {
      const refused = async (attempt) => attempt().then(() => "done", () => "refused");
      const own = ${JSON.stringify(page.url())};
      return [await refused(() => fetch(own)), await refused(() => fetch("https://example.com/", { mode: "no-cors" })),
        await refused(() => new Promise((opened, failed) => { const socket = new WebSocket("wss://example.com"); socket.onopen = opened; socket.onerror = failed; }))];
    })()`;
    assert.deepEqual(await page.evaluate(attempts), ["refused", "refused", "refused"]);
    const [worker] = page.workers();
    assert.ok(worker);
    assert.deepEqual(await worker.evaluate(attempts), ["refused", "refused", "refused"]);
    const beacon = await page.evaluate(() => {
      const image = new Image();
      return new Promise((settled) => {
        image.onload = () => settled("done");
        image.onerror = () => settled("refused");
        image.src = "https://example.com/pixel.png";
      });
    });
    assert.equal(beacon, "refused");
    const isRun = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.injected = true";
      document.body.append(script);
      return globalThis.injected === true;
    });
    assert.equal(isRun, false);
    assert.deepEqual(reached.filter((url) => !url.startsWith("blob:")), []);
  });
});

test("without a network it works as before", LIMIT, async () => {
  await withApp(async (page, app) => {
    await page.context().setOffline(true);
    await everything(page, app);
  });
});

test("kept on a disk it works from there", LIMIT, async () => {
  await withApp(async (page) => {
    await page.unroute("**");
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(path.join(DIST, "index.html")).href);
    await started(page);
    await everything(page, use(page));
  });
});
