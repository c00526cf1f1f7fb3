//! WooCommerce Subscriptions: what its exporter writes and its importer takes. The columns of gateway tokens are left
//! out.

use super::payment_rules::{DecimalMark, ItemsCell, PLAIN, PaymentRules};
use super::profile::{
    BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, sensitive_telling, telling,
};
use super::{Field, RecordKind};
use crate::payment::SubscriptionStatus;

const HEADERS: &[Header] = &[
    kept_telling("Row Description (Do not import)"),
    common("subscription_id", Field::SubscriptionId),
    telling("subscription_status", Field::PaymentStatus),
    common("customer_id", Field::CustomerId),
    kept("customer_username"),
    common("customer_email", Field::Email),
    common("start_date", Field::StartedAt),
    telling("trial_end_date", Field::TrialEndsAt),
    telling("next_payment_date", Field::NextPaymentAt),
    kept_telling("last_payment_date"),
    common("cancelled_date", Field::CancelledAt),
    common("end_date", Field::EndedAt),
    telling("billing_period", Field::IntervalUnit),
    telling("billing_interval", Field::IntervalCount),
    kept("order_shipping"),
    kept("order_shipping_tax"),
    kept("fee_total"),
    kept("fee_tax_total"),
    common("order_tax", Field::Tax),
    common("cart_discount", Field::Discount),
    kept("cart_discount_tax"),
    common("order_total", Field::Price),
    common("order_currency", Field::Currency),
    common("payment_method", Field::Processor),
    kept("payment_method_title"),
    sensitive_telling("payment_method_post_meta"),
    sensitive_telling("payment_method_user_meta"),
    kept_telling("requires_manual_renewal"),
    kept("shipping_method"),
    common("billing_first_name", Field::FirstName),
    common("billing_last_name", Field::LastName),
    common("billing_email", Field::Email),
    common("billing_phone", Field::Phone),
    common("billing_company", Field::Company),
    common("billing_address_1", Field::AddressLine1),
    common("billing_address_2", Field::AddressLine2),
    common("billing_postcode", Field::PostalCode),
    common("billing_city", Field::City),
    common("billing_state", Field::Region),
    common("billing_country", Field::Country),
    kept("shipping_first_name"),
    kept("shipping_last_name"),
    kept("shipping_company"),
    kept("shipping_address_1"),
    kept("shipping_address_2"),
    kept("shipping_postcode"),
    kept("shipping_city"),
    kept("shipping_state"),
    kept("shipping_country"),
    kept("customer_note"),
    common("order_items", Field::Items),
    kept("order_notes"),
    kept("coupon_items"),
    kept("fee_items"),
    kept("tax_items"),
    kept("download_permissions"),
];

/// What is known of the files of WooCommerce Subscriptions.
pub const PROFILE: Profile = Profile {
    id: "woocommerce",
    kind: RecordKind::Subscriptions,
    name: "WooCommerce",
    confidence: Confidence::High,
    evidence: &[
        "the source code of the Subscriptions exporter: its default column names, each of which can be edited",
        "the sample file of the Subscriptions importer",
    ],
    not_evidenced: &[
        "status words in files but for `wc-active`, `wc-on-hold` and `wc-cancelled`: the others are the plugin's own list",
        "the id of a subscription in the importer's sample: it has none",
    ],
    headers: HEADERS,
    variants: &[
        Variant::named("subscriptions"),
        Variant::settled_by("importer", &["Row Description (Do not import)", "customer_username"]),
    ],
    zone: Some("UTC"),
    payments: PaymentRules {
        decimal_mark: Some(DecimalMark::Point),
        items: Some(ItemsCell { between_items: ';', between_parts: '|' }),
        subscription_statuses: &[
            ("wc-active", SubscriptionStatus::Active),
            ("wc-on-hold", SubscriptionStatus::Paused),
            ("wc-cancelled", SubscriptionStatus::Cancelled),
            ("wc-expired", SubscriptionStatus::Expired),
            ("wc-pending", SubscriptionStatus::Incomplete),
            ("wc-pending-cancel", SubscriptionStatus::PendingCancel),
            // Replaced by another subscription.
            ("wc-switched", SubscriptionStatus::Cancelled),
        ],
        ..PLAIN
    },
    ..BLANK
};
