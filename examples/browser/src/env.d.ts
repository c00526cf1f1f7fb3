/// <reference types="vite/client" />

declare module "virtual:memberferry-wasm" {
  /** The WebAssembly, compressed by gzip, in base64. */
  const base64: string;
  export default base64;
}
