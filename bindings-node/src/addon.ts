// The addon, and how it is found: beside this file, by the platform that it was built for.

import { type Native } from "./facade/native.js";

/** What the platform's addon is called, as `scripts/build.mjs` names it. */
function name(): string {
  const { platform, arch } = process;
  const isMusl = platform === "linux" && !Object.hasOwn((process.report.getReport() as Report).header, "glibcVersionRuntime");
  return `memberferry.${platform}-${arch}${isMusl ? "-musl" : ""}.node`;
}

interface Report {
  readonly header: object;
}

export function addon(): Native {
  const file = name();
  try {
    return require(`./${file}`) as Native;
  } catch (error) {
    throw new Error(`this package has no addon for ${process.platform} on ${process.arch} (${file})`, { cause: error });
  }
}
