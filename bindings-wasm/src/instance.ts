// The library as WebAssembly: one instance at a time, replaced when a mistake of the library has ended it. Does not know what is asked.

import { InternalError } from "./facade/errors.js";
import type { Handle, Native } from "./facade/native.js";
import type * as Bindings from "./wasm/memberferry.js";

/** What wasm-bindgen makes of a build: the same of every one. */
export type Module = typeof Bindings;
/** What the module makes of a handle that was made before the instance was replaced. */
type Held = Bindings.Handle & Handle;

const freed = new WeakSet<object>();

/** Told when an instance was replaced: every handle that was made before is lost. */
export type OnReplaced = () => void;

/** The library of an instance that is ready. */
export function nativeOf(module: Module, onReplaced: OnReplaced = () => undefined): Native {
  let instance = 1;
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      // A panic, or no more memory or stack: nothing in the instance can be relied on any more.
      module.__wbg_reset_state();
      instance++;
      onReplaced();
      throw lost(error);
    }
  };
  const lent = (handles: readonly Handle[]): Bindings.Lent => {
    const all = new module.Lent();
    for (const handle of handles) if (!freed.has(handle)) all.add(handle as Held);
    return all;
  };
  /** A handle that may be let go of more than once, as an addon's may, and after its instance is gone. */
  const handleOf = (held: Bindings.Handle): Handle => {
    const [of, free] = [instance, held.free.bind(held)];
    held.free = () => {
      if (freed.has(held)) return;
      freed.add(held);
      if (of === instance) free();
    };
    return held;
  };
  const native: Native = {
    operations: () => guarded(() => module.operations()),
    call: (name, request, handles) => guarded(() => module.call(name, request, lent(handles))),
    make: (name, argument, handles) => guarded(() => handleOf(module.make(name, argument, lent(handles)))),
    ask: (name, argument, handles) => guarded(() => module.ask(name, argument, lent(handles))),
    callAsync: async (name, request, handles) => native.call(name, request, handles),
    makeAsync: async (name, argument, handles) => native.make(name, argument, handles),
    askAsync: async (name, argument, handles) => native.ask(name, argument, handles),
  };
  return native;
}

function lost(cause: unknown): InternalError {
  const error = new InternalError({
    code: "internal",
    category: "internal",
    message: "the instance of WebAssembly was ended by a mistake of the library and replaced; what it held is lost",
    help: "report it with what was asked; read the input again to go on",
  });
  error.cause = cause;
  return error;
}
