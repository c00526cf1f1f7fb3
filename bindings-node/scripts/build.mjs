// Builds the package: the addon by cargo, the façade by tsc. `--release` makes it fast, and takes longer.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";

const here = path.join(import.meta.dirname, "..");
const root = path.join(here, "..");
const release = process.argv.includes("--release");
const target = path.join(root, "target", "node");

const arguments_ = ["build", "--package", "memberferry-node", "--locked", "--target-dir", target];
execFileSync("cargo", release ? [...arguments_, "--release"] : arguments_, { cwd: root, stdio: "inherit" });

const library = { linux: "libmemberferry_node.so", darwin: "libmemberferry_node.dylib", win32: "memberferry_node.dll" };
const isMusl = process.platform === "linux" && !("glibcVersionRuntime" in process.report.getReport().header);
const addon = `memberferry.${process.platform}-${process.arch}${isMusl ? "-musl" : ""}.node`;

rmSync(path.join(here, "dist"), { recursive: true, force: true });
mkdirSync(path.join(here, "dist"));
execFileSync(process.execPath, [path.join(here, "node_modules/typescript/bin/tsc"), "-p", here], { stdio: "inherit" });
copyFileSync(path.join(target, release ? "release" : "debug", library[process.platform]), path.join(here, "dist", addon));
