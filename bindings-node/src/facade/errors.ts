// The errors: one class for each category of the library's registry of codes. What the platform refuses stays the platform's own.

import type { Category, Issue, Location } from "./records.js";

/** What a refusal is made of. */
export interface Failure {
  readonly code: string;
  readonly category: Category;
  readonly message: string;
  readonly help: string;
  readonly location?: Location;
  readonly issues?: readonly Issue[];
}

/** A call that was refused: there is no result. Compare `code`, which is stable; `message` may be worded otherwise in any release. */
export class MemberferryError extends Error {
  /** The stable code, such as `input-empty`. */
  readonly code: string;
  /** The area it belongs to; each has its class. */
  readonly category: Category;
  /** What to do about it. */
  readonly help: string;
  /** Where in the input, as far as known: `record` counts from 0, everything else from 1. */
  readonly location: Location;
  /** Every issue behind it, where it stands for several. */
  readonly issues: readonly Issue[];

  constructor(failure: Failure) {
    super(failure.message);
    this.name = new.target.name;
    this.code = failure.code;
    this.category = failure.category;
    this.help = failure.help;
    this.location = failure.location ?? {};
    this.issues = failure.issues ?? [];
  }

  /** The refusal as data, such as for a reply of a server. */
  toJSON(): Failure {
    const { code, category, message, help, location, issues } = this;
    return { code, category, message, help, location, issues };
  }
}

/** An export could not be read. */
export class IntakeError extends MemberferryError {}
/** One contact's data. */
export class ContactError extends MemberferryError {}
/** One order's or subscription's data, and whose it is. */
export class PaymentError extends MemberferryError {}
/** The site document. */
export class SiteError extends MemberferryError {}
/** An automation of a CRM. */
export class AutomationError extends MemberferryError {}
/** Building or reading a plan. */
export class PlanError extends MemberferryError {}
/** Carrying a plan out: batches, outcomes, journal. */
export class RunError extends MemberferryError {}
/** Comparing what was planned with what is there. */
export class ProofError extends MemberferryError {}
/** Whether a site is ready to be moved. */
export class ReadinessError extends MemberferryError {}
/** A call made the wrong way. */
export class UsageError extends MemberferryError {}
/** A mistake of the library. */
export class InternalError extends MemberferryError {}

const CLASSES: { readonly [Name in Category]: new (failure: Failure) => MemberferryError } = {
  intake: IntakeError,
  contact: ContactError,
  payment: PaymentError,
  site: SiteError,
  automation: AutomationError,
  plan: PlanError,
  run: RunError,
  proof: ProofError,
  readiness: ReadinessError,
  usage: UsageError,
  internal: InternalError,
};

/** A failure as the error of its category. */
export function errorOf(failure: Failure): MemberferryError {
  return new CLASSES[failure.category](failure);
}

/** A call made the wrong way, found out before it goes over. `path` is where: the argument, and what of it. */
export function misuse(message: string, path?: string): UsageError {
  const location = path === undefined ? {} : { path };
  return new UsageError({ code: "argument-invalid", category: "usage", message, help: "correct the argument named", location });
}

/** What was thrown, as the error that it means. */
export function meant(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !thrown.message.startsWith('{"code":')) return thrown;
  return errorOf(JSON.parse(thrown.message) as Failure);
}
