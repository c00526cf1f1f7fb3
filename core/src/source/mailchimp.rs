//! Mailchimp: the audience export, three files in one archive; the file says who is subscribed.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common, kept, kept_telling, telling};
use crate::contact::MarketingStatus;

const HEADERS: &[Header] = &[
    common("Email Address", Field::Email),
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    kept("EMAIL_TYPE"),
    kept_telling("MEMBER_RATING"),
    telling("OPTIN_TIME", Field::CreatedAt),
    telling("OPTIN_IP", Field::ConsentIp),
    telling("CONFIRM_TIME", Field::ConsentAt),
    kept_telling("CONFIRM_IP"),
    kept("LATITUDE"),
    kept("LONGITUDE"),
    kept_telling("GMTOFF"),
    kept_telling("DSTOFF"),
    common("TIMEZONE", Field::TimeZone),
    kept("CC"),
    kept("REGION"),
    telling("LAST_CHANGED", Field::UpdatedAt),
    telling("UNSUB_TIME", Field::UnsubscribedAt),
    kept_telling("UNSUB_CAMPAIGN_TITLE"),
    kept_telling("UNSUB_CAMPAIGN_ID"),
    kept_telling("UNSUB_REASON"),
    kept_telling("UNSUB_REASON_OTHER"),
    telling("CLEAN_TIME", Field::BouncedAt),
    kept_telling("CLEAN_CAMPAIGN_TITLE"),
    kept_telling("CLEAN_CAMPAIGN_ID"),
    kept_telling("LEID"),
    telling("EUID", Field::ExternalId),
    kept("NOTES"),
    common("TAGS", Field::Tags),
];

/// What is known of Mailchimp's audience export.
pub const PROFILE: Profile = Profile {
    id: "mailchimp",
    name: "Mailchimp",
    confidence: Confidence::High,
    evidence: &[
        "three fixture files of the Ghost migration tools: subscribed, unsubscribed, cleaned",
        "exports pasted into public issue threads, one of them German, one with `EMAIL_TYPE`",
        "older exports without `TAGS`",
    ],
    not_evidenced: &[
        "a time zone: the dates are taken as UTC, which is customary",
        "a byte-order mark",
        "the values of marketing permissions",
        "the columns of the file of people who never opted in: they are taken to be those of subscribed people",
        "the kind of a file that lost its name: a time of opting in is no proof, so nobody becomes mailable by it",
    ],
    headers: HEADERS,
    variants: &[
        // Nothing in the file itself tells it from that of people who never opted in: only its name does.
        Variant {
            id: "subscribed",
            file_names: &["subscribed_members_export", "subscribed_segment_export"],
            status: Some(MarketingStatus::Subscribed),
            ..Variant::CONTACTS
        },
        Variant {
            id: "unsubscribed",
            file_names: &["unsubscribed_"],
            settled_by: &["UNSUB_TIME"],
            status: Some(MarketingStatus::Unsubscribed),
            ..Variant::CONTACTS
        },
        Variant {
            id: "cleaned",
            file_names: &["cleaned_"],
            settled_by: &["CLEAN_TIME"],
            status: Some(MarketingStatus::Bounced),
            ..Variant::CONTACTS
        },
        // People who bought and never opted in.
        Variant {
            id: "nonsubscribed",
            file_names: &["nonsubscribed_"],
            status: Some(MarketingStatus::Inactive),
            ..Variant::CONTACTS
        },
    ],
    zone: Some("UTC"),
    ..BLANK
};
