//! SamCart: the order report.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{BLANK, Confidence, DayOrder, Header, Profile, Variant, common, telling};
use super::{Field, RecordKind};

const HEADERS: &[Header] = &[
    common("Order ID", Field::OrderId),
    common("Order Date", Field::PlacedAt),
    telling("Order Time", Field::PlacedTime),
    common("Order Status", Field::PaymentStatus),
    common("Product ID", Field::ProductId),
    common("Product Name", Field::Product),
    common("Price", Field::Total),
    telling("Customer First Name", Field::FirstName),
    telling("Customer Last Name", Field::LastName),
    common("Customer Email", Field::Email),
    telling("Customer Phone Number", Field::Phone),
    telling("Billing Address Line 1", Field::AddressLine1),
    telling("Billing Address Line 2", Field::AddressLine2),
    telling("Billing Address City", Field::City),
    telling("Billing Address State", Field::Region),
    telling("Billing Address Zip", Field::PostalCode),
];

/// What is known of SamCart's order report.
pub const PROFILE: Profile = Profile {
    id: "samcart",
    kind: RecordKind::Orders,
    name: "SamCart",
    confidence: Confidence::High,
    evidence: &["a reader of 2016 that checks the header cell by cell"],
    not_evidenced: &[
        "today's exports of any kind",
        "status words but for `Charged`: plain English ones are read",
        "how `Order Time` is written, and its zone",
        "the currency: amounts have one sign in front, so name the currency where it is `$`",
    ],
    headers: HEADERS,
    variants: &[Variant { file_names: &["tmp_report"], ..Variant::named("order-report-2016") }],
    day_order: Some(DayOrder::MonthFirst),
    payments: PaymentRules { decimal_mark: Some(DecimalMark::Point), ..PLAIN },
    ..BLANK
};
