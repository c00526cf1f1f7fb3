//! ThriveCart: its customer export, which has one record for everything that happened to an order.

use super::payment_rules::{DecimalMark, EntryKind, PLAIN, PaymentRules, RefundReference};
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use super::{Field, RecordKind};

const HEADERS: &[Header] = &[
    common("order_id", Field::OrderId),
    common("order_date", Field::PlacedAt),
    telling("order_time", Field::PlacedTime),
    common("event", Field::EntryKind),
    common("transaction_id", Field::TransactionId),
    common("subscription_id", Field::SubscriptionId),
    common("processor", Field::Processor),
    common("full_name", Field::FullName),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    common("email", Field::Email),
    common("coupon", Field::Coupon),
    common("total", Field::Total),
    kept("product_price"),
    common("sales_tax", Field::Tax),
    kept("sales_tax_rate"),
    telling("relevant_item_name", Field::Product),
    kept_telling("relevant_item_pricing_option"),
    common("address_country", Field::Country),
    // Other names for the same.
    common("customer_first_name", Field::FirstName).with_confidence(Confidence::Medium),
    common("customer_last_name", Field::LastName).with_confidence(Confidence::Medium),
    common("customer_email", Field::Email).with_confidence(Confidence::Medium),
    common("customer_phone", Field::Phone).with_confidence(Confidence::Medium),
    common("customer_telephone", Field::Phone).with_confidence(Confidence::Medium),
];

/// What is known of ThriveCart's customer export.
pub const PROFILE: Profile = Profile {
    id: "thrivecart",
    kind: RecordKind::Orders,
    name: "ThriveCart",
    confidence: Confidence::Medium,
    evidence: &[
        "three scripts over real files named `ThriveCart Customer Export`: the columns they read",
        "two scripts that read the names beginning with `customer_`",
    ],
    not_evidenced: &[
        "the whole header and its order",
        "words of `event` but for `refund`: the others are those of the system's interface for programs",
        "the status of a sale, so it is unknown",
        "the currency and the zone",
    ],
    headers: HEADERS,
    together: &[
        &["order_id", "order_date", "event", "processor"],
        &["customer_first_name", "customer_last_name", "customer_email", "order_id"],
    ],
    variants: &[
        Variant { file_names: &["thrivecart customer export"], ..Variant::named("customer-export") },
        Variant::settled_by("alternate-names", &["customer_email"]),
    ],
    payments: PaymentRules {
        decimal_mark: Some(DecimalMark::Point),
        blanks: &["-"],
        refund_reference: RefundReference::SameId,
        has_several_records_per_id: true,
        entry_kinds: &[
            ("refund", EntryKind::Refund),
            ("charge", EntryKind::Sale),
            ("rebill", EntryKind::Sale),
            ("cancel", EntryKind::NotAnOrder),
        ],
        ..PLAIN
    },
    ..BLANK
};
