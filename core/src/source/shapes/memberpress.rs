//! MemberPress: the member of its REST API. Memberships are read as tags by their ids, as in its export.

use crate::source::Field;
use crate::source::shape::{IDS, Meaning, Shape, field, member};

pub(super) const MEMBER: Shape = Shape {
    id: "rest-member",
    profile: "memberpress",
    evidence: &["the test data of a client: a member as the API gives it"],
    not_evidenced: &[
        "marketing consent: there is none, so nobody becomes mailable by it",
        "the zone of the dates: they are taken as UTC, as in the export",
    ],
    telling: &[&["active_memberships"], &["recent_transactions"], &["latest_txn"], &["active_txn_count"]],
    members: &[
        field("id", Field::ExternalId),
        field("email", Field::Email),
        field("username", Field::Username),
        field("first_name", Field::FirstName),
        field("last_name", Field::LastName),
        field("registered_at", Field::CreatedAt),
        field("address.mepr-address-one", Field::AddressLine1),
        field("address.mepr-address-two", Field::AddressLine2),
        field("address.mepr-address-city", Field::City),
        field("address.mepr-address-state", Field::Region),
        field("address.mepr-address-zip", Field::PostalCode),
        field("address.mepr-address-country", Field::Country),
        member("active_memberships", Meaning::Tags(IDS)),
        member("recent_transactions", Meaning::Ids(Field::OrderIds)),
        member("recent_subscriptions", Meaning::Ids(Field::SubscriptionIds)),
        member("profile", Meaning::CustomFields("")),
    ],
    kept: &[
        "nicename",
        "url",
        "message",
        "display_name",
        "active_txn_count",
        "expired_txn_count",
        "trial_txn_count",
        "sub_count",
        "login_count",
        "first_txn",
        "latest_txn",
        "address",
    ],
    ..Shape::BLANK
};
