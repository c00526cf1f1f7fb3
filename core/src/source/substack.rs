//! Substack: the lists of sign-ups and of subscribers. `email_disabled` says who gets no mail.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use crate::contact::MarketingStatus;

const HEADERS: &[Header] = &[
    common("email", Field::Email),
    kept_telling("active_subscription"),
    kept("expiry"),
    kept("plan").with_confidence(Confidence::Medium),
    telling("email_disabled", Field::MarketingStatus),
    common("created_at", Field::CreatedAt),
    kept("first_payment_at").with_confidence(Confidence::Medium),
    kept_telling("stripe_connected_customer_id"),
    kept("type"),
];

/// What is known of Substack's lists.
pub const PROFILE: Profile = Profile {
    id: "substack",
    name: "Substack",
    confidence: Confidence::High,
    evidence: &[
        "two fixture files of the Ghost migration tools: sign-ups and subscribers",
        "the same tools: `email_disabled` is the opposite of being subscribed",
        "readers by others: `plan` and `first_payment_at` in newer lists",
    ],
    not_evidenced: &["names and tags: the lists that were seen have none", "a byte-order mark"],
    headers: HEADERS,
    variants: &[
        Variant { id: "signups", ..Variant::CONTACTS },
        Variant::settled_by("subscribers", &["stripe_connected_customer_id"]),
    ],
    statuses: &[("false", MarketingStatus::Subscribed), ("true", MarketingStatus::Unsubscribed)],
    ..BLANK
};
