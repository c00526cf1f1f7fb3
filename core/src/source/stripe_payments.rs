//! Stripe: the payments of the dashboard, in the generations of their export.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{
    BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, sensitive_telling, telling,
};
use super::{Field, RecordKind};

const HEADERS: &[Header] = &[
    common("id", Field::OrderId).with_confidence(Confidence::Medium),
    kept("Description").with_confidence(Confidence::Medium),
    common("Created (UTC)", Field::PlacedAt).with_confidence(Confidence::Medium),
    common("Created", Field::PlacedAt).with_confidence(Confidence::Medium),
    common("Amount", Field::Total).with_confidence(Confidence::Medium),
    common("Customer Email", Field::Email).with_confidence(Confidence::Medium),
    kept_telling("Seller Message").with_confidence(Confidence::Medium),
    sensitive_telling("Card ID").with_confidence(Confidence::Medium),
    kept_telling("Transfer Group").with_confidence(Confidence::Medium),
    telling("PaymentIntent ID", Field::TransactionId).with_confidence(Confidence::Medium),
];

/// What is known of Stripe's export of payments.
pub const PROFILE: Profile = Profile {
    id: "stripe",
    kind: RecordKind::Orders,
    name: "Stripe",
    confidence: Confidence::Medium,
    evidence: &["scripts that read payments.csv of 2014 (`Created`) and of later years (`Created (UTC)`)"],
    not_evidenced: &[
        "the whole header of any generation: the currency, the status, the fee and what was refunded are found by alias",
        "the words for the status of a payment: plain English ones are read",
        "the order of the columns, byte-order mark and line ends",
    ],
    headers: HEADERS,
    endings: &[" (metadata)"],
    together: &[
        &["id", "Description", "Created (UTC)", "Amount", "Customer Email"],
        &["id", "Description", "Created", "Amount", "Customer Email"],
    ],
    variants: &[
        Variant::named("payments"),
        Variant::settled_by("payments-newest", &["PaymentIntent ID", "Transfer Group", "Seller Message"]),
        Variant::settled_by("payments-2014", &["Created"]),
    ],
    zone: Some("UTC"),
    payments: PaymentRules { decimal_mark: Some(DecimalMark::Point), processor: Some("stripe"), ..PLAIN },
    ..BLANK
};
