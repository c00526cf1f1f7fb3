// What a user would write instead: PapaParse cuts the file into rows, zod checks and makes the values. Runs in Node and in a worker.

import { people } from "./people.mjs";

/** Reads a file, and gives how many contacts there are and a sum over all of their values. */
export async function read(Papa, z, source) {
  const { take, found } = people(z);
  const chunk = ({ data }) => data.forEach(take);
  await new Promise((complete, error) => Papa.parse(source, { header: true, skipEmptyLines: true, chunk, complete, error }));
  return found();
}
