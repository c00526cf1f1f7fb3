//! The JSON objects of each system's API, one file each, as data. To add one: write its shape, name it in [`SHAPES`], and
//! give it a golden vector. Knows nothing of JSON's text.

mod activecampaign;
mod drip;
mod keap;
mod kit;
mod mailchimp;
mod memberferry;
mod memberpress;
mod ontraport;
mod stripe;

use super::shape::{Related, RelatedKind, Shape};

/// Every shape, by its system's name.
pub const SHAPES: &[Shape] = &[
    activecampaign::V3,
    activecampaign::V1,
    drip::PERSON,
    keap::REST,
    keap::TABLE,
    kit::SUBSCRIBER,
    kit::SUBSCRIPTION,
    mailchimp::MEMBER,
    memberferry::CONTACT,
    memberpress::MEMBER,
    ontraport::CONTACT,
    stripe::CUSTOMER,
    stripe::SUBSCRIPTION,
];

/// The members under which an API's answer holds a list of contacts.
pub(crate) const LISTS: &[&str] = &["contacts", "subscribers", "members", "data"];

/// The members under which an API's answer holds a list of objects that hold a contact each.
pub(crate) const OUTER_LISTS: &[&str] = &["subscriptions"];

/// The members under which an API's answer holds one contact.
pub(crate) const SINGLES: &[&str] = &["contact", "subscriber", "member"];

/// The lists that may stand beside contacts and belong to them.
pub(crate) const RELATED_LISTS: &[&str] =
    &["contactTags", "contactLists", "fieldValues", "tags", "fields", "custom_fields"];

/// What the elements of those lists are known by.
pub(crate) const RELATED: &[Related] = &[
    Related { kind: RelatedKind::ContactTag, id: "contact", value: "tag", with: &[] },
    Related { kind: RelatedKind::ContactList, id: "contact", value: "status", with: &["list"] },
    Related { kind: RelatedKind::FieldValue, id: "contact", value: "field", with: &["value"] },
    Related { kind: RelatedKind::Tag, id: "tag_id", value: "tag_name", with: &[] },
    Related { kind: RelatedKind::Tag, id: "id", value: "tag", with: &[] },
    Related { kind: RelatedKind::Tag, id: "id", value: "name", with: &[] },
    Related { kind: RelatedKind::CustomField, id: "id", value: "title", with: &[] },
    Related { kind: RelatedKind::CustomField, id: "id", value: "label", with: &[] },
];
