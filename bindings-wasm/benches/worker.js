// What a user would write instead, in a worker of the page: PapaParse and zod.

import Papa from "papaparse";
import { z } from "zod";

import { read } from "../../bindings-node/benches/papaparse.mjs";

addEventListener("message", async ({ data: file }) => postMessage(await read(Papa, z, file)));
