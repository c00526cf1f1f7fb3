// What a user of Node would write instead: csv-parse cuts the file into rows, zod checks and makes the values.

import { people } from "./people.mjs";

/** Reads a stream, and gives how many contacts there are and a sum over all of their values. */
export async function read({ parse }, z, source) {
  const { take, found } = people(z);
  const rows = source.pipe(parse({ columns: true, skip_empty_lines: true }));
  rows.on("readable", () => {
    for (let row = rows.read(); row !== null; row = rows.read()) take(row);
  });
  await new Promise((end, error) => rows.on("end", end).on("error", error));
  return found();
}
