//! One date read by itself, without a column to decide for it. Knows no rows.

use serde::{Deserialize, Serialize};

use super::dates::{self, DateCell, LocalTime};
use crate::issue::{Code, Issue};
use crate::{Instant, Zone};

/// What is known of a date from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DateOptions {
    /// Whether the day comes first in `3/4/2024`. Left out: such a date is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_first: Option<bool>,
    /// The zone of a date that has none of its own. Left out: such a date is only a wall-clock time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
}

/// What a text says of a date. A blank text, or one that means "no date", says nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParsedDate {
    /// The instant, where the text or the options have a zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instant: Option<Instant>,
    /// The wall-clock time as written, `2024-03-04T05:06:07`, where the text has no offset of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// Why it is no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Issue>,
}

/// Reads a date as exports write them.
///
/// ```
/// use memberferry::{DateOptions, parse_date};
/// let with_offset = parse_date("2024-03-04 05:06:07 +0200", &DateOptions::default());
/// assert_eq!(with_offset.instant.map(|instant| instant.to_string()).as_deref(), Some("2024-03-04T03:06:07Z"));
/// let without = parse_date("Mar 4, 2024", &DateOptions::default());
/// assert_eq!(without.local.as_deref(), Some("2024-03-04T00:00:00"));
/// let either = parse_date("3/4/2024", &DateOptions::default());
/// assert_eq!(either.issue.map(|issue| issue.code.name()), Some("date-ambiguous"));
/// ```
pub fn parse_date(text: &str, options: &DateOptions) -> ParsedDate {
    let issue = |code| ParsedDate { issue: Some(Issue::new(code).with_value(text)), ..ParsedDate::default() };
    match dates::read(text) {
        DateCell::Blank => ParsedDate::default(),
        DateCell::Instant(instant) => ParsedDate { instant: Some(instant), ..ParsedDate::default() },
        DateCell::Local { time, .. } => local(time, options).unwrap_or_else(|| issue(Code::DateInvalid)),
        DateCell::TwoWays { day_first, month_first } => match options.day_first {
            Some(true) => local(day_first, options).unwrap_or_else(|| issue(Code::DateInvalid)),
            Some(false) => local(month_first, options).unwrap_or_else(|| issue(Code::DateInvalid)),
            None => issue(Code::DateAmbiguous),
        },
        DateCell::Invalid => issue(Code::DateInvalid),
    }
}

fn local(time: LocalTime, options: &DateOptions) -> Option<ParsedDate> {
    let written = time.to_naive()?.format("%Y-%m-%dT%H:%M:%S%.f").to_string();
    let instant = match options.zone {
        Some(zone) => Some(time.in_zone(zone)?),
        None => None,
    };
    Some(ParsedDate { instant, local: Some(written), issue: None })
}
