//! Drip: the person of its API, which it calls a subscriber. Tags are names.

use crate::source::Field;
use crate::source::shape::{Meaning, NAMES, Shape, field, member};

pub(super) const PERSON: Shape = Shape {
    id: "api-person",
    profile: "drip",
    evidence: &["the schema of a connector"],
    not_evidenced: &["the words of `eu_consent`: it is kept, and makes nobody mailable"],
    telling: &[
        &["custom_fields", "lifetime_value"],
        &["eu_consent"],
        &["visitor_uuid"],
        &["email", "status", "custom_fields"],
    ],
    members: &[
        field("id", Field::ExternalId),
        field("email", Field::Email),
        field("first_name", Field::FirstName),
        field("last_name", Field::LastName),
        field("phone", Field::Phone),
        field("sms_number", Field::Phone),
        field("address1", Field::AddressLine1),
        field("address2", Field::AddressLine2),
        field("city", Field::City),
        field("state", Field::Region),
        field("zip", Field::PostalCode),
        field("country", Field::Country),
        field("time_zone", Field::TimeZone),
        field("status", Field::MarketingStatus),
        field("created_at", Field::CreatedAt),
        field("ip_address", Field::ConsentIp),
        member("tags", Meaning::Tags(NAMES)),
        member("custom_fields", Meaning::CustomFields("")),
    ],
    kept: &[
        "account_id",
        "href",
        "user_agent",
        "lifetime_value",
        "original_referrer",
        "landing_url",
        "prospect",
        "base_lead_score",
        "lead_score",
        "eu_consent",
        "sms_consent",
        "utc_offset",
        "visitor_uuid",
        "user_id",
    ],
    ..Shape::BLANK
};
