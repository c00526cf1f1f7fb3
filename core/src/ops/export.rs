//! The request that every reading operation takes: an export, how to read it, and what of the answer is wanted. Does not
//! know what the records are.

use serde::Deserialize;

use super::base64;
use super::reply::{Outcome, argument_invalid, failed};
use crate::{Location, ReadOptions};

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
        match (self.text.take(), self.base64.take()) {
            (Some(text), None) => Ok(text.into_bytes()),
            (None, Some(base64)) => base64::decode(&base64).map_err(|at| {
                let issue =
                    argument_invalid(format!("the text is not Base64 from its character {} on", at + 1));
                let issue =
                    issue.with_help("use the standard alphabet, with padding and without line breaks");
                failed(issue.at(Location::default().key("base64")))
            }),
            _ => {
                let message = "the export has to come either as `text` or as `base64`".to_owned();
                Err(failed(argument_invalid(message).with_help("give one of the two")))
            }
        }
    }

    /// Something, if it is wanted.
    pub fn part<Part>(&self, part: ReadPart, make: impl FnOnce() -> Part) -> Option<Part> {
        self.parts.as_ref().is_none_or(|parts| parts.contains(&part)).then(make)
    }
}
