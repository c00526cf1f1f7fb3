// The package `@memberferry/wasm/intake`: only what reads exports, for pages that do no more and should be small.

import { initializer } from "./init.js";
import load, * as bindings from "./wasm-intake/memberferry.js";
import type { WasmSource } from "./wasm-source.js";

export { Contact, Contacts } from "./facade/contacts.js";
export { Frame } from "./facade/columns.js";
export type { Cell, Column, ColumnOptions } from "./facade/columns.js";
export { ContactError, IntakeError, InternalError, MemberferryError, PaymentError, UsageError } from "./facade/errors.js";
export type { Failure } from "./facade/errors.js";
export { checkEmail, detect, listCodes, matchColumns, parseDate, parseMoney, readTable } from "./facade/functions.js";
export {
  Intake,
  OrderIntake,
  SubscriptionIntake,
  readContacts,
  readContactsSync,
  readOrders,
  readRecords,
  readSubscriptions,
} from "./facade/intake.js";
export type { Progress, ReadOptions, Watched } from "./facade/intake.js";
export { Issues } from "./facade/issues.js";
export { Orders, Subscriptions } from "./facade/payments.js";
export type { BlobLike, ReadableStreamLike, Source } from "./facade/source.js";
export { callRaw, operations } from "./facade/wire.js";
export type { WasmSource } from "./wasm-source.js";
export type * as records from "./facade/records.js";

/** Makes the library ready. Everything else waits for it; called again, it does nothing more. */
export const init: (source?: WasmSource | Promise<WasmSource>) => Promise<void> = initializer(load, bindings);
