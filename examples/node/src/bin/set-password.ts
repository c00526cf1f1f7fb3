// `npm run set-password -- ADDRESS < FILE`: sets a member's password, which comes from nowhere but the standard input.

import { text } from "node:stream/consumers";

import { connect } from "../database.js";
import { setPassword } from "../sessions.js";

const [address] = process.argv.slice(2);
const password = (await text(process.stdin)).replace(/\r?\n$/, "");
if (address === undefined || password.length < 8) throw new Error("give an address, and a password of 8 characters or more on the standard input");
const pool = connect(1);
const isThere = await setPassword(pool, address, password);
await pool.end();
if (!isThere) throw new Error("there is no member of this address");
