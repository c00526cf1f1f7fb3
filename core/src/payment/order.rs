//! One order, or what happened to one: a sale, a refund, a dispute. Knows no file and no processor.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::Money;
use crate::Instant;
use crate::contact::{Address, Email};

/// What a record of an export of orders stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrderKind {
    /// Somebody bought something, or tried to.
    #[default]
    Sale,
    /// Money was given back; what for stands in `refund_of`, where the source says so.
    Refund,
    /// The buyer, or the bank, took the money back.
    Dispute,
    /// The source's word for it is not known.
    Unknown,
}

impl OrderKind {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            OrderKind::Sale => "sale",
            OrderKind::Refund => "refund",
            OrderKind::Dispute => "dispute",
            OrderKind::Unknown => "unknown",
        }
    }
}

/// Where an order stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrderStatus {
    /// Not paid yet.
    Pending,
    /// Paid.
    Paid,
    /// Paid, and some of it given back.
    PartiallyRefunded,
    /// Paid, and all of it given back; also of a refund that went through.
    Refunded,
    /// The payment did not go through.
    Failed,
    /// Called off before it was paid.
    Cancelled,
    /// The payment is disputed with the buyer's bank, or was taken back by it.
    Disputed,
    /// The source says nothing, or nothing that is understood.
    #[default]
    Unknown,
}

impl OrderStatus {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            OrderStatus::Pending => "pending",
            OrderStatus::Paid => "paid",
            OrderStatus::PartiallyRefunded => "partially-refunded",
            OrderStatus::Refunded => "refunded",
            OrderStatus::Failed => "failed",
            OrderStatus::Cancelled => "cancelled",
            OrderStatus::Disputed => "disputed",
            OrderStatus::Unknown => "unknown",
        }
    }
}

/// One thing that was ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OrderItem {
    /// The source's id of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The product's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many; absent where the source does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u64>,
}

/// One record of an export of orders. Everything may be absent but its kind and its status.
///
/// Of a sale, `total` is what the buyer was charged. Of a refund or a dispute, `refunded` is what went back and `total`
/// is absent, so that totals less refunds are what was earned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Order {
    /// The source's id of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the record stands for.
    pub kind: OrderKind,
    /// The source's id of the buyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// The buyer's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The buyer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The buyer's telephone number as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The buyer's company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// What was ordered, in the source's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<OrderItem>,
    /// What the buyer was charged, tax included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
    /// The tax within the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<Money>,
    /// What a coupon took off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<Money>,
    /// What the processor kept; as the source signs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// What was given back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refunded: Option<Money>,
    /// Where the order stands.
    pub status: OrderStatus,
    /// When it was placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Instant>,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Instant>,
    /// Who took the money, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor: Option<String>,
    /// The processor's id of the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    /// Of a refund or a dispute: the id of the order, or of the payment, that it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund_of: Option<String>,
    /// The subscription it was charged for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
    /// The coupon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coupon: Option<String>,
    /// The billing address.
    #[serde(skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Every other column that is not blank, by its name, in column order; and the text of what could not be read.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub custom: IndexMap<String, String>,
}
