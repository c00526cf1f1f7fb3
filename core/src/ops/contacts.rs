//! `contacts.read`, `contacts.merge` and `contacts.join`. Does not know how exports are read, nor what is one person.

use serde::{Deserialize, Serialize};

use super::export::{Read, ReadPart};
use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    Contact, Contacts, Detection, DuplicatesPolicy, IntakeStats, Issues, JoinOptions, Mapping, join_contacts,
    merge_contacts, read_contacts,
};

/// Contacts by themselves, each as an object. Passwords have no form on the wire and are left out.
pub fn records(contacts: &Contacts) -> Vec<Contact> {
    contacts.to_records().collect()
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContactsAnswer {
    /// Each person once, in order of first appearance.
    #[serde(skip_serializing_if = "Option::is_none")]
    contacts: Option<Vec<Contact>>,
    /// What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Issues>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detection: Option<Detection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<Mapping>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats: Option<IntakeStats>,
    /// The records that were set aside, with the header; the header alone where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside_csv: Option<String>,
}

/// Reads an export that is small enough to stand in one request.
pub fn read(mut request: Read) -> Outcome<ContactsAnswer> {
    let intake = read_contacts(&request.bytes()?, &request.options).map_err(refused)?;
    Ok(ContactsAnswer {
        set_aside_csv: request.part(ReadPart::SetAsideCsv, || intake.set_aside_csv()),
        contacts: request.part(ReadPart::Contacts, || records(&intake.contacts)),
        issues: request.part(ReadPart::Issues, || intake.issues),
        detection: request.part(ReadPart::Detection, || intake.detection),
        mapping: request.part(ReadPart::Mapping, || intake.mapping),
        stats: request.part(ReadPart::Stats, || intake.stats),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Merge {
    /// Several lists of one site; the first one's people come first.
    lists: Vec<Vec<Contact>>,
    /// Which of two different values is kept.
    #[serde(default)]
    duplicates: DuplicatesPolicy,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MergeAnswer {
    /// Each person once, in order of first appearance.
    contacts: Vec<Contact>,
    /// What was merged and what was overruled, in row order.
    issues: Issues,
}

/// Makes one list of several.
pub fn merge(request: Merge) -> Outcome<MergeAnswer> {
    let lists: Vec<Contacts> = request.lists.into_iter().map(Contacts::from_iter).collect();
    let merged = merge_contacts(&lists, request.duplicates);
    Ok(MergeAnswer { contacts: records(&merged.contacts), issues: merged.issues })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Join {
    /// The contacts of the CRM.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// The users of the site.
    users: Vec<Contact>,
    /// How it is told who is whom.
    #[serde(default)]
    options: JoinOptions,
}

/// Puts the users of a site to the contacts of its CRM.
pub fn join(request: Join, held: &Held<'_>) -> Outcome<MergeAnswer> {
    let (contacts, users) = (held.contacts(request.contacts)?, Contacts::from_iter(request.users));
    let joined = join_contacts(&contacts, &users, &request.options);
    Ok(MergeAnswer { contacts: records(&joined.contacts), issues: joined.issues })
}
