//! Stripe: the customers of the dashboard. `Status` is that of a subscription and says nothing of mail.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};

const HEADERS: &[Header] = &[
    common("id", Field::ExternalId),
    kept("Description"),
    common("Email", Field::Email),
    common("Name", Field::FullName),
    telling("Created (UTC)", Field::CreatedAt),
    kept_telling("Delinquent"),
    kept("Plan"),
    kept("Status"),
    kept("Total Spend"),
    kept("Payment Count"),
    kept_telling("Refunded Volume"),
    kept_telling("Dispute Losses"),
    kept_telling("Business Vat ID").with_confidence(Confidence::Medium),
    common("Address City", Field::City).with_confidence(Confidence::Medium),
    common("Address Country", Field::Country).with_confidence(Confidence::Medium),
];

/// What is known of Stripe's export of customers.
pub const PROFILE: Profile = Profile {
    id: "stripe",
    name: "Stripe",
    confidence: Confidence::High,
    evidence: &[
        "the header of customers.csv of 2026 with its default columns, in several files",
        "a script that reads the newer file with `Address City` and `Address Country`",
        "a script that joins the older file with all columns: the six it names",
    ],
    not_evidenced: &[
        "marketing consent: `Status` is that of a subscription, so nobody becomes mailable by it",
        "the other columns of the older file",
        "byte-order mark and line ends",
    ],
    headers: HEADERS,
    endings: &[" (metadata)"],
    variants: &[
        Variant { id: "customers", ..Variant::CONTACTS },
        Variant::settled_by("customers-all-columns", &["Business Vat ID"]),
    ],
    zone: Some("UTC"),
    ..BLANK
};
