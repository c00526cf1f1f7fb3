//! MemberPress: the two subscriptions exports of the WordPress plugin, recurring and for a lifetime. What is left of a
//! card and the gateway's token are left out.

use super::payment_rules::{DecimalMark, PLAIN, PaymentRules};
use super::profile::{
    BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, sensitive, telling,
};
use super::{Field, RecordKind};
use crate::payment::SubscriptionStatus;

const HEADERS: &[Header] = &[
    kept_telling("sub_type"),
    common("id", Field::SubscriptionId),
    common("user_email", Field::Email),
    common("gateway", Field::Processor),
    kept("member"),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    common("product_name", Field::Product),
    kept_telling("first_txn_id"),
    kept_telling("latest_txn_id"),
    kept_telling("expiring_txn_id"),
    common("txn_count", Field::PaymentsMade),
    common("expires_at", Field::CurrentPeriodEnd),
    common("subscr_id", Field::ProcessorId),
    common("user_id", Field::CustomerId),
    common("product_id", Field::ProductId),
    common("coupon_id", Field::Coupon),
    common("price", Field::Price),
    common("period", Field::IntervalCount),
    telling("period_type", Field::IntervalUnit),
    telling("limit_cycles", Field::HasPaymentLimit),
    telling("limit_cycles_num", Field::PaymentLimit),
    kept_telling("limit_cycles_action"),
    kept_telling("limit_cycles_expires_after"),
    kept_telling("limit_cycles_expires_type"),
    kept_telling("prorated_trial"),
    kept("trial"),
    kept_telling("trial_days"),
    kept_telling("trial_amount"),
    kept_telling("trial_tax_amount"),
    kept_telling("trial_tax_reversal_amount"),
    kept_telling("trial_total"),
    common("status", Field::PaymentStatus),
    common("created_at", Field::StartedAt),
    kept("total"),
    kept("tax_rate"),
    common("tax_amount", Field::Tax),
    kept_telling("tax_reversal_amount"),
    kept("tax_desc"),
    kept("tax_class"),
    sensitive("cc_last4"),
    sensitive("cc_exp_month"),
    sensitive("cc_exp_year"),
    sensitive("token"),
    kept("order_id"),
    kept("active"),
];

/// What is known of MemberPress's subscriptions exports.
pub const PROFILE: Profile = Profile {
    id: "memberpress",
    kind: RecordKind::Subscriptions,
    name: "MemberPress",
    confidence: Confidence::High,
    evidence: &[
        "the plugin's source code that writes the files, versions 1.3.36 of 2018 and 1.12.11 of 2025",
    ],
    not_evidenced: &[
        "the currency: the exports have none, so name it",
        "the status of a subscription for a lifetime: the export has the word `None`",
        "the translated words for nothing, but for English",
    ],
    headers: HEADERS,
    prefixes: &["_mepr_"],
    variants: &[
        Variant { file_names: &["non-recurring-subscriptions-"], ..Variant::named("lifetime") },
        Variant {
            file_names: &["subscriptions-"],
            settled_by: &["limit_cycles"],
            ..Variant::named("recurring")
        },
    ],
    zone: Some("UTC"),
    payments: PaymentRules {
        decimal_mark: Some(DecimalMark::Point),
        blanks: &["None", "Unknown"],
        subscription_statuses: &[
            ("pending", SubscriptionStatus::Incomplete),
            ("active", SubscriptionStatus::Active),
            ("suspended", SubscriptionStatus::Paused),
            ("cancelled", SubscriptionStatus::Cancelled),
        ],
        ..PLAIN
    },
    ..BLANK
};
