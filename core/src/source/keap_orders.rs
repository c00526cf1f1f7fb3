//! Keap, which was Infusionsoft: orders.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{
    BLANK, Confidence, DayOrder, Header, Profile, Variant, common, kept, kept_telling, telling,
};
use super::{Field, RecordKind};

const HEADERS: &[Header] = &[
    common("id", Field::OrderId),
    telling("ContactId", Field::CustomerId),
    common("Contact", Field::FullName),
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    kept("Title"),
    telling("Co Name", Field::Company),
    common("Street Address 1", Field::AddressLine1),
    common("Street Address 2", Field::AddressLine2),
    common("City", Field::City),
    common("State", Field::Region),
    common("Postal Code", Field::PostalCode),
    common("Country", Field::Country),
    kept_telling("Order Type"),
    telling("Promo Code", Field::Coupon),
    kept_telling("Order Title"),
    common("Order Date", Field::PlacedAt),
    telling("Product Ids", Field::ProductId),
    common("Product Name", Field::Product),
    kept("Serial"),
    common("Order Total", Field::Total),
    kept("Affiliate Id"),
];

/// What is known of Keap's export of orders.
pub const PROFILE: Profile = Profile {
    id: "keap",
    kind: RecordKind::Orders,
    name: "Keap",
    confidence: Confidence::High,
    evidence: &["the table of orders of a migration of 2017, in the order of the file"],
    not_evidenced: &[
        "the buyer's address: the export has none, so orders are tied by the contact's id",
        "the status of an order, so it is unknown",
        "the currency: amounts have a sign in front, so name the currency where it is `$`",
        "encoding and zone",
    ],
    headers: HEADERS,
    variants: &[Variant::named("orders")],
    day_order: Some(DayOrder::MonthFirst),
    payments: PaymentRules { decimal_mark: Some(DecimalMark::Point), ..PLAIN },
    ..BLANK
};
