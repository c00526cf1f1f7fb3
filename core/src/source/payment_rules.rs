//! How a system writes orders and subscriptions, as data: its words and its habits with amounts. Holds no code.

use serde::{Deserialize, Serialize};

use crate::payment::{OrderStatus, SubscriptionStatus};

/// Which character parts the decimals of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    /// `1.234,56`.
    Comma,
    /// `1,234.56`.
    Point,
}

/// What a record of an export of orders is, by the words of its own column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A sale, whether it was paid or not.
    Sale,
    /// A refund.
    Refund,
    /// Money taken back by the buyer's bank.
    Dispute,
    /// No order at all: a transfer, a conversion, a hold. It is set aside.
    NotAnOrder,
}

/// What a negative amount means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Negative {
    /// Money given back to the buyer.
    Refund,
    /// Money that left the account: given back where another column says so, else paid to somebody else.
    Outgoing,
}

/// How a refund says what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundReference {
    /// In a column of its own.
    Column,
    /// By standing under the id of the order.
    SameId,
}

/// How the things that were ordered stand in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemsCell {
    /// What stands between two items.
    pub between_items: char,
    /// What stands between two parts of an item, each `key:value`.
    pub between_parts: char,
}

/// How a system writes orders and subscriptions.
#[derive(Clone, Copy, Debug)]
pub struct PaymentRules {
    /// The character that parts decimals, where the system always writes the same.
    pub decimal_mark: Option<DecimalMark>,
    /// The processor of every record, where no column says it.
    pub processor: Option<&'static str>,
    /// Texts that stand for a blank cell.
    pub blanks: &'static [&'static str],
    /// What a negative amount means.
    pub negative: Negative,
    /// How a refund says what it is of.
    pub refund_reference: RefundReference,
    /// Whether several records stand under the id of one order, one for each thing that happened.
    pub has_several_records_per_id: bool,
    /// How the id of an agreement or subscription begins, where it stands in the column of references.
    pub agreement_prefixes: &'static [&'static str],
    /// How items stand in one cell.
    pub items: Option<ItemsCell>,
    /// Words that tell what a record is; the first that stands in the cell decides.
    pub entry_kinds: &'static [(&'static str, EntryKind)],
    /// Values of the column that says what a record does to the balance, for records that are no orders.
    pub balance_memos: &'static [&'static str],
    /// The words for the status of an order, compared without regard to case.
    pub order_statuses: &'static [(&'static str, OrderStatus)],
    /// The words for the status of a subscription, compared without regard to case.
    pub subscription_statuses: &'static [(&'static str, SubscriptionStatus)],
}

/// A system of which nothing is known.
pub(super) const PLAIN: PaymentRules = PaymentRules {
    decimal_mark: None,
    processor: None,
    blanks: &[],
    negative: Negative::Refund,
    refund_reference: RefundReference::Column,
    has_several_records_per_id: false,
    agreement_prefixes: &[],
    items: None,
    entry_kinds: ENTRY_KINDS,
    balance_memos: &[],
    order_statuses: ORDER_STATUSES,
    subscription_statuses: SUBSCRIPTION_STATUSES,
};

/// Words that tell what a record is, where the system has none of its own.
const ENTRY_KINDS: &[(&str, EntryKind)] = &[
    ("chargeback", EntryKind::Dispute),
    ("dispute", EntryKind::Dispute),
    ("refund", EntryKind::Refund),
    ("erstattung", EntryKind::Refund),
    ("terugbetaling", EntryKind::Refund),
    ("charge", EntryKind::Sale),
    ("rebill", EntryKind::Sale),
    ("sale", EntryKind::Sale),
    ("purchase", EntryKind::Sale),
    ("order", EntryKind::Sale),
    ("payment", EntryKind::Sale),
    ("zahlung", EntryKind::Sale),
    ("betaling", EntryKind::Sale),
];

/// The plain words for the status of an order. What may mean that it was paid or that it was not is left out.
const ORDER_STATUSES: &[(&str, OrderStatus)] = &[
    ("pending", OrderStatus::Pending),
    ("unpaid", OrderStatus::Pending),
    ("open", OrderStatus::Pending),
    ("incomplete", OrderStatus::Pending),
    ("paid", OrderStatus::Paid),
    ("complete", OrderStatus::Paid),
    ("completed", OrderStatus::Paid),
    ("succeeded", OrderStatus::Paid),
    ("charged", OrderStatus::Paid),
    ("bezahlt", OrderStatus::Paid),
    ("abgeschlossen", OrderStatus::Paid),
    ("betaald", OrderStatus::Paid),
    ("voltooid", OrderStatus::Paid),
    ("payé", OrderStatus::Paid),
    ("terminé", OrderStatus::Paid),
    ("pagado", OrderStatus::Paid),
    ("completado", OrderStatus::Paid),
    ("partially refunded", OrderStatus::PartiallyRefunded),
    ("partial refund", OrderStatus::PartiallyRefunded),
    ("refunded", OrderStatus::Refunded),
    ("erstattet", OrderStatus::Refunded),
    ("terugbetaald", OrderStatus::Refunded),
    ("remboursé", OrderStatus::Refunded),
    ("reembolsado", OrderStatus::Refunded),
    ("failed", OrderStatus::Failed),
    ("declined", OrderStatus::Failed),
    ("denied", OrderStatus::Failed),
    ("cancelled", OrderStatus::Cancelled),
    ("canceled", OrderStatus::Cancelled),
    ("voided", OrderStatus::Cancelled),
    ("disputed", OrderStatus::Disputed),
    ("chargeback", OrderStatus::Disputed),
];

/// The plain words for the status of a subscription.
const SUBSCRIPTION_STATUSES: &[(&str, SubscriptionStatus)] = &[
    ("trialing", SubscriptionStatus::Trialing),
    ("trial", SubscriptionStatus::Trialing),
    ("active", SubscriptionStatus::Active),
    ("past due", SubscriptionStatus::PastDue),
    ("past_due", SubscriptionStatus::PastDue),
    ("overdue", SubscriptionStatus::PastDue),
    ("paused", SubscriptionStatus::Paused),
    ("suspended", SubscriptionStatus::Paused),
    ("on hold", SubscriptionStatus::Paused),
    ("pending cancel", SubscriptionStatus::PendingCancel),
    ("cancelled", SubscriptionStatus::Cancelled),
    ("canceled", SubscriptionStatus::Cancelled),
    ("expired", SubscriptionStatus::Expired),
    ("completed", SubscriptionStatus::Expired),
    ("ended", SubscriptionStatus::Expired),
    ("incomplete", SubscriptionStatus::Incomplete),
    ("pending", SubscriptionStatus::Incomplete),
    ("unpaid", SubscriptionStatus::Unpaid),
];
