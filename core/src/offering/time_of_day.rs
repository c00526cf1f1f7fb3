//! A wall-clock time of a day. Does not know which day, nor in which zone.

use std::fmt;

use chrono::{NaiveTime, Timelike as _};
use serde::{Deserialize, Serialize};

use crate::{Excerpt, Instant};

/// A wall-clock time, to the minute. On the wire `HH:MM`, from `00:00` to `23:59`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(NaiveTime);

/// The text is not `HH:MM`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time of day, such as `09:00`")]
pub struct TimeOfDayError(Excerpt);

impl TimeOfDay {
    /// A time from its hour (0 to 23) and minute (0 to 59); absent outside them.
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        NaiveTime::from_hms_opt(hour, minute, 0).map(TimeOfDay)
    }

    /// Microseconds since midnight.
    pub fn microseconds(self) -> i64 {
        i64::from(self.0.num_seconds_from_midnight()) * Instant::MICROSECONDS
    }
}

impl std::str::FromStr for TimeOfDay {
    type Err = TimeOfDayError;
    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let parsed = match text.as_bytes() {
            [h1 @ b'0'..=b'9', h2 @ b'0'..=b'9', b':', m1 @ b'0'..=b'9', m2 @ b'0'..=b'9'] => {
                let two = |tens: u8, ones: u8| u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
                TimeOfDay::new(two(*h1, *h2), two(*m1, *m2))
            }
            _ => None,
        };
        parsed.ok_or_else(|| TimeOfDayError(Excerpt::new(text)))
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeOfDayError;
    fn try_from(text: String) -> Result<Self, TimeOfDayError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format("%H:%M"))
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hours_and_minutes_of_two_digits_are_taken() {
        for good in ["00:00", "09:05", "23:59"] {
            assert_eq!(good.parse::<TimeOfDay>().unwrap().to_string(), good);
        }
        for bad in ["9:00", "24:00", "12:60", "12:00:00", "", "noon", "１２:00"] {
            assert!(bad.parse::<TimeOfDay>().is_err(), "{bad}");
        }
    }
}
