// How the library is made ready, whichever build of it.

import { UsageError } from "./facade/errors.js";
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
        throw error instanceof WebAssembly.CompileError ? notFound(error) : error;
      },
    );
    return loading;
  };
}

/** What came is a page that says so, or a bundler's: a server answers many a wrong address with one. */
function notFound(cause: unknown): UsageError {
  const error = new UsageError({
    code: "argument-invalid",
    category: "usage",
    message: "what was fetched as the library is no WebAssembly",
    help: "give `init` the address of `@memberferry/wasm/memberferry.wasm`, or keep the bundler from moving the package",
    location: { path: "source" },
  });
  error.cause = cause;
  return error;
}
