// Tables of orders and of subscriptions. Does not know how they are read.

import type { Frame } from "./columns.js";
import type { Handle } from "./native.js";
import type * as records from "./records.js";
import { Table } from "./table.js";

/** Orders, refunds and disputes. They stay in Rust; columns come by `batches`, plain objects by iterating. */
export class Orders extends Table<records.Order, records.Order> {
  /** @internal */
  constructor(handle: Handle) {
    super(handle, "orders");
  }

  override at(index: number): records.Order | undefined {
    return index < 0 ? this.records(this.length + index, 1)[0] : this.records(index, 1)[0];
  }

  override [Symbol.iterator](): IterableIterator<records.Order> {
    return this.toRecords();
  }

  /** @internal */
  protected view(_frame: Frame, _row: number, index: number): records.Order {
    return this.at(index) as records.Order;
  }
}

/** Subscriptions. They stay in Rust; columns come by `batches`, plain objects by iterating. */
export class Subscriptions extends Table<records.Subscription, records.Subscription> {
  /** @internal */
  constructor(handle: Handle) {
    super(handle, "subscriptions");
  }

  override at(index: number): records.Subscription | undefined {
    return index < 0 ? this.records(this.length + index, 1)[0] : this.records(index, 1)[0];
  }

  override [Symbol.iterator](): IterableIterator<records.Subscription> {
    return this.toRecords();
  }

  /** @internal */
  protected view(_frame: Frame, _row: number, index: number): records.Subscription {
    return this.at(index) as records.Subscription;
  }
}
