//! Kit (ConvertKit): the subscriber export. Its own header row is not evidenced, so columns are found by alias, and only
//! a caller who names the source gets this profile.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common};
use crate::contact::MarketingStatus;

const LOW: Confidence = Confidence::Low;

const HEADERS: &[Header] = &[
    common("first_name", Field::FirstName).with_confidence(LOW),
    common("email", Field::Email).with_confidence(Confidence::Medium),
    common("created_at", Field::CreatedAt).with_confidence(LOW),
    common("status", Field::MarketingStatus).with_confidence(LOW),
    common("email_address", Field::Email).with_confidence(LOW),
    common("state", Field::MarketingStatus).with_confidence(LOW),
    common("tags", Field::Tags).with_confidence(LOW),
];

/// What is known of Kit's subscriber export.
pub const PROFILE: Profile = Profile {
    id: "kit",
    name: "Kit (ConvertKit)",
    confidence: LOW,
    evidence: &[
        "a script that reads the column `email` of an export, in any case",
        "importers by others, which contradict each other: `email` or `email_address`, `status` or `state`",
        "the vendor's guide to importing: tags in one column, parted by commas, and a column for each custom field",
        "the vendor's API client and help: the states of a subscriber",
    ],
    not_evidenced: &[
        "the header row as exported, its order and its capitals",
        "delimiter, encoding, byte-order mark and line ends",
        "the time zone of `created_at`",
        "whether the subscriber's id is exported",
        "how a tag is written that holds a comma",
    ],
    headers: HEADERS,
    variants: &[Variant { id: "subscribers", ..Variant::CONTACTS }],
    statuses: &[
        ("active", MarketingStatus::Subscribed),
        ("confirmed", MarketingStatus::Subscribed),
        ("unconfirmed", MarketingStatus::Unconfirmed),
        ("inactive", MarketingStatus::Inactive),
        ("cold", MarketingStatus::Inactive),
        ("cancelled", MarketingStatus::Unsubscribed),
        ("bounced", MarketingStatus::Bounced),
        ("complained", MarketingStatus::Complained),
    ],
    ..BLANK
};
