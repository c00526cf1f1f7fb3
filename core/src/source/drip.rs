//! Drip: the export of people, under the identifiers of its profile fields.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, TagCell, Variant, common, kept};
use crate::contact::MarketingStatus;

const MEDIUM: Confidence = Confidence::Medium;
const LOW: Confidence = Confidence::Low;

const HEADERS: &[Header] = &[
    common("email", Field::Email),
    common("tags", Field::Tags),
    common("first_name", Field::FirstName).with_confidence(MEDIUM),
    common("last_name", Field::LastName).with_confidence(MEDIUM),
    common("phone", Field::Phone).with_confidence(MEDIUM),
    common("address1", Field::AddressLine1).with_confidence(MEDIUM),
    common("address2", Field::AddressLine2).with_confidence(MEDIUM),
    common("city", Field::City).with_confidence(MEDIUM),
    common("state", Field::Region).with_confidence(MEDIUM),
    common("zip", Field::PostalCode).with_confidence(MEDIUM),
    common("country", Field::Country).with_confidence(MEDIUM),
    kept("lifetime_value").with_confidence(MEDIUM),
    common("time_zone", Field::TimeZone).with_confidence(MEDIUM),
    common("status", Field::MarketingStatus).with_confidence(LOW),
    common("created_at", Field::CreatedAt).with_confidence(LOW),
];

/// What is known of Drip's export of people.
pub const PROFILE: Profile = Profile {
    id: "drip",
    name: "Drip",
    confidence: MEDIUM,
    evidence: &[
        "a script run over a real export: `email`, and `tags` split at every comma",
        "the vendor's guide to importing: the identifiers of the profile fields",
        "the vendor's help and importers by others: the words of the status",
    ],
    not_evidenced: &[
        "the whole header row and its order",
        "encoding and byte-order mark",
        "the form of the dates in the file and their time zone",
        "whether the person's id is exported",
        "a tag that holds a comma: it cannot be told from two tags",
        "which tab was exported: where no column says it, nobody becomes mailable",
    ],
    headers: HEADERS,
    together: &[&["address1", "lifetime_value", "time_zone"]],
    variants: &[Variant { id: "people", ..Variant::CONTACTS }],
    tags: TagCell { separator: ",", otherwise: None, quoted: false },
    statuses: &[
        ("active", MarketingStatus::Subscribed),
        ("subscribed", MarketingStatus::Subscribed),
        ("inactive", MarketingStatus::Inactive),
        ("unsubscribed", MarketingStatus::Unsubscribed),
        ("undeliverable", MarketingStatus::Bounced),
    ],
    ..BLANK
};
