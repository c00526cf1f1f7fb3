//! One date read by itself, without a column to decide for it. Knows no rows.

use serde::{Deserialize, Serialize};

use super::date_format::DateFormat;
use super::dates::{self, DateCell, LocalTime};
use crate::issue::{Code, Issue};
use crate::{Instant, Zone};

/// What is known of a date from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DateOptions {
    /// The only forms a date may have, the first that fits counting. Left out: every form that exports are known to use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<DateFormat>,
    /// Whether the day comes first in `3/4/2024`. Left out: such a date is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_first: Option<bool>,
    /// The zone of a date that has none of its own. Left out: such a date is only a wall-clock time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
}

/// What a text says of a date. A blank text, or one that means "no date", says nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    let read = match options.formats.as_slice() {
        [] => dates::read(text),
        _ if text.trim().is_empty() => DateCell::Blank,
        forms => forms.iter().find_map(|form| form.read(text.trim())).unwrap_or(DateCell::Invalid),
    };
    match read {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, formats: &[&str]) -> String {
        let formats = formats.iter().map(|form| form.parse().unwrap()).collect();
        let read = parse_date(text, &DateOptions { formats, ..DateOptions::default() });
        let instant = read.instant.map(|instant| instant.to_string());
        instant.or(read.local).or(read.issue.map(|issue| issue.code.to_string())).unwrap_or_default()
    }

    #[test]
    fn months_are_known_in_five_languages() {
        for text in [
            "4 March 2024",
            "Mar 4, 2024",
            "4. März 2024",
            "Montag, 4. März 2024",
            "4 maart 2024",
            "4 mars 2024",
            "lundi 4 mars 2024",
            "4 de marzo de 2024",
            "04-MAR-2024",
        ] {
            assert_eq!(read(text, &[]), "2024-03-04T00:00:00", "{text}");
        }
        assert_eq!(read("1er août 2024", &[]), "2024-08-01T00:00:00");
        assert_eq!(read("24 déc. 2024 18:30", &[]), "2024-12-24T18:30:00");
        assert_eq!(read("4 Brumaire 2024", &[]), "date-invalid");
    }

    #[test]
    fn a_number_is_a_date_only_where_it_is_as_long_as_one() {
        assert_eq!(read("1709528767", &[]), "2024-03-04T05:06:07Z");
        assert_eq!(read("1709528767123", &[]), "2024-03-04T05:06:07.123Z");
        for number in ["1", "42", "2024", "45355", "123456"] {
            assert_eq!(read(number, &[]), "date-invalid", "{number}");
        }
        assert_eq!(read("0000-00-00 00:00:00", &[]), "");
        assert_eq!(read("08/30/2017 9:05 AM", &[]), "2017-08-30T09:05:00");
    }

    #[test]
    fn dates_without_separators_and_as_programs_print_them_are_read() {
        for (text, expected) in [
            ("20240304T050607Z", "2024-03-04T05:06:07Z"),
            ("20240304T0506", "2024-03-04T05:06:00"),
            ("20240304T05:06:07", "2024-03-04T05:06:07"),
            ("20240304T050607.5+0200", "2024-03-04T03:06:07.500Z"),
            ("Mon Mar  4 05:06:07 2024", "2024-03-04T05:06:07"),
            ("Mon Mar 04 2024 05:06:07 GMT+0100 (Central European Standard Time)", "2024-03-04T04:06:07Z"),
            ("2024-03-04T05:06:07+01:00[Europe/Berlin]", "2024-03-04T04:06:07Z"),
            ("2024-Mar-04 5:06 p.m.", "2024-03-04T17:06:00"),
            ("2024 Mar 4", "2024-03-04T00:00:00"),
            ("March 4, '24", "2024-03-04T00:00:00"),
            ("2024-03-04 05:06:07 PST", "2024-03-04T13:06:07Z"),
            ("12/31/69", "1969-12-31T00:00:00"),
            ("12/31/68", "2068-12-31T00:00:00"),
        ] {
            assert_eq!(read(text, &[]), expected, "{text}");
        }
        for text in
            ["20240304T", "20240304T05060", "20241304T0506", "20240304T0506x", "2024 Mar", "Mon Mar 4 05:06"]
        {
            assert_eq!(read(text, &[]), "date-invalid", "{text}");
        }
    }

    #[test]
    fn named_forms_are_the_only_ones() {
        for (text, forms, expected) in [
            ("03/04/2024", ["%d/%m/%Y", "%Y"].as_slice(), "2024-04-03T00:00:00"),
            ("2024-03-04", &["%d/%m/%Y", "%Y-%m-%d"], "2024-03-04T00:00:00"),
            ("2024-03-04", &["%d/%m/%Y"], "date-invalid"),
            ("4/3/24 5:06 PM", &["%d/%m/%y %I:%M %p"], "2024-03-04T17:06:00"),
            ("2024-03-04T05:06:07.5+0200", &["%Y-%m-%dT%H:%M:%S%.f%z"], "2024-03-04T03:06:07.500Z"),
            ("2024-03-04 05:06 +02:00", &["%Y-%m-%d %H:%M %:z"], "2024-03-04T03:06:00Z"),
            ("42", &["%s"], "1970-01-01T00:00:42Z"),
            ("2024-064", &["%Y-%j"], "2024-03-04T00:00:00"),
            ("2024-W10-1", &["%G-W%V-%u"], "2024-03-04T00:00:00"),
            ("2024-02-30", &["%Y-%m-%d"], "date-invalid"),
            ("", &["%Y-%m-%d"], ""),
        ] {
            assert_eq!(read(text, forms), expected, "{text} as {forms:?}");
        }
        for form in ["", "plain", "%Q", "%", "%-d", "%%"] {
            assert!(form.parse::<DateFormat>().is_err(), "{form}");
        }
    }
}
