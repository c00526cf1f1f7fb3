//! Days of the week, and sets of them. Does not know dates.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, from Monday on.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The day as the calendar library has it.
    pub(super) fn of(day: chrono::Weekday) -> Weekday {
        match day {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

impl fmt::Display for Weekday {
    /// `Monday`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

/// At least one day of the week. On the wire a list without repetitions, written from Monday on.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<Weekday>", into = "Vec<Weekday>")]
pub struct Weekdays(u8);

/// Why days are no set of days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeekdaysError {
    /// There is none.
    #[error("at least one day of the week is needed")]
    Empty,
    /// One stands twice.
    #[error("the day {0} stands twice")]
    Twice(Weekday),
}

impl Weekdays {
    /// A set of days.
    ///
    /// # Errors
    /// [`WeekdaysError`] where there is none, or one stands twice.
    pub fn new(days: &[Weekday]) -> Result<Self, WeekdaysError> {
        let mut bits = 0;
        for day in days {
            if bits & day.bit() != 0 {
                return Err(WeekdaysError::Twice(*day));
            }
            bits |= day.bit();
        }
        if bits == 0 { Err(WeekdaysError::Empty) } else { Ok(Weekdays(bits)) }
    }

    /// Whether a day is in the set.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & day.bit() != 0
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekday::ALL.into_iter().filter(move |day| self.contains(*day))
    }
}

impl TryFrom<Vec<Weekday>> for Weekdays {
    type Error = WeekdaysError;
    fn try_from(days: Vec<Weekday>) -> Result<Self, WeekdaysError> {
        Weekdays::new(&days)
    }
}

impl From<Weekdays> for Vec<Weekday> {
    fn from(days: Weekdays) -> Vec<Weekday> {
        days.iter().collect()
    }
}

impl fmt::Display for Weekdays {
    /// `Monday or Thursday`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.iter().count() - 1;
        for (index, day) in self.iter().enumerate() {
            let before = if index == 0 {
                ""
            } else if index == last {
                " or "
            } else {
                ", "
            };
            write!(formatter, "{before}{day}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Weekdays {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_written_from_monday_on_and_refuses_none_and_two_of_one() {
        let days: Weekdays = serde_json::from_str(r#"["thursday","monday","tuesday"]"#).unwrap();
        assert_eq!(serde_json::to_string(&days).unwrap(), r#"["monday","tuesday","thursday"]"#);
        assert_eq!(days.to_string(), "Monday, Tuesday or Thursday");
        assert!(days.contains(Weekday::Monday) && !days.contains(Weekday::Sunday));
        assert_eq!(Weekdays::new(&[]), Err(WeekdaysError::Empty));
        let twice = Weekdays::new(&[Weekday::Sunday, Weekday::Sunday]).unwrap_err();
        assert_eq!(twice.to_string(), "the day Sunday stands twice");
    }
}
