// `npm start`: the service. Its migrations have to be run before.

import { configFrom } from "../config.js";
import { codeOf, connect } from "../database.js";
import { buildApp } from "../http/app.js";
import { loadSites } from "../sites.js";

const config = configFrom(process.env);
const pool = connect(config.poolSize);
const sites = await loadSites(config);
// What else an error of the database holds may be somebody's address.
const err = (error: Error): { type: string; code: string; message: string; stack: string } => ({
  ...{ type: error.name, code: codeOf(error), message: error.message },
  stack: error.stack ?? "",
});
const logger = { level: process.env["LOG_LEVEL"] ?? "info", serializers: { err } };
const app = await buildApp({ config, pool, ...sites }, { logger });

const stop = async (): Promise<void> => {
  await app.close();
  await pool.end();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
await app.listen({ host: config.host, port: config.port });
