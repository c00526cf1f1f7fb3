//! The records of an export as they are written. Does not know what they mean.

use memberferry::{Detection, Mapping, Sheet};
use serde::{Deserialize, Serialize};

use crate::guard::{Outcome, argument, written};

/// Records by their numbers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    records: Vec<u64>,
}

/// A text that is looked for.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Sought {
    text: String,
}

/// What is small of a sheet.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About<'a> {
    detection: &'a Detection,
    mapping: &'a Mapping,
    length: u64,
}

pub fn about(sheet: &Sheet) -> Outcome<Vec<u8>> {
    written(About { detection: sheet.detection(), mapping: sheet.mapping(), length: sheet.len() })
}

/// Some records, as a list of JSON.
pub fn rows(wanted: &[u8], sheet: &Sheet) -> Outcome<Vec<u8>> {
    let Wanted { records } = argument(wanted)?;
    written(records.into_iter().filter_map(|record| sheet.row(record)).collect::<Vec<_>>())
}

/// The numbers of the records that hold a text, four bytes each, the lowest first.
pub fn find(sought: &[u8], sheet: &Sheet) -> Outcome<Vec<u8>> {
    let Sought { text } = argument(sought)?;
    Ok(sheet.find(&text).flat_map(|record| u32::try_from(record).unwrap_or(u32::MAX).to_le_bytes()).collect())
}
