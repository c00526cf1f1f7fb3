//! Moving a day on to the next one that fits: a day of the week, the nth of its kind in a month, a day of the month. Does not
//! know how the day was reached.

use std::fmt;

use chrono::{Datelike as _, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Weekday, Weekdays};

/// Which days something may fall on: it moves on to the first such day that is not before the one reached, so a day that
/// fits stays. On the wire tagged by `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a snap object")]
pub enum Snap {
    /// Some days of the week.
    Weekday {
        /// Which.
        days: Weekdays,
    },
    /// The nth of a day of the week in its month. A month that has no fifth is passed over.
    NthWeekday {
        /// Which of them.
        nth: Nth,
        /// The day of the week.
        weekday: Weekday,
    },
    /// A day of the month; the last day of a shorter month stands for one that it does not have.
    DayOfMonth {
        /// Which.
        day: DayOfMonth,
    },
}

/// Which of several in a month. On the wire `1` to `5`, or `-1` for the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "i8", into = "i8")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Last,
}

/// A day of the month, from 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u8", into = "u8")]
pub struct DayOfMonth(u8);

/// Why a number counts no days of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapError {
    /// No month has so many of one day of the week.
    #[error("`{0}` is none of `1` to `5`, or `-1` for the last")]
    Nth(i8),
    /// No month has such a day.
    #[error("`{0}` is no day of a month: they go from 1 to 31")]
    DayOfMonth(u8),
}

impl DayOfMonth {
    /// A day of the month.
    ///
    /// # Errors
    /// [`SnapError::DayOfMonth`] outside 1 to 31.
    pub fn new(day: u8) -> Result<Self, SnapError> {
        if (1..=31).contains(&day) { Ok(DayOfMonth(day)) } else { Err(SnapError::DayOfMonth(day)) }
    }

    /// The number, from 1 to 31.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for DayOfMonth {
    type Error = SnapError;
    fn try_from(day: u8) -> Result<Self, SnapError> {
        DayOfMonth::new(day)
    }
}

impl From<DayOfMonth> for u8 {
    fn from(day: DayOfMonth) -> u8 {
        day.0
    }
}

impl TryFrom<i8> for Nth {
    type Error = SnapError;
    fn try_from(nth: i8) -> Result<Self, SnapError> {
        match nth {
            1 => Ok(Nth::First),
            2 => Ok(Nth::Second),
            3 => Ok(Nth::Third),
            4 => Ok(Nth::Fourth),
            5 => Ok(Nth::Fifth),
            -1 => Ok(Nth::Last),
            _ => Err(SnapError::Nth(nth)),
        }
    }
}

impl From<Nth> for i8 {
    fn from(nth: Nth) -> i8 {
        match nth {
            Nth::First => 1,
            Nth::Second => 2,
            Nth::Third => 3,
            Nth::Fourth => 4,
            Nth::Fifth => 5,
            Nth::Last => -1,
        }
    }
}

impl Snap {
    /// The first day that fits and is not before one; absent outside the calendar.
    pub(super) fn on_or_after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Snap::Weekday { days } => {
                day.iter_days().take(7).find(|day| days.contains(Weekday::of(day.weekday())))
            }
            Snap::NthWeekday { nth, weekday } => {
                first_in_months(day, |first, last| nth_weekday(first, last, nth, weekday))
            }
            Snap::DayOfMonth { day: wanted } => {
                first_in_months(day, |_, last| last.with_day(u32::from(wanted.number()).min(last.day())))
            }
        }
    }
}

/// The first day not before one that a choice in each month gives, told the month's first and last day.
fn first_in_months(
    day: NaiveDate,
    choose: impl Fn(NaiveDate, NaiveDate) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let mut first = day.with_day(1)?;
    // Of any five months in a row one has a fifth of each day of the week; the first of them may be too early.
    for _ in 0..6 {
        let next = first.checked_add_months(Months::new(1))?;
        let chosen = choose(first, next.pred_opt()?).filter(|chosen| *chosen >= day);
        if chosen.is_some() {
            return chosen;
        }
        first = next;
    }
    None
}

fn nth_weekday(first: NaiveDate, last: NaiveDate, nth: Nth, weekday: Weekday) -> Option<NaiveDate> {
    let mut all = first.iter_days().take_while(|day| *day <= last);
    let mut all = all.by_ref().filter(|day| Weekday::of(day.weekday()) == weekday);
    match nth {
        Nth::First => all.next(),
        Nth::Second => all.nth(1),
        Nth::Third => all.nth(2),
        Nth::Fourth => all.nth(3),
        Nth::Fifth => all.nth(4),
        Nth::Last => all.last(),
    }
}

impl fmt::Display for Snap {
    /// `the next Monday or Thursday`, `the next last Friday of a month`, `the next 31st of a month`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Snap::Weekday { days } => write!(formatter, "the next {days}"),
            Snap::NthWeekday { nth, weekday } => {
                let nth = match nth {
                    Nth::First => "first",
                    Nth::Second => "second",
                    Nth::Third => "third",
                    Nth::Fourth => "fourth",
                    Nth::Fifth => "fifth",
                    Nth::Last => "last",
                };
                write!(formatter, "the next {nth} {weekday} of a month")
            }
            Snap::DayOfMonth { day } => write!(formatter, "the next day {} of a month", day.number()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapped(snap: &str, days: &[&str]) -> Vec<String> {
        let snap: Snap = serde_json::from_str(snap).unwrap();
        let next = |day: &&str| snap.on_or_after(day.parse().unwrap()).unwrap().to_string();
        days.iter().map(next).collect()
    }

    #[test]
    fn a_day_of_the_week_that_fits_stays_and_any_other_moves_on() {
        // 2024-05-01 is a Wednesday.
        let snap = r#"{"kind":"weekday","days":["monday","wednesday"]}"#;
        assert_eq!(
            snapped(snap, &["2024-05-01", "2024-05-02", "2024-05-06", "2024-12-31"]),
            ["2024-05-01", "2024-05-06", "2024-05-06", "2025-01-01"]
        );
    }

    #[test]
    fn the_nth_of_a_month_is_the_first_that_is_not_before_the_day() {
        let first = r#"{"kind":"nth-weekday","nth":1,"weekday":"monday"}"#;
        assert_eq!(
            snapped(first, &["2024-05-01", "2024-05-06", "2024-05-07"]),
            ["2024-05-06", "2024-05-06", "2024-06-03"]
        );
        let last = r#"{"kind":"nth-weekday","nth":-1,"weekday":"friday"}"#;
        assert_eq!(snapped(last, &["2024-05-31", "2024-06-01"]), ["2024-05-31", "2024-06-28"]);
    }

    #[test]
    fn a_month_without_a_fifth_is_passed_over() {
        let fifth = r#"{"kind":"nth-weekday","nth":5,"weekday":"sunday"}"#;
        assert_eq!(snapped(fifth, &["2024-04-01", "2024-07-01"]), ["2024-06-30", "2024-09-29"]);
    }

    #[test]
    fn a_day_of_the_month_is_clamped_to_its_end() {
        let last = r#"{"kind":"day-of-month","day":31}"#;
        assert_eq!(
            snapped(last, &["2024-01-31", "2024-02-01", "2023-02-28", "2023-03-01"]),
            ["2024-01-31", "2024-02-29", "2023-02-28", "2023-03-31"]
        );
        assert_eq!(snapped(r#"{"kind":"day-of-month","day":15}"#, &["2024-01-16"]), ["2024-02-15"]);
    }

    #[test]
    fn numbers_outside_a_month_are_refused() {
        for bad in [
            r#"{"kind":"day-of-month","day":0}"#,
            r#"{"kind":"day-of-month","day":32}"#,
            r#"{"kind":"nth-weekday","nth":0,"weekday":"monday"}"#,
            r#"{"kind":"nth-weekday","nth":6,"weekday":"monday"}"#,
            r#"{"kind":"weekday","days":[]}"#,
            r#"{"kind":"weekday","days":["monday"],"nth":1}"#,
        ] {
            assert!(serde_json::from_str::<Snap>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_fifth_weekday_is_found_from_every_day() {
        let mut day: NaiveDate = "2000-01-01".parse().unwrap();
        for _ in 0..(4 * 366) {
            for weekday in Weekday::ALL {
                let found = Snap::NthWeekday { nth: Nth::Fifth, weekday }.on_or_after(day).unwrap();
                assert!(found >= day && found.day() > 28 && Weekday::of(found.weekday()) == weekday);
            }
            day = day.succ_opt().unwrap();
        }
    }
}
