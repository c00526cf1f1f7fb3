// The site's own operations, which webhooks set off. What each makes of a member the library says; which of two that come in the wrong order
// counts, and who is made a member, is this service's to say. Knows no table.

import { type Site, type records, describeOperation, performCustomOperation } from "@memberferry/node";

import type { User } from "./members.js";

type Operation = records.CustomOperation;

/** Somebody of whom an operation is tried. */
const NOBODY: User = { id: "0", email: "nobody@example.com" };

/** An operation, if it is one that changes a member: of whatever else the library says that it is none. Throws sooner than it is needed. */
export function doable(site: Site, operation: Operation): Operation {
  const { text, managed } = describeOperation(operation);
  if (managed.support.kind === "not-supported") throw new Error(`a webhook asks for ${text}: ${managed.support.reason}`);
  performCustomOperation(site, operation, NOBODY, new Date(0));
  return operation;
}

/** What an operation is about: of two for the same the one that happened later counts. */
export function subjectsOf(operation: Operation): string[] {
  if ("offering" in operation) return [`offering ${operation.offering}`];
  if ("tags" in operation) return operation.tags.map((tag) => `tag ${tag}`);
  if ("field" in operation) return [`field ${operation.field}`];
  return [operation.kind];
}

/** What is left of an operation where something later has happened to the others of its subjects. */
export function about(operation: Operation, subjects: ReadonlySet<string>): Operation | undefined {
  if ("tags" in operation) {
    const tags = operation.tags.filter((tag) => subjects.has(`tag ${tag}`));
    return tags.length === 0 ? undefined : { ...operation, tags };
  }
  return subjects.size === 0 ? undefined : operation;
}

/** Whether an operation makes a member of somebody who is none. Here only what was bought or given does. */
export function makesMembers(operation: Operation): boolean {
  return operation.kind === "release-offering";
}

/** Somebody who is made a member: they log in by their address. */
export function newMember(id: string, email: string, at: string): User {
  return { id, email, roles: ["subscriber"], createdAt: at };
}

/** What an operation makes of a member, or of somebody who is made one. */
export function carriedOut(site: Site, operation: Operation, before: User, at: string): User {
  const { outcome, user } = performCustomOperation(site, operation, before, at);
  if (outcome.kind === "conflict") throw new Refused(outcome.message);
  if (user === undefined) throw new Error("an operation of a webhook deletes nobody");
  return user;
}

/** The member is such that the operation is not carried out, as with administrators. */
export class Refused extends Error {}
