//! Memberferry's own JSON of a contact.

use crate::source::Field;
use crate::source::shape::{Meaning, NAMES, Shape, field, member};

pub(super) const CONTACT: Shape = Shape {
    id: "contact",
    profile: "memberferry",
    evidence: &["this library writes it"],
    telling: &[&["email", "marketing"]],
    members: &[
        field("externalId", Field::ExternalId),
        member("externalIdAliases", Meaning::Ids(Field::ExternalIdAliases)),
        field("email", Field::Email),
        field("username", Field::Username),
        field("firstName", Field::FirstName),
        field("lastName", Field::LastName),
        field("phone", Field::Phone),
        field("company", Field::Company),
        field("address.line1", Field::AddressLine1),
        field("address.line2", Field::AddressLine2),
        field("address.city", Field::City),
        field("address.region", Field::Region),
        field("address.postalCode", Field::PostalCode),
        field("address.country", Field::Country),
        field("createdAt", Field::CreatedAt),
        field("updatedAt", Field::UpdatedAt),
        field("locale", Field::Locale),
        field("timeZone", Field::TimeZone),
        field("marketing.status", Field::MarketingStatus),
        field("marketing.evidence.at", Field::StatusAt),
        field("marketing.evidence.source", Field::ConsentSource),
        field("marketing.evidence.ip", Field::ConsentIp),
        field("marketing.evidence.wording", Field::ConsentWording),
        member("tags", Meaning::Tags(NAMES)),
        member("custom", Meaning::CustomFields("")),
        field("referringAffiliate", Field::ReferringAffiliate),
        member("orderIds", Meaning::Ids(Field::OrderIds)),
        member("subscriptionIds", Meaning::Ids(Field::SubscriptionIds)),
        member("roles", Meaning::Ids(Field::Roles)),
    ],
    ..Shape::BLANK
};
