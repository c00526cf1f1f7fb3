// How the library is made ready, whichever build of it.

import { install } from "./facade/native.js";
import { type Module, nativeOf } from "./instance.js";
import type { WasmSource } from "./wasm-source.js";

type Load = (from?: { module_or_path: WasmSource | Promise<WasmSource> }) => Promise<unknown>;

/** Makes what makes a build ready, once. */
export function initializer(load: Load, bindings: Module): (source?: WasmSource | Promise<WasmSource>) => Promise<void> {
  let loading: Promise<void> | undefined;
  return (source) => {
    loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
      () => install(nativeOf(bindings)),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
}
