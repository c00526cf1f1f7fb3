//! Memberferry's own CSV: what it writes of its contacts, and reads back as the same contacts.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, TagCell, Variant, common, telling};
use crate::contact::MarketingStatus;

/// The columns in the order in which they are written; each is named as its field is on the wire.
const HEADERS: &[Header] = &[
    common("email", Field::Email),
    telling("marketing-status", Field::MarketingStatus),
    telling("status-at", Field::StatusAt),
    telling("consent-source", Field::ConsentSource),
    telling("consent-ip", Field::ConsentIp),
    telling("consent-wording", Field::ConsentWording),
    telling("external-id", Field::ExternalId),
    telling("external-id-aliases", Field::ExternalIdAliases),
    common("username", Field::Username),
    telling("first-name", Field::FirstName),
    telling("last-name", Field::LastName),
    common("phone", Field::Phone),
    common("company", Field::Company),
    telling("address-line1", Field::AddressLine1),
    telling("address-line2", Field::AddressLine2),
    common("city", Field::City),
    common("region", Field::Region),
    telling("postal-code", Field::PostalCode),
    common("country", Field::Country),
    common("locale", Field::Locale),
    telling("time-zone", Field::TimeZone),
    telling("created-at", Field::CreatedAt),
    telling("updated-at", Field::UpdatedAt),
    common("tags", Field::Tags),
    telling("referring-affiliate", Field::ReferringAffiliate),
    telling("order-ids", Field::OrderIds),
    telling("subscription-ids", Field::SubscriptionIds),
    common("roles", Field::Roles),
    common("password", Field::Password),
    telling("password-hash", Field::PasswordHash),
];

/// Commas, and double quotes around a value that holds one.
const CELL: TagCell = TagCell { separator: ",", otherwise: None, quoted: true };

/// Memberferry's own CSV.
pub const PROFILE: Profile = Profile {
    id: "memberferry",
    name: "Memberferry",
    confidence: Confidence::High,
    evidence: &["this library writes it"],
    headers: HEADERS,
    prefixes: &["custom:"],
    custom_prefix: Some("custom:"),
    variants: &[Variant::CONTACTS],
    tags: CELL,
    ids: Some(CELL),
    zone: Some("UTC"),
    is_exact: true,
    statuses: &[
        ("subscribed", MarketingStatus::Subscribed),
        ("unconfirmed", MarketingStatus::Unconfirmed),
        ("unknown", MarketingStatus::Unknown),
        ("inactive", MarketingStatus::Inactive),
        ("unsubscribed", MarketingStatus::Unsubscribed),
        ("bounced", MarketingStatus::Bounced),
        ("complained", MarketingStatus::Complained),
    ],
    ..BLANK
};
