//! ActiveCampaign: the contact export. Custom fields have an asterisk before their label, which alone tells the source.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, TagCell, common};
use crate::contact::MarketingStatus;

const MEDIUM: Confidence = Confidence::Medium;
const LOW: Confidence = Confidence::Low;

const HEADERS: &[Header] = &[
    common("ID", Field::ExternalId).with_confidence(MEDIUM),
    common("Email", Field::Email),
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    common("Phone", Field::Phone).with_confidence(MEDIUM),
    common("Phone Number", Field::Phone).with_confidence(MEDIUM),
    common("Tags", Field::Tags).with_confidence(MEDIUM),
    common("Date Created", Field::CreatedAt).with_confidence(LOW),
    common("IP", Field::ConsentIp).with_confidence(LOW),
    common("Status", Field::MarketingStatus).with_confidence(LOW),
];

/// What is known of ActiveCampaign's contact export.
pub const PROFILE: Profile = Profile {
    id: "activecampaign",
    name: "ActiveCampaign",
    confidence: MEDIUM,
    evidence: &[
        "two importers written for real exports agree on `Email`, `First Name`, `Last Name`, `Phone`, `ID` and `Tags`",
        "one of them documents the asterisk before the label of a custom field",
        "the vendor's help: the words of the status; an importer: 2 for unsubscribed and 3 for bounced",
    ],
    not_evidenced: &[
        "the header row as exported and its order",
        "the separator of tags: two readers say comma, one says semicolon, and both are taken",
        "encoding and byte-order mark",
        "the form of the dates and their time zone",
        "which of a person's lists `Status` speaks of: a person can be active on one and unsubscribed from another",
    ],
    headers: HEADERS,
    prefixes: &["*"],
    tags: TagCell { separator: ",", otherwise: Some(";"), quoted: true },
    statuses: &[
        ("Active", MarketingStatus::Subscribed),
        ("1", MarketingStatus::Subscribed),
        ("Unconfirmed", MarketingStatus::Unconfirmed),
        ("Unsubscribed", MarketingStatus::Unsubscribed),
        ("2", MarketingStatus::Unsubscribed),
        ("Bounced", MarketingStatus::Bounced),
        ("3", MarketingStatus::Bounced),
    ],
    ..BLANK
};
