//! WooCommerce: orders, as its own analytics and SkyVerge's exporter write them.

use super::payment_rules::{ItemsCell, PLAIN, PaymentRules};
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use super::{Field, RecordKind};
use crate::payment::OrderStatus;

const HEADERS: &[Header] = &[
    // The shop's analytics.
    common("Date", Field::PlacedAt),
    telling("Order #", Field::OrderId),
    telling("N. Revenue (formatted)", Field::Total),
    common("Status", Field::PaymentStatus),
    common("Customer", Field::FullName),
    kept_telling("Customer type"),
    telling("Product(s)", Field::Product),
    common("Items sold", Field::Quantity),
    telling("Coupon(s)", Field::Coupon),
    kept("Net Sales"),
    kept("Attribution"),
    // SkyVerge.
    common("order_id", Field::OrderId),
    kept("order_number"),
    kept_telling("order_number_formatted"),
    common("date", Field::PlacedAt),
    common("status", Field::PaymentStatus),
    kept("shipping_total"),
    kept_telling("shipping_tax_total"),
    kept("fee_total"),
    kept_telling("fee_tax_total"),
    common("tax_total", Field::Tax),
    common("discount_total", Field::Discount),
    common("order_total", Field::Total),
    common("refunded_total", Field::Refunded),
    common("order_currency", Field::Currency),
    common("payment_method", Field::Processor),
    kept("shipping_method"),
    common("customer_id", Field::CustomerId),
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
    telling("line_items", Field::Items),
    kept_telling("shipping_items"),
    kept("fee_items"),
    kept("tax_items"),
    kept("coupon_items"),
    kept("refunds"),
    kept("order_notes"),
    kept_telling("download_permissions_granted"),
];

/// What is known of WooCommerce's exports of orders.
pub const PROFILE: Profile = Profile {
    id: "woocommerce",
    kind: RecordKind::Orders,
    name: "WooCommerce",
    confidence: Confidence::High,
    evidence: &[
        "the plugin's source code: the export of its analytics of orders",
        "the source code of SkyVerge's exporter, version 5.5.0: orders",
    ],
    not_evidenced: &[
        "the total of an order in the analytics: they have the net revenue, which is read as the total",
        "the buyer's address in the analytics: they have a name, so that their orders are tied to nobody",
        "the dates and the status words of the analytics",
        "the zone: SkyVerge writes the shop's time, so say which it is",
    ],
    headers: HEADERS,
    variants: &[
        Variant::named("orders"),
        Variant::settled_by("analytics-orders", &["N. Revenue (formatted)"]),
        Variant::settled_by("skyverge-orders", &["line_items"]),
    ],
    payments: PaymentRules {
        items: Some(ItemsCell { between_items: ';', between_parts: '|' }),
        order_statuses: &[
            ("pending", OrderStatus::Pending),
            ("on-hold", OrderStatus::Pending),
            ("processing", OrderStatus::Paid),
            ("completed", OrderStatus::Paid),
            ("cancelled", OrderStatus::Cancelled),
            ("refunded", OrderStatus::Refunded),
            ("failed", OrderStatus::Failed),
        ],
        ..PLAIN
    },
    ..BLANK
};
