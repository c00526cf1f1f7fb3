//! Kit (ConvertKit): the subscriber of its API, versions 3 and 4, and the subscription that holds one.

use crate::source::shape::{IDS, Meaning, Shape, field, member};
use crate::source::{Confidence, Field};

pub(super) const SUBSCRIBER: Shape = Shape {
    id: "api-subscriber",
    profile: "kit",
    evidence: &[
        "the vendor's documentation of version 3, and clients of version 4 by the vendor and by others",
    ],
    not_evidenced: &[
        "the tags: they stand in lists of their own, and have to be given as related records",
        "that `cancelled` is the word for people who unsubscribed is likely only",
    ],
    telling: &[&["email_address", "state"], &["email_address", "fields"]],
    members: &[
        field("id", Field::ExternalId),
        field("email_address", Field::Email),
        field("first_name", Field::FirstName),
        field("fields.last_name", Field::LastName),
        member("fields", Meaning::CustomFields("")),
        field("state", Field::MarketingStatus),
        field("created_at", Field::CreatedAt),
    ],
    kept: &["tagged_at"],
    ..Shape::BLANK
};

pub(super) const SUBSCRIPTION: Shape = Shape {
    id: "api-subscription",
    profile: "kit",
    confidence: Confidence::Medium,
    evidence: &["the vendor's documentation of version 3"],
    not_evidenced: &["the words of `subscribable_type`: `tag` is taken for a tag, and any other is kept"],
    telling: &[&["subscriber", "subscribable_type"], &["subscriber", "subscribable_id"]],
    members: &[
        field("subscriber.id", Field::ExternalId),
        field("subscriber.email_address", Field::Email),
        field("subscriber.first_name", Field::FirstName),
        field("subscriber.fields.last_name", Field::LastName),
        member("subscriber.fields", Meaning::CustomFields("")),
        field("subscriber.state", Field::MarketingStatus),
        field("state", Field::MarketingStatus),
        field("subscriber.created_at", Field::CreatedAt),
        member("subscribable_id", Meaning::TagsIf("subscribable_type", "tag", IDS)),
    ],
    kept: &["id", "created_at", "source", "referrer", "subscribable_type"],
    ..Shape::BLANK
};
