// The package `@memberferry/wasm`.

import { initializer } from "./init.js";
import load, * as bindings from "./wasm/memberferry.js";
import type { WasmSource } from "./wasm-source.js";

export * from "./facade/index.js";
export { WorkerClient } from "./client.js";
export type { StartWorker } from "./client.js";
export type { IssueFilter, Suggested } from "./issue-index.js";
export type { Readable } from "./protocol.js";
export {
  RemoteContacts,
  RemoteIntake,
  RemotePlan,
  RemoteSheet,
  RemoteSite,
  RemoteSnapshot,
  RemoteTagDates,
} from "./remote.js";
export type { WasmSource } from "./wasm-source.js";

/** Makes the library ready. Everything else waits for it; called again, it does nothing more. */
export const init: (source?: WasmSource | Promise<WasmSource>) => Promise<void> = initializer(load, bindings);
