//! WooCommerce: customers, as its own analytics and SkyVerge's exporter write them.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept};

const HEADERS: &[Header] = &[
    // The shop's analytics.
    common("Name", Field::FullName),
    common("Username", Field::Username),
    kept("Last Active"),
    common("Sign Up", Field::CreatedAt),
    common("Email", Field::Email),
    kept("Orders"),
    kept("Total Spend"),
    kept("AOV"),
    common("Country / Region", Field::Country),
    common("City", Field::City),
    common("Region", Field::Region),
    common("Postal Code", Field::PostalCode),
    common("Billing Phone", Field::Phone),
    kept("Shipping Phone"),
    common("Role", Field::Roles),
    // SkyVerge.
    common("customer_id", Field::ExternalId),
    common("username", Field::Username),
    common("email", Field::Email),
    common("password", Field::PasswordHash),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    common("date_registered", Field::CreatedAt),
    kept("billing_first_name"),
    kept("billing_last_name"),
    common("billing_company", Field::Company),
    kept("billing_email"),
    common("billing_phone", Field::Phone),
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
];

/// What is known of WooCommerce's exports of customers.
pub const PROFILE: Profile = Profile {
    id: "woocommerce",
    name: "WooCommerce",
    confidence: Confidence::High,
    evidence: &[
        "the plugin's source code: the export of its analytics of customers",
        "the source code of SkyVerge's exporter, version 5.5.0: customers, in two forms",
    ],
    not_evidenced: &[
        "marketing consent: neither export has it, so nobody becomes mailable by it",
        "the analytics' columns in other languages: they are translated, and then found by alias at best",
        "the zone of the analytics' dates: a comment in the source says UTC",
        "the zone of `date_registered` for guests: it is the order's date, in the shop's time, and is read as UTC",
    ],
    headers: HEADERS,
    together: &[
        &["Sign Up", "AOV", "Total Spend"],
        &["date_registered", "billing_address_1", "shipping_address_1"],
    ],
    variants: &[
        Variant { id: "customers", ..Variant::CONTACTS },
        Variant::settled_by("analytics-customers", &["AOV"]),
        Variant::settled_by("customers-to-import", &["password"]),
    ],
    is_translated: true,
    zone: Some("UTC"),
    ..BLANK
};
