// A page in Chromium, served from a folder of the tree, that can reach nothing but its own server.

import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";

import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const program = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (file) => file && existsSync(file),
);

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function serve(folders) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>page</title>");
      return;
    }
    const file = folders.map((folder) => path.join(folder, pathname)).find((each) => existsSync(each) && statSync(each).isFile());
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

/**
 * Opens a page, works with it, and closes everything. What goes wrong in the page is an error here. `options` are those of a context of
 * Playwright, such as a viewport.
 */
export async function withPage(folders, work, options = {}) {
  if (program === undefined) throw new Error("there is no Chromium: install it, or name it by the variable CHROMIUM");
  const server = await serve(folders);
  const profile = mkdtempSync(path.join(os.tmpdir(), "memberferry-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    chromiumSandbox: false,
    args: FLAGS,
    ...options,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    const origin = `http://127.0.0.1:${server.address().port}`;
    await page.route("**", (route) => {
      const isOwn = route.request().url().startsWith(origin) || /^(blob|data):/.test(route.request().url());
      if (!isOwn) wrong.push(`asked for ${route.request().url()}`);
      return isOwn ? route.continue() : route.abort();
    });
    await page.goto(origin);
    const result = await work(page);
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
    return result;
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
