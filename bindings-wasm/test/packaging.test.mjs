// The package as a user installs it: packed, into an empty project, in a build of Vite, and for Node.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";

import { withPage } from "./support/chromium.mjs";

const HERE = path.join(import.meta.dirname, "..");

let project;
test.before(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "memberferry-project-"));
  const npm = (...arguments_) => execFileSync("npm", [...arguments_, "--silent"], { cwd: project, encoding: "utf8" });
  writeFileSync(path.join(project, "package.json"), '{ "name": "project", "private": true, "type": "module" }');
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", project], { cwd: HERE, encoding: "utf8" });
  npm("install", "--no-audit", "--no-fund", "--offline", path.join(project, packed.trim()));
});
test.after(() => rmSync(project, { recursive: true, force: true }));

test("a build of Vite works in Chromium, worker and all", { timeout: 240_000 }, async () => {
  writeFileSync(
    path.join(project, "index.html"),
    '<!doctype html><title>page</title><script type="module" src="/main.js"></script>',
  );
  writeFileSync(
    path.join(project, "main.js"),
    `import { WorkerClient, checkEmail, init } from "@memberferry/wasm";
import wasm from "@memberferry/wasm/memberferry.wasm?url";
import MemberferryWorker from "@memberferry/wasm/worker?worker";

await init(wasm);
const client = await WorkerClient.start({ worker: () => new MemberferryWorker(), source: new URL(wasm, location.href).href });
const { contacts } = await client.readContacts(new File(["Email\\nada@example.com\\n"], "list.csv"));
globalThis.answer = [checkEmail(" Ada@Example.com").key, contacts.length];
`,
  );
  // Vite is the tests' own; the project has the package alone.
  writeFileSync(path.join(project, "vite.config.js"), 'export default { base: "./", build: { target: "es2022" }, worker: { format: "es" } };\n');
  execFileSync(process.execPath, [path.join(HERE, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: project,
    stdio: "inherit",
  });
  assert.ok(readdirSync(path.join(project, "dist/assets")).some((name) => name.endsWith(".wasm")));
  const answer = await withPage([path.join(project, "dist")], async (page) => {
    await page.goto(new URL("/index.html", page.url()).href);
    await page.waitForFunction(() => globalThis.answer, undefined, { timeout: 30_000 });
    return page.evaluate(() => globalThis.answer);
  });
  assert.deepEqual(answer, ["ada@example.com", 1]);
});

test("Node takes it as a module, and from CommonJS by import()", () => {
  const code = `
    const { readFileSync } = await import("node:fs");
    const { fileURLToPath } = await import("node:url");
    const bytes = readFileSync(fileURLToPath(import.meta.resolve("@memberferry/wasm/memberferry.wasm")));
    const { init, checkEmail } = await import("@memberferry/wasm");
    await init(bytes);
    console.log(checkEmail(" Ada@Example.com").key);`;
  writeFileSync(path.join(project, "module.mjs"), code);
  const common = `(async () => { const { init, checkEmail } = await import("@memberferry/wasm/intake");
    await init(require("node:fs").readFileSync(require.resolve("@memberferry/wasm/memberferry-intake.wasm")));
    console.log(checkEmail(" Ada@Example.com").key); })();`;
  writeFileSync(path.join(project, "common.cjs"), common);
  for (const file of ["module.mjs", "common.cjs"]) {
    const printed = execFileSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
    assert.equal(printed.trim(), "ada@example.com", file);
  }
});

test("its types hold for a strict consumer", () => {
  writeFileSync(
    path.join(project, "consumer.ts"),
    `import { WorkerClient, init, readContacts, type Contact } from "@memberferry/wasm";
import { init as small } from "@memberferry/wasm/intake";
await init(); await small();
const client: WorkerClient = await WorkerClient.start();
const { contacts } = await client.readContacts(new File([], "x.csv"), { timezone: "UTC" });
const length: number = contacts.length;
for (const contact of (await readContacts(new Blob([]))).contacts) { const one: Contact = contact; void one.email; }
// @ts-expect-error an option that is not there
await client.readContacts(new File([], "x.csv"), { profil: "keap" });
export { length };
`,
  );
  symlinkSync(path.join(HERE, "node_modules/typescript"), path.join(project, "node_modules/typescript"));
  const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2023,dom,dom.iterable"];
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", ...options, "consumer.ts"], { cwd: project, stdio: "inherit" });
});
