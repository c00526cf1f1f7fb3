// Carries out the operations of a plan on the tables, all of a batch with a few queries. Knows neither runs nor journals.

import { type Plan, Snapshot, type records, performOperation, reconcile } from "@memberferry/node";

import { type Client, codeOf, isAboutData, isTaken } from "./database.js";
import { type User, count, everybody, lockedByKey, newIds, remove, write } from "./members.js";
import { setMaintenance } from "./settings.js";

export interface Work {
  readonly plan: Plan;
  /** Where the backup is, as whoever approved the plan said. */
  readonly backup: string | undefined;
  /** Proves that nobody sees more or less than was asked for; left out where there is nothing to compare with. */
  readonly prove: ((after: Snapshot) => Promise<records.AccessProof>) | undefined;
}

/** Carries out a batch within the transaction of the client, and says what became of each operation. */
export async function perform(client: Client, work: Work, operations: readonly records.Operation[]): Promise<records.Outcome[]> {
  const all = await attempt(client, work, operations);
  if ("outcomes" in all) return all.outcomes;
  // The database refuses a value: one by one, so that it is known whose, and the others are carried out.
  const outcomes: records.Outcome[] = [];
  for (const operation of operations) {
    const one = await attempt(client, work, [operation]);
    outcomes.push(...("outcomes" in one ? one.outcomes : [refusal(one.refused)]));
  }
  return outcomes;
}

/** What is said of it stands in the journal: the database's own words may quote the value. */
function refusal(error: Error): records.Outcome {
  if (isTaken(error)) return { kind: "conflict", message: "the address or the login name is taken by now" };
  return failed(`the database refuses a value (${codeOf(error)})`);
}

function failed(message: string): records.Outcome {
  return { kind: "failed", retryable: false, message };
}

type Attempt = { readonly outcomes: records.Outcome[] } | { readonly refused: Error };

async function attempt(client: Client, work: Work, operations: readonly records.Operation[]): Promise<Attempt> {
  await client.query("SAVEPOINT attempt");
  try {
    const outcomes = await together(client, work, operations);
    await client.query("RELEASE SAVEPOINT attempt");
    return { outcomes };
  } catch (error) {
    if (!(error instanceof Error) || !isAboutData(error)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT attempt");
    return { refused: error };
  }
}

const APPLIED: records.Outcome = { kind: "applied" };

async function together(client: Client, work: Work, operations: readonly records.Operation[]): Promise<records.Outcome[]> {
  const keys = operations.flatMap(({ subject }) => (subject.kind === "user" ? [subject.email] : []));
  const users = await lockedByKey(client, [...new Set(keys)]);
  const ids = await newIds(client, operations.filter(({ kind }) => kind === "create-user").length);
  const changed = new Map<string, User>();
  const gone: string[] = [];
  const withoutPassword: string[] = [];
  const told: { member: string; cause: string }[] = [];
  const outcomes: records.Outcome[] = [];
  for (const operation of operations) {
    const { subject } = operation;
    if (subject.kind === "site") {
      outcomes.push(await onSite(client, work, operation));
      continue;
    }
    const before = users.get(subject.email);
    const id = operation.kind === "create-user" ? ids.pop() : before?.id;
    const { outcome, user } = performOperation(operation, id ?? "0", before);
    outcomes.push(operation.kind === "set-password" ? NO_PASSWORDS : outcome);
    if (outcome.kind !== "applied") continue;
    if (operation.kind === "reset-password") withoutPassword.push(user?.id ?? "0");
    else if (operation.kind === "send-credentials") told.push({ member: user?.id ?? "0", cause: operation.id });
    else if (operation.kind === "set-password") continue;
    else if (user === undefined) {
      if (before !== undefined) gone.push(before.id);
      users.delete(subject.email);
      changed.delete(subject.email);
    } else {
      users.set(subject.email, user);
      changed.set(subject.email, user);
    }
  }
  await remove(client, gone);
  await write(client, changed, work.plan.header.options.now);
  if (withoutPassword.length > 0) await forgetPasswords(client, withoutPassword);
  if (told.length > 0) await queue(client, told);
  return outcomes;
}

/** A password from elsewhere would be stored by a step of its own; the plans of this service ask for none. */
const NO_PASSWORDS = failed("this service takes no passwords over");

/** Nobody is told a random password, so none is made: whoever asks for one on the login page gets one. Sessions end. */
async function forgetPasswords(client: Client, ids: readonly string[]): Promise<void> {
  await client.query("UPDATE members SET password_hash = NULL WHERE id = ANY($1)", [ids]);
  await client.query("DELETE FROM sessions WHERE member_id = ANY($1)", [ids]);
}

/** Notes who is to be told how to log in. Sends nothing. */
async function queue(client: Client, told: readonly { member: string; cause: string }[]): Promise<void> {
  const insert = `INSERT INTO outbox (member_id, kind, cause)
    SELECT member, 'credentials', cause FROM jsonb_to_recordset($1) AS r(member bigint, cause uuid)`;
  await client.query(insert, [JSON.stringify(told)]);
}

async function onSite(client: Client, { plan, backup, prove }: Work, operation: records.Operation): Promise<records.Outcome> {
  switch (operation.kind) {
    case "check-target": {
      const { users, snapshot } = operation.change;
      const found = await Snapshot.fromRecords(everybody(client));
      const isSame = found.length === users && found.digest === snapshot;
      found.free();
      return isSame ? APPLIED : { kind: "conflict", message: "the members were changed since the plan was made" };
    }
    case "confirm-backup":
      if (backup !== undefined || (await count(client)) === 0) return APPLIED;
      return failed("nobody said where the backup is");
    case "enable-maintenance":
      await setMaintenance(client, "on");
      return APPLIED;
    case "disable-maintenance":
      await setMaintenance(client, "off");
      return APPLIED;
    case "verify-target": {
      const after = await Snapshot.fromRecords(everybody(client));
      try {
        const { ok, differencesFound } = await reconcile(plan, after);
        if (!ok) return failed(`the members differ from the plan in ${differencesFound} places`);
        const access = await prove?.(after);
        return access?.ok === false ? failed(`access was lost or gained unasked ${access.unaskedFound} times`) : APPLIED;
      } finally {
        after.free();
      }
    }
    default:
      return failed(`this service does not know how to do ${operation.kind}`);
  }
}
