//! `export.detect` and `table.read`, and the request that every reading operation takes: an export, how to read it, and what of the
//! answer is wanted. Does not know what the records are.

use serde::{Deserialize, Serialize};

use super::base64;
use super::reply::{Outcome, argument_invalid, failed, refused};
use crate::{Detection, Location, Mapping, ReadOptions, Table, TableOptions, detect, read_table};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub options: ReadOptions,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<ReadPart>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReadPart {
    Contacts,
    Orders,
    Subscriptions,
    Issues,
    Detection,
    Mapping,
    Stats,
    SetAsideCsv,
}

impl Read {
    /// The bytes of the export.
    pub fn bytes(&mut self) -> Outcome<Vec<u8>> {
        given(self.text.take(), self.base64.take())
    }

    /// Something, if it is wanted.
    pub fn part<Part>(&self, part: ReadPart, make: impl FnOnce() -> Part) -> Option<Part> {
        self.parts.as_ref().is_none_or(|parts| parts.contains(&part)).then(make)
    }
}

/// The bytes of an export that comes as text or as Base64.
fn given(text: Option<String>, base64: Option<String>) -> Outcome<Vec<u8>> {
    match (text, base64) {
        (Some(text), None) => Ok(text.into_bytes()),
        (None, Some(base64)) => base64::decode(&base64).map_err(|at| {
            let issue = argument_invalid(format!("the text is not Base64 from its character {} on", at + 1));
            let issue = issue.with_help("use the standard alphabet, with padding and without line breaks");
            failed(issue.at(Location::default().key("base64")))
        }),
        _ => {
            let message = "the export has to come either as `text` or as `base64`".to_owned();
            Err(failed(argument_invalid(message).with_help("give one of the two")))
        }
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Detect {
    /// The export as text, or its first MiB: UTF-8, whatever it was before.
    #[serde(default)]
    text: Option<String>,
    /// The export as bytes, in Base64, or its first MiB.
    #[serde(default)]
    base64: Option<String>,
    /// What is known of it already.
    #[serde(default)]
    options: ReadOptions,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DetectAnswer {
    detection: Detection,
    /// What each column seems to be for.
    mapping: Mapping,
}

/// Finds out what an export of contacts is.
pub fn find_out(request: Detect) -> Outcome<DetectAnswer> {
    let bytes = given(request.text, request.base64)?;
    let (detection, mapping) = detect(&bytes, &request.options).map_err(refused)?;
    Ok(DetectAnswer { detection, mapping })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct ReadTable {
    /// The text: UTF-8, whatever it was before.
    #[serde(default)]
    text: Option<String>,
    /// Its bytes, in Base64.
    #[serde(default)]
    base64: Option<String>,
    #[serde(default)]
    options: TableOptions,
}

/// Takes a delimited text apart that is small enough to stand in one request.
pub fn take_apart(request: ReadTable) -> Outcome<Table> {
    read_table(&given(request.text, request.base64)?, &request.options).map_err(refused)
}
