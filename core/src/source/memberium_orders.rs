//! Memberium: the orders of MemberiumPay.

use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept};
use super::{Field, RecordKind};

const HEADERS: &[Header] = &[
    common("Product Name", Field::Product),
    common("Full Name", Field::FullName),
    common("Email", Field::Email),
    common("User ID", Field::CustomerId),
    kept("Return"),
    common("Payment Amount", Field::Total),
    common("Payment Date", Field::PlacedAt),
];

/// What is known of MemberiumPay's export of orders.
pub const PROFILE: Profile = Profile {
    id: "memberium",
    kind: RecordKind::Orders,
    name: "Memberium",
    confidence: Confidence::High,
    evidence: &["the plugin's source code that writes the file, version 1.192 for ActiveCampaign"],
    not_evidenced: &[
        "an id or a status of an order: the export has none",
        "what `Return` holds: it is kept as written",
        "the currency and the zone",
    ],
    headers: HEADERS,
    together: &[&["Product Name", "User ID", "Return", "Payment Amount", "Payment Date"]],
    variants: &[Variant::named("orders")],
    ..BLANK
};
