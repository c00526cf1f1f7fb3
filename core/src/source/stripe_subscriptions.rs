//! Stripe: the subscriptions of the dashboard.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use super::{Field, RecordKind};
use crate::payment::SubscriptionStatus;

const HEADERS: &[Header] = &[
    common("id", Field::SubscriptionId),
    common("Customer ID", Field::CustomerId),
    common("Customer Name", Field::FullName),
    common("Customer Email", Field::Email),
    common("Plan", Field::Plan),
    common("Product", Field::Product).with_confidence(Confidence::Medium),
    common("Quantity", Field::Quantity),
    common("Currency", Field::Currency).with_confidence(Confidence::Medium),
    common("Interval", Field::IntervalUnit),
    common("Amount", Field::Price),
    common("Status", Field::PaymentStatus),
    kept_telling("Cancellation Reason"),
    kept("Created (UTC)"),
    telling("Start Date (UTC)", Field::StartedAt),
    telling("Start (UTC)", Field::StartedAt),
    telling("Current Period Start (UTC)", Field::CurrentPeriodStart),
    telling("Current Period End (UTC)", Field::CurrentPeriodEnd),
    kept_telling("Trial Start (UTC)"),
    telling("Trial End (UTC)", Field::TrialEndsAt),
    telling("Canceled At (UTC)", Field::CancelledAt),
    telling("Ended At (UTC)", Field::EndedAt),
    common("Coupon", Field::Coupon).with_confidence(Confidence::Medium),
];

/// What is known of Stripe's export of subscriptions.
pub const PROFILE: Profile = Profile {
    id: "stripe",
    kind: RecordKind::Subscriptions,
    name: "Stripe",
    confidence: Confidence::High,
    evidence: &["five scripts that read subscriptions.csv", "an importer that reads Stripe's exports"],
    not_evidenced: &[
        "the order of the columns, which whoever exports can choose",
        "whether `Amount` is of one or of the whole quantity: it is kept as written",
        "how many intervals lie between two charges: one, where no column says it",
        "byte-order mark and line ends",
    ],
    headers: HEADERS,
    endings: &[" (metadata)"],
    variants: &[Variant::named("subscriptions")],
    zone: Some("UTC"),
    payments: PaymentRules {
        decimal_mark: Some(DecimalMark::Point),
        processor: Some("stripe"),
        subscription_statuses: &[
            ("active", SubscriptionStatus::Active),
            ("trialing", SubscriptionStatus::Trialing),
            ("past_due", SubscriptionStatus::PastDue),
            ("canceled", SubscriptionStatus::Cancelled),
            ("unpaid", SubscriptionStatus::Unpaid),
            ("incomplete", SubscriptionStatus::Incomplete),
            ("incomplete_expired", SubscriptionStatus::Expired),
            ("paused", SubscriptionStatus::Paused),
        ],
        ..PLAIN
    },
    ..BLANK
};
