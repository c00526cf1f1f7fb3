//! What a caller can say about an input that the input does not say itself. Knows no input.

use std::num::NonZero;

use serde::{Deserialize, Serialize};

use super::corrections::Correction;
use super::mapping::Mapping;
use crate::contact::{CountryCode, DuplicatesPolicy};
use crate::payment::Currency;
use crate::source::DecimalMark;
use crate::{Limits, TagName, Zone};

/// How to read an input. Everything may be left out: then it is found, and the result says how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReadOptions {
    /// The source profile, such as `keap`, of the kind of records that is read. Left out: recognised by the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// What each column is for, such as a mapping that was saved. Each column is found by its name; one that is not there, or
    /// that the mapping does not name, is reported. Left out: suggested by the profile and by the columns' names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
    /// The file's name: some exports say in it who is subscribed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// The zone of dates without one, where the source has no fixed one. Left out: UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// Whether the day comes first in `3/4/2024`, where neither the profile nor the whole column decides. Left out: such dates are
    /// ambiguous, and not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_first: Option<bool>,
    /// The currency of amounts that have none of their own. Left out: such amounts are not read, and reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What parts the decimals of amounts. Left out: the profile or the whole column decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
    /// The country of telephone numbers that are written without a country code, where the record names none. Left out:
    /// such numbers stay as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_region: Option<CountryCode>,
    /// The character between cells. Left out: found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The encoding, by a label of the WHATWG Encoding Standard. Left out: found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The line of the column names, 1-based, where lines stand before it. Left out: found among the first records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_line: Option<u64>,
    /// Tags that every contact in the input gets beside its own: the one that a list exported tag by tag was made for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add_tags: Vec<TagName>,
    /// Whether cells such as `JosÃ©` are taken back to `José`, where that can be done without a guess. Each is reported,
    /// repaired or not.
    pub repair_mojibake: bool,
    /// Cells of a table that somebody put right; of two of one cell the later counts. They are read as if they were written so, by one thread.
    /// A record within whose quotes the input ended stays set aside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Which value is kept where two records of one person differ.
    pub duplicates: DuplicatesPolicy,
    /// Bounds on the input.
    pub limits: Limits,
    /// How many threads may read contacts, the calling one among them; at most 64 are used, and all of them end before the
    /// call does. The result is the same for any number. A reader gathers a MiB for each before it reads, so that its progress
    /// and an error may come some chunks later. Left out, or where the library is built without its feature `threads`: one.
    /// Orders, subscriptions and the JSON of an API are read by one thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<NonZero<u16>>,
}

#[cfg(feature = "threads")]
impl ReadOptions {
    /// No more threads are used, however many the caller allows.
    const MOST_THREADS: u16 = 64;

    /// How many threads are used.
    pub(super) fn thread_count(&self) -> usize {
        usize::from(self.threads.map_or(1, NonZero::get).min(Self::MOST_THREADS))
    }
}
