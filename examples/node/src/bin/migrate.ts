// `npm run migrate`: brings the database's tables up to date.

import { connect } from "../database.js";
import { migrate } from "../migrations.js";

const pool = connect(1);
for (const name of await migrate(pool)) console.log(name);
await pool.end();
