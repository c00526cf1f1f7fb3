//! beehiiv: the export of subscribers. Each tier has a column of its own, under the name the publisher gave it.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling};
use crate::contact::MarketingStatus;

const HEADERS: &[Header] = &[
    common("email", Field::Email),
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    common("status", Field::MarketingStatus),
    kept("tier"),
    common("created_at", Field::CreatedAt),
    kept("stripe_customer_id"),
    common("unsubscribed_at", Field::UnsubscribedAt),
    kept_telling("Subscription Date (Substack)"),
];

/// What is known of beehiiv's export of subscribers.
pub const PROFILE: Profile = Profile {
    id: "beehiiv",
    name: "beehiiv",
    confidence: Confidence::High,
    evidence: &["one fixture file of the Ghost migration tools, with tiers named by the publisher"],
    not_evidenced: &[
        "tags: the file that was seen has none; the columns of tiers are kept under their own names",
        "statuses but `active`, `inactive` and `pending`",
        "which columns come from the publisher's own fields, such as `Subscription Date (Substack)`",
    ],
    headers: HEADERS,
    together: &[&["status", "tier", "stripe_customer_id", "unsubscribed_at"]],
    variants: &[Variant { id: "subscribers", ..Variant::CONTACTS }],
    statuses: &[
        ("active", MarketingStatus::Subscribed),
        ("pending", MarketingStatus::Unconfirmed),
        ("inactive", MarketingStatus::Inactive),
    ],
    ..BLANK
};
