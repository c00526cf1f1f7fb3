//! Ghost: the export of members. Labels are its tags; whether a person gets newsletters is a column.

use super::Field;
use super::profile::{
    BLANK, Confidence, Header, Profile, TagCell, Variant, common, kept, kept_telling, telling,
};
use crate::contact::MarketingStatus;

const HEADERS: &[Header] = &[
    common("id", Field::ExternalId),
    common("email", Field::Email),
    common("name", Field::FullName),
    kept("note"),
    telling("subscribed_to_emails", Field::MarketingStatus),
    kept_telling("complimentary_plan"),
    kept("stripe_customer_id"),
    common("created_at", Field::CreatedAt),
    kept("deleted_at"),
    common("labels", Field::Tags),
    kept("products"),
    kept("tiers"),
    kept("gift_id"),
];

/// What is known of Ghost's export of members.
pub const PROFILE: Profile = Profile {
    id: "ghost",
    name: "Ghost",
    confidence: Confidence::High,
    evidence: &[
        "the source code that writes the file, and its tests: with `products`, then `tiers`, then `gift_id`",
        "fixtures of its importer",
    ],
    not_evidenced: &[
        "a label that holds a comma: it cannot be told from two labels",
        "files with the single column `email`: they are everybody's",
    ],
    headers: HEADERS,
    variants: &[Variant { id: "members", ..Variant::CONTACTS }],
    tags: TagCell { separator: ",", otherwise: None, quoted: false },
    statuses: &[("true", MarketingStatus::Subscribed), ("false", MarketingStatus::Unsubscribed)],
    ..BLANK
};
