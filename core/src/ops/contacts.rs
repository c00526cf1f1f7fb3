//! `contacts.read` and `contacts.merge`. Does not know how exports are read, nor what is one person.

use serde::{Deserialize, Serialize};

use super::base64;
use super::reply::{Outcome, argument_invalid, failed, refused};
use crate::{
    Contact, Contacts, Detection, DuplicatesPolicy, Intake, IntakeStats, Issues, Location, Mapping,
    ReadOptions, merge_contacts, read_contacts,
};

/// Contacts by themselves, each as an object. Passwords have no form on the wire and are left out.
pub fn records(contacts: &Contacts) -> Vec<Contact> {
    contacts.to_records().collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Read {
    /// The export as text: UTF-8, whatever it was before.
    #[serde(default)]
    text: Option<String>,
    /// The export as bytes, in Base64.
    #[serde(default)]
    base64: Option<String>,
    /// How to read it.
    #[serde(default)]
    options: ReadOptions,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<ReadPart>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ReadPart {
    Contacts,
    Issues,
    Detection,
    Mapping,
    Stats,
    SetAsideCsv,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadAnswer {
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
pub fn read(request: Read) -> Outcome<ReadAnswer> {
    let Read { text, base64, options, parts } = request;
    let bytes = match (text, base64) {
        (Some(text), None) => text.into_bytes(),
        (None, Some(base64)) => base64::decode(&base64).map_err(|at| {
            let issue = argument_invalid(format!("the text is not Base64 from its character {} on", at + 1));
            let issue = issue.with_help("use the standard alphabet, with padding and without line breaks");
            failed(issue.at(Location::default().key("base64")))
        })?,
        _ => {
            let issue = argument_invalid("the export has to come either as `text` or as `base64`".to_owned());
            return Err(failed(issue.with_help("give one of the two")));
        }
    };
    let intake = read_contacts(&bytes, &options).map_err(refused)?;
    let set_aside_csv = intake.set_aside_csv();
    let Intake { contacts, issues, detection, mapping, stats, .. } = intake;
    let wants = |part| parts.as_ref().is_none_or(|parts| parts.contains(&part));
    Ok(ReadAnswer {
        contacts: wants(ReadPart::Contacts).then(|| records(&contacts)),
        issues: wants(ReadPart::Issues).then_some(issues),
        detection: wants(ReadPart::Detection).then_some(detection),
        mapping: wants(ReadPart::Mapping).then_some(mapping),
        stats: wants(ReadPart::Stats).then_some(stats),
        set_aside_csv: wants(ReadPart::SetAsideCsv).then_some(set_aside_csv),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Merge {
    /// Several lists of one site; the first one's people come first.
    lists: Vec<Vec<Contact>>,
    /// Which of two different values is kept.
    #[serde(default)]
    duplicates: DuplicatesPolicy,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// Each person once, in order of first appearance.
    contacts: Vec<Contact>,
    /// What was merged and what was overruled, in row order.
    issues: Issues,
}

/// Makes one list of several.
pub fn merge(request: Merge) -> Outcome<Merged> {
    let lists: Vec<Contacts> = request.lists.into_iter().map(Contacts::from_iter).collect();
    let merged = merge_contacts(&lists, request.duplicates);
    Ok(Merged { contacts: records(&merged.contacts), issues: merged.issues })
}
