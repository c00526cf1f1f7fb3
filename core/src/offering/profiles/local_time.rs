//! Sums as PHP programs on WordPress make them: on timestamps of the site's wall clock, and with months that overflow. Does not
//! know any system.

use chrono::{Datelike as _, Months, NaiveDate, NaiveTime};

use crate::offering::Timer;
use crate::{Instant, TimeError, WallClock as _, WallTime, Zone};

/// The first instant at which the site's wall clock shows a number of seconds more than it did at another.
///
/// Such programs keep `time()` plus the offset of the zone (`current_time('timestamp')`), so a change of clocks between the two
/// shortens or lengthens the wait by an hour.
pub(super) fn on_the_wall_later(from: Instant, seconds: i64, zone: Zone) -> Result<Instant, TimeError> {
    let wall = zone.wall(from).plus_seconds(seconds).ok_or(TimeError::OutsideCalendar)?;
    first_showing(wall, zone)
}

/// The same for the delay of a timer in days or weeks.
pub(super) fn days_on_the_wall(from: Instant, timer: &Timer, zone: Zone) -> Result<Instant, TimeError> {
    on_the_wall_later(from, seconds(timer), zone)
}

/// The length of a timer's delay in seconds; none for months and years, which have no such length.
pub(super) fn seconds(timer: &Timer) -> i64 {
    i64::from(timer.offset.amount).saturating_mul(timer.offset.unit.seconds().unwrap_or_default())
}

/// The first instant at which the wall clock shows a time or a later one. A time in a gap is passed when the clock is set.
pub(super) fn first_showing(wall: WallTime, zone: Zone) -> Result<Instant, TimeError> {
    let shown = zone.instant(wall)?;
    if zone.wall(shown) == wall {
        return Ok(shown);
    }
    // In a gap: look for the instant at which the clock was set, within the day before.
    let (mut before, mut after) = (-90_000_i64, 0_i64);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        let passed = shown.checked_add_seconds(middle).is_some_and(|at| zone.wall(at) >= wall);
        if passed { after = middle } else { before = middle }
    }
    shown.checked_add_seconds(after).ok_or(TimeError::OutsideCalendar)
}

/// The midnight at which a day begins.
pub(super) fn midnight(day: NaiveDate) -> WallTime {
    WallTime::from_naive(day.and_time(NaiveTime::MIN))
}

/// A day some months later, as `strtotime("+1 month")` has it: a day that the month reached does not have runs over into the
/// next, so that 31 January and a month is 2 or 3 March.
pub(super) fn add_months_overflowing(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    let first = day.with_day(1)?.checked_add_months(Months::new(months))?;
    first.checked_add_days(chrono::Days::new(u64::from(day.day0())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_clocks_shifts_the_wait() {
        let later = |from: &str, zone: &str| {
            on_the_wall_later(from.parse().unwrap(), 86_400, zone.parse().unwrap()).unwrap().to_string()
        };
        // Amsterdam goes from +1 to +2 on 2024-03-31 at 02:00, and back on 2024-10-27 at 03:00.
        assert_eq!(later("2024-03-30T11:00:00Z", "Europe/Amsterdam"), "2024-03-31T10:00:00Z");
        assert_eq!(later("2024-10-26T11:00:00Z", "Europe/Amsterdam"), "2024-10-27T12:00:00Z");
        // 02:30 on the day of the gap is passed when the clock is set at 02:00.
        assert_eq!(later("2024-03-30T01:30:00Z", "Europe/Amsterdam"), "2024-03-31T01:00:00Z");
        // 02:30 on the day of the fold is first shown in summer time.
        assert_eq!(later("2024-10-26T00:30:00Z", "Europe/Amsterdam"), "2024-10-27T00:30:00Z");
    }

    #[test]
    fn months_overflow() {
        let add =
            |day: &str, months| add_months_overflowing(day.parse().unwrap(), months).unwrap().to_string();
        assert_eq!(add("2016-01-31", 1), "2016-03-02");
        assert_eq!(add("2017-01-31", 1), "2017-03-03");
        assert_eq!(add("2018-10-31", 1), "2018-12-01");
        assert_eq!(add("2017-05-01", 2), "2017-07-01");
        assert_eq!(add("2016-02-29", 12), "2017-03-01");
    }
}
