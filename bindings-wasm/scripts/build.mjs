// Builds the package: WebAssembly by cargo, wasm-bindgen and wasm-opt, whole and for intake alone; the façade by tsc.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = path.join(import.meta.dirname, "..");
const root = path.join(here, "..");
const target = path.join(root, "target", "wasm");
const source = path.join(here, "src");
const out = path.join(here, "dist");

const run = (program, arguments_) => execFileSync(program, arguments_, { cwd: root, stdio: "inherit" });
const cargo = (...arguments_) => run("cargo", [...arguments_, "--locked", "--target-dir", target]);
const node = (script, ...arguments_) => run(process.execPath, [path.join(here, "node_modules", script), ...arguments_]);

/** A build of the WebAssembly, into a folder of the sources. */
function build(name, level, ...features) {
  const wasm = ["build", "--package", "memberferry-wasm", "--target", "wasm32-unknown-unknown", "--profile", "wasm"];
  cargo(...wasm, "--no-default-features", ...features);
  const compiled = path.join(target, "wasm32-unknown-unknown", "wasm", "memberferry_wasm.wasm");
  const folder = path.join(source, name);
  // What follows takes minutes, and gives the same for the same.
  const stamp = path.join(folder, "made-of.txt");
  const digest = createHash("sha256").update(readFileSync(compiled)).update(readFileSync(import.meta.filename)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  rmSync(folder, { recursive: true, force: true });
  run(path.join(target, "debug", "memberferry-wasm-bindgen"), [compiled, folder]);
  const bound = path.join(folder, "memberferry_bg.wasm");
  // What the compiler may use is written in the file, and wasm-opt goes by it.
  node("binaryen/bin/wasm-opt", bound, level, "--strip-debug", "--strip-producers", "-o", bound);
  console.log(`${name}: ${statSync(bound).size} bytes`);
  writeFileSync(stamp, digest);
}

cargo("build", "--package", "memberferry-wasm-bindgen");
build("wasm", "-O3", "--features", "whole");
// A smaller file is what this one is for.
build("wasm-intake", "-Oz");

rmSync(path.join(source, "facade"), { recursive: true, force: true });
cpSync(path.join(here, "../bindings-node/src/facade"), path.join(source, "facade"), { recursive: true });
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
node("typescript/bin/tsc", "-p", here);
const isPart = (file) => !file.endsWith("made-of.txt");
for (const name of ["wasm", "wasm-intake"]) {
  cpSync(path.join(source, name), path.join(out, name), { recursive: true, filter: isPart });
}
