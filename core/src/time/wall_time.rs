//! What a clock on the wall shows: a day and a time of day, without a zone. Does not know instants but by an offset.

use std::fmt;

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime};

use super::Instant;
use crate::TimeError;

/// A time that a clock on the wall shows, in whole microseconds: a day and a time of day, without a zone.
///
/// ```
/// use memberferry::{WallClock as _, Zone};
/// let zone: Zone = "Europe/Amsterdam".parse()?;
/// let wall = zone.wall("2024-01-31T08:00:00Z".parse()?);
/// assert_eq!(wall.to_string(), "2024-01-31T09:00:00");
/// assert_eq!(wall.plus_months(1).map(|wall| wall.to_string()), Some("2024-02-29T09:00:00".to_owned()));
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime {
    /// As if the clock showed UTC, since 1970-01-01T00:00:00.
    microseconds: i64,
}

/// Something that knows the clocks on the walls of one place: a [`Zone`](super::Zone), or a
/// [`ZoneClock`](super::ZoneClock), which answers the same and faster.
pub trait WallClock {
    /// What the clock shows at an instant.
    fn wall(&self, instant: Instant) -> WallTime;

    /// The instant at which the clock shows a time.
    ///
    /// Where the clock is set back and the time occurs twice, the first occurrence is taken. Where the clock is set
    /// forward and the time does not occur, it is moved forward by the length of the gap, so that 02:30 in a gap
    /// from 02:00 to 03:00 means 03:30 (RFC 5545 §3.3.5: the offset before the gap is used).
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] for a time outside the years 1 to 9999.
    fn instant(&self, wall: WallTime) -> Result<Instant, TimeError>;
}

impl<Clock: WallClock + ?Sized> WallClock for &Clock {
    #[inline]
    fn wall(&self, instant: Instant) -> WallTime {
        (**self).wall(instant)
    }

    #[inline]
    fn instant(&self, wall: WallTime) -> Result<Instant, TimeError> {
        (**self).instant(wall)
    }
}

const DAY: i64 = 86_400 * Instant::MICROSECONDS;

impl WallTime {
    /// What a clock shows at an instant that is some seconds ahead of UTC.
    #[inline]
    pub(super) fn of(instant: Instant, offset: i32) -> Self {
        WallTime { microseconds: instant.microseconds() + i64::from(offset) * Instant::MICROSECONDS }
    }

    /// The instant at which a clock that is some seconds ahead of UTC shows this.
    #[inline]
    pub(super) fn at_offset(self, offset: i32) -> Option<Instant> {
        Instant::from_microseconds(self.microseconds - i64::from(offset) * Instant::MICROSECONDS)
    }

    /// Whole seconds since 1970-01-01T00:00:00, as if the clock showed UTC.
    #[inline]
    pub(crate) fn seconds(self) -> i64 {
        self.microseconds.div_euclid(Instant::MICROSECONDS)
    }

    /// From the calendar library's date and time; below a microsecond is cut off.
    pub fn from_naive(naive: NaiveDateTime) -> Self {
        WallTime { microseconds: naive.and_utc().timestamp_micros() }
    }

    /// The same as the calendar library holds it.
    pub fn to_naive(self) -> NaiveDateTime {
        DateTime::from_timestamp_micros(self.microseconds).unwrap_or_default().naive_utc()
    }

    /// The day.
    pub fn date(self) -> NaiveDate {
        self.to_naive().date()
    }

    /// The same time of day on another day.
    pub fn on(self, date: NaiveDate) -> Self {
        let midnight = date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros();
        WallTime { microseconds: midnight + self.microseconds.rem_euclid(DAY) }
    }

    /// Another time of the same day, in microseconds since its midnight; those of a day that are too many are left out.
    #[inline]
    pub fn at_microsecond_of_day(self, microseconds: i64) -> Self {
        let midnight = self.microseconds - self.microseconds.rem_euclid(DAY);
        WallTime { microseconds: midnight + microseconds.rem_euclid(DAY) }
    }

    /// The same time of day some days later; absent outside the calendar.
    #[inline]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        self.plus(days.checked_mul(DAY)?)
    }

    /// The same time of day some months later; the last day of a shorter month stands for a day it does not have. Absent where
    /// the calendar library holds no such date.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        Some(self.on(self.date().checked_add_months(Months::new(months))?))
    }

    /// What the clock shows some seconds later, if it is not set meanwhile; absent outside the calendar.
    #[inline]
    pub fn plus_seconds(self, seconds: i64) -> Option<Self> {
        self.plus(seconds.checked_mul(Instant::MICROSECONDS)?)
    }

    #[inline]
    fn plus(self, microseconds: i64) -> Option<Self> {
        let microseconds = self.microseconds.checked_add(microseconds)?;
        // A clock can show a day before the first instant of the calendar, or after its last.
        let calendar = Instant::MIN.microseconds() - DAY..=Instant::MAX.microseconds() + DAY;
        calendar.contains(&microseconds).then_some(WallTime { microseconds })
    }
}

impl fmt::Display for WallTime {
    /// As ISO 8601 has it: `2024-01-31T09:00:00`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.to_naive().format("%Y-%m-%dT%H:%M:%S%.f"))
    }
}

impl fmt::Debug for WallTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> WallTime {
        WallTime::from_naive(text.parse().unwrap())
    }

    #[test]
    fn sums_keep_the_time_of_day_before_1970_too() {
        assert_eq!(wall("1969-12-31T23:59:59.5").plus_days(1), Some(wall("1970-01-01T23:59:59.5")));
        assert_eq!(wall("1960-01-31T06:00:00").plus_months(1), Some(wall("1960-02-29T06:00:00")));
        for days in [i64::MAX, i64::MIN, 8_100 * 366] {
            assert_eq!(wall("1960-01-31T06:00:00").plus_days(days), None);
        }
    }

    #[test]
    fn another_time_of_the_same_day() {
        let nine = 9 * 3_600 * Instant::MICROSECONDS;
        assert_eq!(wall("1969-12-31T23:59:59.5").at_microsecond_of_day(nine), wall("1969-12-31T09:00:00"));
        assert_eq!(wall("2024-02-29T00:00:00").at_microsecond_of_day(nine), wall("2024-02-29T09:00:00"));
    }
}
