// Tables of orders and of subscriptions. Does not know how they are read.

import { place } from "./given.js";
import type { Handle } from "./native.js";
import type * as records from "./records.js";
import { Table } from "./table.js";

/** Payments of one kind: few enough to be plain objects, one after the other. */
abstract class Payments<Record> extends Table<Record, Record> {
  override at(index: number): Record | undefined {
    const at = place(index, this.length);
    return at === undefined ? undefined : this.records(at, 1)[0];
  }

  override [Symbol.iterator](): IterableIterator<Record> {
    return this.toRecords();
  }
}

/** Orders, refunds and disputes. They stay in Rust; columns come by `batches`, plain objects by iterating. */
export class Orders extends Payments<records.Order> {
  /** @internal */
  constructor(handle: Handle) {
    super(handle, "orders");
  }
}

/** Subscriptions. They stay in Rust; columns come by `batches`, plain objects by iterating. */
export class Subscriptions extends Payments<records.Subscription> {
  /** @internal */
  constructor(handle: Handle) {
    super(handle, "subscriptions");
  }
}
