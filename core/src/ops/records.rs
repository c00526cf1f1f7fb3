//! `contacts.from-records` and `contacts.write-csv`. Does not know any API, nor how CSV is guarded.

use serde::{Deserialize, Serialize};

use super::contacts::records;
use super::evidence::TagDate;
use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    Contact, CsvOptions, Detection, Intake, IntakeStats, Issues, Mapping, ReadOptions, RelatedRecords,
    SetAsideRecord, read_records,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct FromRecords {
    /// The records as the text of their JSON, since ids may be numbers that no language holds exactly.
    text: String,
    /// What the API gives apart from them, as the text of its JSON.
    #[serde(default)]
    related: Option<String>,
    /// How to read it.
    #[serde(default)]
    options: ReadOptions,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<RecordsPart>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum RecordsPart {
    Contacts,
    Issues,
    Detection,
    Mapping,
    Stats,
    SetAside,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RecordsAnswer {
    /// Each person once, in order of first appearance.
    #[serde(skip_serializing_if = "Option::is_none")]
    contacts: Option<Vec<Contact>>,
    /// When contacts were given their tags, by contact and then tag; nothing where the source does not say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tag_dates: Vec<TagDate>,
    /// What concerns the input as a whole, then each record's in their order, then what only the last record could settle.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Issues>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detection: Option<Detection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<Mapping>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats: Option<IntakeStats>,
    /// The records that were set aside, each with its JSON as its one cell, in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<Vec<SetAsideRecord>>,
}

/// Reads records that are few enough to stand in one request.
pub fn from_records(request: FromRecords) -> Outcome<RecordsAnswer> {
    let FromRecords { text, related, options, parts } = request;
    let related = match related {
        Some(related) => RelatedRecords::from_json(related.as_bytes()).map_err(refused)?,
        None => RelatedRecords::default(),
    };
    let intake = read_records(text.as_bytes(), &options, related).map_err(refused)?;
    let Intake { contacts, tag_dates, issues, detection, mapping, stats, set_aside } = intake;
    let wants = |part| parts.as_ref().is_none_or(|parts| parts.contains(&part));
    Ok(RecordsAnswer {
        contacts: wants(RecordsPart::Contacts).then(|| records(&contacts)),
        tag_dates: if wants(RecordsPart::Contacts) {
            TagDate::list(&contacts, &tag_dates)
        } else {
            Vec::new()
        },
        issues: wants(RecordsPart::Issues).then_some(issues),
        detection: wants(RecordsPart::Detection).then_some(detection),
        mapping: wants(RecordsPart::Mapping).then_some(mapping),
        stats: wants(RecordsPart::Stats).then_some(stats),
        set_aside: wants(RecordsPart::SetAside).then_some(set_aside),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct WriteCsv {
    /// The contacts, in the order in which they are written.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    #[serde(default)]
    options: CsvOptions,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CsvAnswer {
    /// The whole file.
    csv: String,
}

/// Writes contacts as CSV that reads back as the same contacts.
pub fn write_csv(request: WriteCsv, held: &Held<'_>) -> Outcome<CsvAnswer> {
    let contacts = held.contacts(request.contacts)?;
    let mut csv = String::new();
    // A string takes all that is written to it.
    let written = contacts.write_csv(&mut csv, &request.options);
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    Ok(CsvAnswer { csv })
}
