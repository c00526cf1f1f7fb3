//! One subscription: who pays what, how often, since when and until when. A record of what the source says; nothing is
//! charged by it. Knows no file and no processor.

use std::num::NonZeroU32;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::Money;
use crate::Instant;
use crate::contact::{Address, Email};

/// Where a subscription stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SubscriptionStatus {
    /// In its trial; the first full payment is to come.
    Trialing,
    /// Running and paid.
    Active,
    /// Running, and a payment is late.
    PastDue,
    /// Halted; nothing is charged until it goes on.
    Paused,
    /// Cancelled, and paid until its period ends.
    PendingCancel,
    /// Cancelled and over.
    Cancelled,
    /// Over, because all of its payments were made or its time ran out.
    Expired,
    /// Never begun: the first payment is to come or did not go through.
    Incomplete,
    /// Given up on: payments failed until the processor stopped trying.
    Unpaid,
    /// The source says nothing, or nothing that is understood.
    #[default]
    Unknown,
}

impl SubscriptionStatus {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            SubscriptionStatus::Trialing => "trialing",
            SubscriptionStatus::Active => "active",
            SubscriptionStatus::PastDue => "past-due",
            SubscriptionStatus::Paused => "paused",
            SubscriptionStatus::PendingCancel => "pending-cancel",
            SubscriptionStatus::Cancelled => "cancelled",
            SubscriptionStatus::Expired => "expired",
            SubscriptionStatus::Incomplete => "incomplete",
            SubscriptionStatus::Unpaid => "unpaid",
            SubscriptionStatus::Unknown => "unknown",
        }
    }

    /// Whether another charge is due by itself as long as nobody does anything.
    pub const fn charges_again(self) -> bool {
        matches!(
            self,
            SubscriptionStatus::Trialing | SubscriptionStatus::Active | SubscriptionStatus::PastDue
        )
    }
}

/// The unit of a billing interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BillingUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar years.
    Year,
}

impl BillingUnit {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            BillingUnit::Day => "day",
            BillingUnit::Week => "week",
            BillingUnit::Month => "month",
            BillingUnit::Year => "year",
        }
    }
}

/// How often a subscription is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum BillingInterval {
    /// Every so many units.
    Every {
        /// How many.
        count: NonZeroU32,
        /// Of what.
        unit: BillingUnit,
    },
    /// Once, for a limited time.
    Once,
    /// Once, for good.
    Lifetime,
}

impl BillingInterval {
    /// The name of its kind on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            BillingInterval::Every { .. } => "every",
            BillingInterval::Once => "once",
            BillingInterval::Lifetime => "lifetime",
        }
    }

    /// How many of which unit, where it comes again.
    pub const fn every(self) -> Option<(NonZeroU32, BillingUnit)> {
        match self {
            BillingInterval::Every { count, unit } => Some((count, unit)),
            BillingInterval::Once | BillingInterval::Lifetime => None,
        }
    }

    /// Every unit.
    pub(crate) const fn each(unit: BillingUnit) -> BillingInterval {
        BillingInterval::Every { count: NonZeroU32::MIN, unit }
    }
}

/// One record of an export of subscriptions. Everything may be absent but its status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Subscription {
    /// The source's id of the subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The processor's id of it, where the source has one of its own too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor_id: Option<String>,
    /// The source's id of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// The person's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The person's telephone number as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The person's company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The source's id of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The product's name; of several, the names with a comma between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The source's name or id of the plan or price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// How many of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u64>,
    /// What each charge is, as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// The tax within a charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax: Option<Money>,
    /// What a coupon takes off a charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<Money>,
    /// How often it is charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<BillingInterval>,
    /// Where it stands. One that runs and has a date of cancelling is `pending-cancel`.
    pub status: SubscriptionStatus,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Instant>,
    /// When its trial ends, or ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial_ends_at: Option<Instant>,
    /// When the period that is paid for began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_period_start: Option<Instant>,
    /// When that period ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_period_end: Option<Instant>,
    /// When it is charged next. Where the source has no column for it: the end of the current period of a subscription
    /// that is charged again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_payment_at: Option<Instant>,
    /// When it is to end, where it was cancelled to a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancel_at: Option<Instant>,
    /// When it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Instant>,
    /// When it was over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Instant>,
    /// How many payments were made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payments_made: Option<u64>,
    /// After how many payments it ends by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_limit: Option<u64>,
    /// Who takes the money, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor: Option<String>,
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
