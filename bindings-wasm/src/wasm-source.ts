// Where the WebAssembly comes from. Apart from how it is made ready, so that what is public needs no types of wasm-bindgen.

/** Where the WebAssembly is: fetched from beside the package, where left out. */
export type WasmSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;
