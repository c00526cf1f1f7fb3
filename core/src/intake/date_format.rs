//! Dates in a form that the caller names. Knows no columns.

use chrono::format::{Item, Parsed, StrftimeItems};
use serde::{Deserialize, Serialize};

use super::dates::{DateCell, LocalTime};
use crate::{Excerpt, Instant, Zone};

/// The form of a date: text with a mark for each part.
///
/// | mark | part |
/// |---|---|
/// | `%Y` `%y` | year of four digits, of two (1970 to 2069) |
/// | `%m` `%b` `%B` | month as a number, its English name shortened or whole |
/// | `%d` `%j` | day of the month, day of the year |
/// | `%G` `%V` `%u` | year, week and day (1 is Monday) by ISO 8601 |
/// | `%H` `%I` `%p` | hour of 24, hour of 12, `AM` or `PM` |
/// | `%M` `%S` | minute, second |
/// | `%.f` | fraction of a second with its dot, or nothing |
/// | `%z` `%:z` | offset from UTC, `+0200` or `+02:00` |
/// | `%s` | seconds since 1970-01-01T00:00:00Z |
/// | `%%` | a percent sign |
///
/// ```
/// use memberferry::{DateOptions, parse_date};
/// let options = DateOptions { formats: vec!["%d|%m|%y".parse()?], ..DateOptions::default() };
/// assert_eq!(parse_date("04|03|24", &options).local.as_deref(), Some("2024-03-04T00:00:00"));
/// # Ok::<(), memberferry::DateFormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct DateFormat(Box<str>);

/// A form with a mark that is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a form of a date")]
pub struct DateFormatError(Excerpt);

/// The marks, without the percent sign, the longer first.
const MARKS: [&str; 20] =
    [".f", ":z", "Y", "y", "m", "b", "B", "d", "j", "G", "V", "u", "H", "I", "p", "M", "S", "z", "s", "%"];

impl std::str::FromStr for DateFormat {
    type Err = DateFormatError;
    fn from_str(form: &str) -> Result<Self, DateFormatError> {
        let refused = || DateFormatError(Excerpt::new(form));
        let mut rest = form;
        let mut has_mark = false;
        while let Some((_, behind)) = rest.split_once('%') {
            let mark = MARKS.iter().find(|mark| behind.starts_with(**mark)).ok_or_else(refused)?;
            has_mark |= *mark != "%";
            rest = behind.get(mark.len()..).unwrap_or_default();
        }
        if has_mark { Ok(DateFormat(form.into())) } else { Err(refused()) }
    }
}

impl TryFrom<String> for DateFormat {
    type Error = DateFormatError;
    fn try_from(form: String) -> Result<Self, DateFormatError> {
        form.parse()
    }
}

impl From<DateFormat> for String {
    fn from(form: DateFormat) -> String {
        form.0.into_string()
    }
}

impl DateFormat {
    /// What a trimmed text of this form says; absent where it has another form or is no date.
    pub(super) fn read(&self, text: &str) -> Option<DateCell> {
        let mut parsed = Parsed::new();
        let items = StrftimeItems::new(&self.0).filter(|item| !matches!(item, Item::Error));
        chrono::format::parse(&mut parsed, text, items).ok()?;
        if let Ok(instant) = parsed.to_datetime() {
            return Instant::from_microseconds(instant.timestamp_micros()).map(DateCell::Instant);
        }
        if let Some(seconds) = parsed.timestamp() {
            return Instant::from_seconds(seconds).map(DateCell::Instant);
        }
        let day = parsed.to_naive_date().ok()?;
        let time = match parsed.hour_mod_12().or(parsed.hour_div_12()) {
            Some(_) => parsed.to_naive_time().ok()?,
            None => chrono::NaiveTime::MIN,
        };
        let time = LocalTime::from_naive(day.and_time(time));
        match parsed.offset() {
            Some(offset) => {
                let instant = time.minus_seconds(offset.into()).in_zone(Zone::UTC);
                Some(instant.map_or(DateCell::Invalid, DateCell::Instant))
            }
            None => Some(DateCell::Local { time, order: None }),
        }
    }
}
