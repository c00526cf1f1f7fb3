// Starts the library in a worker, out of what the page brought along: the page may fetch nothing. Does not know what is read.

import { WorkerClient } from "@memberferry/wasm";
import MemberferryWorker from "@memberferry/wasm/worker?worker&inline";
import compressed from "virtual:memberferry-wasm";

export async function startLibrary(): Promise<WorkerClient> {
  const bytes = Uint8Array.from(atob(compressed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const source = await WebAssembly.compile(await new Response(stream).arrayBuffer());
  return WorkerClient.start({ worker: () => new MemberferryWorker(), source });
}
