// `npm run worker`: what goes on behind the requests. Any number may run.

import { configFrom } from "../config.js";
import { connect } from "../database.js";
import { loadSites } from "../sites.js";
import { work } from "../worker.js";

const config = configFrom(process.env);
const pool = connect(config.poolSize);
const sites = await loadSites(config);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

const say = (level: string, about: object, message: string): void => {
  const told = Object.fromEntries(Object.entries(about).map(([name, value]) => [name, value instanceof Error ? value.message : value]));
  console.log(JSON.stringify({ level, time: new Date().toISOString(), message, ...told }));
};
const log = {
  info: (about: object, message: string) => say("info", about, message),
  error: (about: object, message: string) => say("error", about, message),
};
await work({ pool, ...sites, batchSize: config.batchSize, signal: stopping.signal, log });
await pool.end();
