//! MemberPress: the transactions export of the WordPress plugin.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use super::{Field, RecordKind};
use crate::payment::OrderStatus;

const HEADERS: &[Header] = &[
    common("id", Field::OrderId),
    common("created_at", Field::PlacedAt),
    kept("expires_at"),
    kept("user_login"),
    common("user_email", Field::Email),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    common("user_id", Field::CustomerId),
    common("product_id", Field::ProductId),
    common("product_name", Field::Product),
    common("gateway", Field::Processor),
    kept_telling("gateway_id"),
    kept_telling("subscr_id"),
    common("sub_id", Field::SubscriptionId),
    telling("trans_num", Field::TransactionId),
    kept("amount"),
    common("total", Field::Total),
    common("tax_amount", Field::Tax),
    kept("tax_rate"),
    kept_telling("tax_class"),
    kept_telling("tax_desc"),
    common("status", Field::PaymentStatus),
    kept("coupon_id"),
    common("coupon", Field::Coupon),
    kept_telling("order_trans_num"),
];

/// What is known of MemberPress's transactions export.
pub const PROFILE: Profile = Profile {
    id: "memberpress",
    kind: RecordKind::Orders,
    name: "MemberPress",
    confidence: Confidence::High,
    evidence: &["the plugin's source code that writes the file, versions 1.3.36 of 2018 and 1.12.11 of 2025"],
    not_evidenced: &[
        "the currency: the export has none, so name it",
        "how much was refunded: only that it was",
        "the translated words for nothing, but for English",
    ],
    headers: HEADERS,
    variants: &[Variant { file_names: &["transactions-"], ..Variant::named("transactions") }],
    zone: Some("UTC"),
    payments: PaymentRules {
        decimal_mark: Some(DecimalMark::Point),
        blanks: &["None", "Unknown"],
        order_statuses: &[
            ("pending", OrderStatus::Pending),
            ("failed", OrderStatus::Failed),
            ("complete", OrderStatus::Paid),
            // A subscription was taken out, and nothing was paid yet.
            ("confirmed", OrderStatus::Pending),
            ("refunded", OrderStatus::Refunded),
        ],
        ..PLAIN
    },
    ..BLANK
};
