//! ActiveCampaign: the contact of its API, versions 3 and 1. A status belongs to a list, so a person has as many as lists.

use crate::contact::MarketingStatus;
use crate::source::shape::{Meaning, NAMES, Shape, field, member};
use crate::source::{Confidence, Field};

pub(super) const V3: Shape = Shape {
    id: "api-v3",
    profile: "activecampaign",
    evidence: &["the schemas of a connector, whose names are those of the API but for their spelling"],
    not_evidenced: &[
        "whether the dates carry an offset; without one they are read in the caller's zone",
        "list statuses other than 1, 2 and 3",
        "whether `bounced_date` is also that of a soft bounce, so it is kept and not used",
    ],
    telling: &[&["cdate", "udate"], &["bounced_hard"], &["segmentio_id"], &["rating_tstamp"]],
    members: &[
        field("id", Field::ExternalId),
        field("email", Field::Email),
        field("firstName", Field::FirstName),
        field("lastName", Field::LastName),
        field("first_name", Field::FirstName),
        field("last_name", Field::LastName),
        field("phone", Field::Phone),
        field("organization", Field::Company),
        field("orgname", Field::Company),
        field("created_utc_timestamp", Field::CreatedAt),
        field("cdate", Field::CreatedAt),
        field("updated_utc_timestamp", Field::UpdatedAt),
        field("udate", Field::UpdatedAt),
        field("ip", Field::ConsentIp),
        member("bounced_hard", Meaning::Unless(&["0", "false"], MarketingStatus::Bounced)),
        member("deleted", Meaning::Unless(&["0", "false"], MarketingStatus::Inactive)),
        member("anonymized", Meaning::Unless(&["0", "false"], MarketingStatus::Inactive)),
    ],
    kept: &[
        "adate",
        "edate",
        "orgid",
        "bounced_soft",
        "bounced_date",
        "ua",
        "hash",
        "sentcnt",
        "rating_tstamp",
        "gravatar",
        "deleted_at",
        "segmentio_id",
        "socialdata_lastcheck",
        "created_timestamp",
        "updated_timestamp",
        "created_by",
        "updated_by",
        "email_local",
        "email_domain",
    ],
    ..Shape::BLANK
};

pub(super) const V1: Shape = Shape {
    id: "api-v1",
    profile: "activecampaign",
    confidence: Confidence::Low,
    evidence: &[
        "an importer: the contact is flat, its tags are names, its lists are objects with a status each",
    ],
    not_evidenced: &[
        "the names of most members: custom fields stand among them under their own tags",
        "the lists' members but for `status`",
        "the answer around the contacts: contacts under numbered keys are not taken apart",
    ],
    telling: &[&["email", "tags", "lists"]],
    members: &[
        field("id", Field::ExternalId),
        field("email", Field::Email),
        field("first_name", Field::FirstName),
        field("last_name", Field::LastName),
        field("phone", Field::Phone),
        field("cdate", Field::CreatedAt),
        field("ip", Field::ConsentIp),
        member("tags", Meaning::Tags(NAMES)),
        member("lists", Meaning::Keyed("")),
        field("lists[].status", Field::MarketingStatus),
    ],
    kept: &["fields"],
    ..Shape::BLANK
};
