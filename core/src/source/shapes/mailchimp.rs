//! Mailchimp: the member of a list. Unlike the export, it says who is subscribed.

use crate::contact::MarketingStatus;
use crate::source::Field;
use crate::source::shape::{Meaning, NAMES, Shape, field, member};

pub(super) const MEMBER: Shape = Shape {
    id: "api-member",
    profile: "mailchimp",
    evidence: &["the schema of a connector", "the vendor's names of the statuses"],
    not_evidenced: &[
        "which of `timestamp_signup` and `timestamp_opt` the export calls `OPTIN_TIME`: the latter is taken for the consent",
        "when somebody unsubscribed: `last_changed` is no evidence of it",
        "merge tags other than `FNAME`, `LNAME`, `PHONE` and `COMPANY`",
    ],
    telling: &[&["email_address", "merge_fields"], &["unique_email_id"], &["email_address", "member_rating"]],
    members: &[
        field("unique_email_id", Field::ExternalId),
        field("id", Field::ExternalId),
        field("email_address", Field::Email),
        field("merge_fields.FNAME", Field::FirstName),
        field("merge_fields.LNAME", Field::LastName),
        field("full_name", Field::FullName),
        field("merge_fields.PHONE", Field::Phone),
        field("merge_fields.COMPANY", Field::Company),
        member("merge_fields", Meaning::CustomFields("")),
        field("status", Field::MarketingStatus),
        field("timestamp_signup", Field::CreatedAt),
        field("timestamp_opt", Field::ConsentAt),
        field("last_changed", Field::UpdatedAt),
        field("ip_opt", Field::ConsentIp),
        field("source", Field::ConsentSource),
        field("language", Field::Locale),
        field("location.timezone", Field::TimeZone),
        member("tags", Meaning::Tags(NAMES)),
    ],
    kept: &[
        "web_id",
        "email_type",
        "unsubscribe_reason",
        "tags_count",
        "ip_signup",
        "member_rating",
        "location",
        "vip",
        "email_client",
        "list_id",
        "stats",
    ],
    statuses: &[
        ("subscribed", MarketingStatus::Subscribed),
        ("pending", MarketingStatus::Unconfirmed),
        ("transactional", MarketingStatus::Inactive),
        ("archived", MarketingStatus::Inactive),
        ("unsubscribed", MarketingStatus::Unsubscribed),
        ("cleaned", MarketingStatus::Bounced),
    ],
    ..Shape::BLANK
};
