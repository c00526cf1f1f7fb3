// The package `@memberferry/wasm`.

import { type WasmSource, initializer } from "./init.js";
import load, * as bindings from "./wasm/memberferry.js";

export * from "./facade/index.js";
export { RemoteContacts, RemoteIntake, WorkerClient } from "./client.js";
export type { StartWorker } from "./client.js";
export type { WasmSource } from "./init.js";

/** Makes the library ready. Everything else waits for it; called again, it does nothing more. */
export const init: (source?: WasmSource | Promise<WasmSource>) => Promise<void> = initializer(load, bindings);
