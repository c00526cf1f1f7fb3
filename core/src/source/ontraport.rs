//! Ontraport: contacts under the labels its fields have by default. Tags are parted by `*/*`.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, TagCell, common, kept, telling};
use crate::contact::MarketingStatus;

const HEADERS: &[Header] = &[
    common("Contact ID", Field::ExternalId).with_confidence(Confidence::Medium),
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    common("Name", Field::FullName).with_confidence(Confidence::Medium),
    common("Email", Field::Email),
    kept("Title"),
    common("Company", Field::Company),
    common("Address", Field::AddressLine1),
    common("Address 2", Field::AddressLine2),
    common("City", Field::City),
    common("State", Field::Region),
    common("Zip Code", Field::PostalCode),
    common("Country", Field::Country),
    kept("Fax"),
    common("SMS Number", Field::Phone),
    kept("Office Phone"),
    kept("Birthday"),
    kept("Website"),
    kept("Referring Page"),
    common("Contact Tags", Field::Tags),
    telling("Bulk Email Status", Field::MarketingStatus),
    common("Date Added", Field::CreatedAt),
    common("Date Modified", Field::UpdatedAt),
];

/// What is known of Ontraport's contact export.
pub const PROFILE: Profile = Profile {
    id: "ontraport",
    name: "Ontraport",
    confidence: Confidence::Medium,
    evidence: &[
        "the vendor's help: the labels of the fields, the words of `Bulk Email Status`, and `*/*` between tags",
        "a script that reads a table with these labels",
        "the clients of the vendor's API: the numbers of the status, and lists written with `*/*`",
    ],
    not_evidenced: &[
        "the header row as exported and its order: that the export prints the labels is likely only",
        "encoding, byte-order mark and delimiter",
        "the form of the dates and their time zone",
        "whether people who opted out are shown as `Transactional Only`, so that word is taken as opted out",
    ],
    headers: HEADERS,
    together: &[&["Contact ID", "SMS Number", "Contact Tags"]],
    tags: TagCell { separator: "*/*", otherwise: None, quoted: false },
    statuses: &[
        ("Single Opt-In", MarketingStatus::Subscribed),
        ("1", MarketingStatus::Subscribed),
        ("Double Opt-In", MarketingStatus::Subscribed),
        ("2", MarketingStatus::Subscribed),
        ("Unconfirmed", MarketingStatus::Unconfirmed),
        ("Pending Review", MarketingStatus::Inactive),
        ("-5", MarketingStatus::Inactive),
        ("Transactional Only", MarketingStatus::Unsubscribed),
        ("0", MarketingStatus::Unsubscribed),
        ("Hard Bounce", MarketingStatus::Bounced),
        ("-2", MarketingStatus::Bounced),
    ],
    ..BLANK
};
