// Everything that Node and the browser have in common.

export { Frame } from "./columns.js";
export type { Cell, Column, ColumnOptions } from "./columns.js";
export { Contact, Contacts } from "./contacts.js";
export {
  AutomationError,
  ContactError,
  IntakeError,
  InternalError,
  MemberferryError,
  PaymentError,
  PlanError,
  ProofError,
  ReadinessError,
  RunError,
  SiteError,
  UsageError,
} from "./errors.js";
export type { Failure } from "./errors.js";
export {
  assessReadiness,
  blueprint,
  checkEmail,
  checkPaymentSetup,
  compareAccess,
  continuity,
  describeOperation,
  detect,
  evaluateRule,
  importRule,
  inferEnrollments,
  lint,
  listCodes,
  matchColumns,
  parseDate,
  parseMoney,
  performCustomOperation,
  performOperation,
  planBilling,
  readTable,
  releaseAt,
  releaseCalendar,
  releaseSchedule,
  report,
  simulate,
  tieOrders,
  tieSubscriptions,
  translate,
  webhookInventory,
} from "./functions.js";
export {
  Intake,
  OrderIntake,
  SubscriptionIntake,
  readContacts,
  readContactsSync,
  readOrders,
  readRecords,
  readSubscriptions,
} from "./intake.js";
export type { Progress, ReadOptions, Watched } from "./intake.js";
export { Issues } from "./issues.js";
export { Orders, Subscriptions } from "./payments.js";
export { Plan, Snapshot, proveAccess, reconcile, spotCheck } from "./plan.js";
export type { AccessProofOptions, Evidence, PlanOptions } from "./plan.js";
export { Batch, MemoryJournal, NewPassword, Passwords, Run } from "./run.js";
export type { Journal, RunOptions } from "./run.js";
export { Sheet, readSheet } from "./sheet.js";
export type { SheetRow } from "./sheet.js";
export { AccessTable, Site } from "./site.js";
export type { At } from "./site.js";
export type { BlobLike, ReadableStreamLike, Source } from "./source.js";
export { call, callRaw, callSync, operations } from "./wire.js";
export type { Abortable, Answer, Holder, Request } from "./wire.js";
/** What crosses the boundary: the records of every request and every answer. */
export type * as records from "./records.js";
