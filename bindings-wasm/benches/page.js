// Both ways of reading a file in a worker, every row delivered: timed from the file's choice to the last value.

import { WorkerClient } from "@memberferry/wasm";
import wasm from "@memberferry/wasm/memberferry.wasm?url";
import MemberferryWorker from "@memberferry/wasm/worker?worker";

import { sumOf } from "../../bindings-node/benches/delivered.mjs";
import PapaWorker from "./worker.js?worker";

const file = () => document.getElementById("file").files[0];

async function timed(work) {
  const start = performance.now();
  const found = await work();
  return { seconds: (performance.now() - start) / 1e3, found };
}

globalThis.memberferry = () =>
  timed(async () => {
    const client = await WorkerClient.start({ worker: () => new MemberferryWorker(), source: new URL(wasm, location.href).href });
    const { contacts, issueLength } = await client.readContacts(file());
    let sum = 0;
    for await (const frame of contacts.batches()) sum += sumOf(frame);
    client.terminate();
    return { contacts: contacts.length, issues: issueLength, sum };
  });

globalThis.papaparse = () =>
  timed(
    () =>
      new Promise((resolve, reject) => {
        const worker = new PapaWorker();
        worker.addEventListener("message", ({ data }) => {
          worker.terminate();
          resolve(data);
        });
        worker.addEventListener("error", reject);
        worker.postMessage(file());
      }),
  );
globalThis.ready = true;
