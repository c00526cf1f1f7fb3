// What a site's own operations, which webhooks set off, are for a member: operations that the library carries out. Knows no table.

import { randomUUID } from "node:crypto";
import { type records, describeOperation, performOperation } from "@memberferry/node";

import type { User } from "./members.js";

/** What this service can do. Somebody who needs more adds it here and below. */
const KINDS = ["release-offering", "revoke-offering", "grant-course", "revoke-course", "add-tags", "remove-tags", "set-field"] as const;
export type Doable = Extract<records.CustomOperation, { kind: (typeof KINDS)[number] }>;

/** An operation, if this service can do it. */
export function doable(operation: records.CustomOperation): Doable {
  if ((KINDS as readonly string[]).includes(operation.kind)) return operation as Doable;
  const { text, managed } = describeOperation(operation);
  const why = managed.support.kind === "not-supported" ? managed.support.reason : "this service does not know how";
  throw new Error(`a webhook asks for ${text}: ${why}`);
}

/** What an operation is about: of two for the same the one that happened later counts. */
export function subjectsOf(operation: Doable): string[] {
  switch (operation.kind) {
    case "release-offering":
    case "revoke-offering":
    case "grant-course":
    case "revoke-course":
      return [`offering ${operation.offering}`];
    case "add-tags":
    case "remove-tags":
      return operation.tags.map((tag) => `tag ${tag}`);
    case "set-field":
      return [`field ${operation.field}`];
  }
}

/** What is left of an operation where something later has happened to the others of its subjects. */
export function about(operation: Doable, subjects: ReadonlySet<string>): Doable | undefined {
  if (operation.kind === "add-tags" || operation.kind === "remove-tags") {
    const tags = operation.tags.filter((tag) => subjects.has(`tag ${tag}`));
    return tags.length === 0 ? undefined : { ...operation, tags };
  }
  return subjects.size === 0 ? undefined : operation;
}

/** Whether an operation makes a member of somebody who is none. */
export function makesMembers(operation: Doable): boolean {
  return operation.kind === "release-offering";
}

export interface Person {
  readonly email: string;
  readonly key: string;
  /** Their id; that of the row to be made, where they are no member yet. */
  readonly id: string;
}

/** What an operation makes of a member. */
export function carriedOut(site: records.SiteDocument, operation: Doable, person: Person, before: User | undefined, at: string): User {
  let user = before;
  const perform = (kind: string, phase: records.Phase, change: object): void => {
    const subject = { kind: "user", email: person.key, id: person.id };
    const planned = { kind, id: randomUUID(), phase, subject, reason: "source-differs", change } as records.Operation;
    const answer = performOperation(planned, person.id, user);
    if (answer.outcome.kind === "conflict") throw new Refused(answer.outcome.message);
    user = answer.user;
  };
  const add = (tags: readonly string[]): void => {
    const held = user?.tags ?? [];
    const added = tags.filter((tag) => !held.includes(tag));
    if (added.length > 0) perform("add-tags", "tags", { before: held, added });
  };
  const remove = (tags: readonly string[]): void => {
    const held = user?.tags ?? [];
    const removed = tags.filter((tag) => held.includes(tag));
    if (removed.length > 0) perform("remove-tags", "tags", { before: held, removed });
  };
  if (user === undefined) {
    const { email } = person;
    perform("create-user", "users", { email, username: email, role: "subscriber", profile: { createdAt: at } });
  }
  switch (operation.kind) {
    case "release-offering": {
      const offering = offeringOf(site, operation.offering);
      const atOnce = (offering.modules ?? []).filter((each, place) => place === 0 || each.release?.kind === "at-once");
      add([offering.accessTag, ...atOnce.map(({ accessTag }) => accessTag)].filter(isThere));
      remove([offering.revokeTag].filter(isThere));
      const enrollment = user?.enrollments?.[offering.id];
      if (enrollment === undefined) {
        const released = Object.fromEntries(atOnce.map(({ id }) => [id, at]));
        perform("enroll", "enrollments", { offering: offering.id, after: { enrolledAt: at, released } });
      } else if (enrollment.revokedAt !== undefined) {
        // The clock stood still meanwhile: what was open is open again, what was to come comes later.
        const { revokedAt, ...rest } = enrollment;
        const paused = [...(rest.paused ?? []), { from: revokedAt, until: at }];
        perform("restore-enrollment", "enrollments", { offering: offering.id, before: enrollment, after: { ...rest, paused } });
      }
      break;
    }
    case "revoke-offering": {
      const { id, accessTag, revokeTag } = offeringOf(site, operation.offering);
      if (revokeTag === undefined) remove([accessTag].filter(isThere));
      else add([revokeTag]);
      const before = user?.enrollments?.[id];
      if (before !== undefined && before.revokedAt === undefined) {
        perform("restore-enrollment", "enrollments", { offering: id, before, after: { ...before, revokedAt: at } });
      }
      break;
    }
    case "grant-course":
      add(permissionTags(offeringOf(site, operation.offering)));
      break;
    case "revoke-course":
      remove(permissionTags(offeringOf(site, operation.offering)));
      break;
    case "add-tags":
      add(operation.tags);
      break;
    case "remove-tags":
      remove(operation.tags);
      break;
    case "set-field": {
      const { field, value } = operation;
      const held = user?.custom?.[field];
      const before = held === undefined ? {} : { custom: { [field]: held } };
      if (held !== value) perform("update-user", "users", { before, after: { custom: { [field]: value } } });
      break;
    }
  }
  if (user === undefined) throw new Error("an operation of a webhook deletes nobody");
  return user;
}

/** The member is such that the operation is not carried out, as with administrators. */
export class Refused extends Error {}

function offeringOf(site: records.SiteDocument, id: string): records.Offering {
  const offering = site.offerings?.find((each) => each.id === id);
  if (offering === undefined) throw new Error(`the site has no offering ${id}`);
  return offering;
}

function permissionTags({ accessTag, modules = [] }: records.Offering): string[] {
  return [accessTag, ...modules.map((module) => module.accessTag)].filter(isThere);
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
