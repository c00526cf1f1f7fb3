//! The offsets of one zone over some years, found once and then told without searching the time zone database. Does not
//! know what is computed with them; answers exactly as [`Zone`] does.

use std::ops::RangeInclusive;

use super::{Instant, WallClock, WallTime, Zone};
use crate::TimeError;

/// The wall clock of one zone, made ready for many questions about a span of time.
///
/// It gives the same answers as its [`Zone`], several times faster within the span it was made for, and as fast as the zone
/// outside it. Making one costs about as much as 20,000 questions to the zone for 50 years.
///
/// ```
/// use memberferry::{WallClock as _, Zone, ZoneClock};
/// let zone: Zone = "Europe/Amsterdam".parse()?;
/// let clock = ZoneClock::new(zone, "2024-01-01T00:00:00Z".parse()?..="2024-12-31T00:00:00Z".parse()?);
/// let instant = "2024-03-31T01:30:00Z".parse()?;
/// assert_eq!(clock.wall(instant).to_string(), "2024-03-31T03:30:00");
/// assert_eq!(clock.instant(clock.wall(instant))?, instant);
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ZoneClock {
    zone: Zone,
    /// By the second of UTC.
    by_instant: Steps,
    /// By the second of the wall clock: of a time that occurs twice the first, and a time that does not occur with the offset
    /// before the gap.
    by_wall: Steps,
}

impl ZoneClock {
    /// The clock of a zone, fast within a span.
    pub fn new(zone: Zone, span: RangeInclusive<Instant>) -> Self {
        // No zone is a day or more from UTC, so that what is within the span on the wall is within this one of UTC.
        let first = span.start().seconds().saturating_sub(DAY);
        let last = span.end().seconds().saturating_add(DAY);
        let changes = changes(zone, first, last);
        let by_wall = changes
            .iter()
            .map(|change| Step { at: change.at + i64::from(change.before.max(change.after)), ..*change })
            .collect();
        let start = offset(zone, first);
        ZoneClock {
            zone,
            by_instant: Steps::new(first, last, start, changes),
            by_wall: Steps::new(first.saturating_add(DAY), last.saturating_sub(DAY), start, by_wall),
        }
    }

    /// The zone.
    pub fn zone(&self) -> Zone {
        self.zone
    }
}

impl WallClock for ZoneClock {
    #[inline]
    fn wall(&self, instant: Instant) -> WallTime {
        match self.by_instant.offset(instant.seconds()) {
            Some(offset) => WallTime::of(instant, offset),
            None => self.zone.wall(instant),
        }
    }

    #[inline]
    fn instant(&self, wall: WallTime) -> Result<Instant, TimeError> {
        match self.by_wall.offset(wall.seconds()) {
            Some(offset) => wall.at_offset(offset).ok_or(TimeError::OutsideCalendar),
            None => self.zone.instant(wall),
        }
    }
}

/// One change of the offset.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The first second at which the offset after holds.
    at: i64,
    /// In seconds east of UTC.
    before: i32,
    after: i32,
}

/// The offset at each second of a span.
#[derive(Clone, Debug)]
struct Steps {
    first: i64,
    last: i64,
    /// Ascending, and one beyond the span that is never reached.
    steps: Vec<Step>,
    /// For each piece of the span the first step that is not before it.
    pieces: Vec<u32>,
}

const DAY: i64 = 86_400;
/// A piece is 2^21 seconds, about 24 days: seldom does an offset change twice in one.
const PIECE: u32 = 21;

impl Steps {
    fn new(first: i64, last: i64, start: i32, mut steps: Vec<Step>) -> Self {
        let end = steps.last().map_or(start, |step| step.after);
        steps.push(Step { at: i64::MAX, before: end, after: end });
        let mut pieces = Vec::new();
        let mut next = 0_u32;
        let mut start = first;
        while start <= last {
            while steps.get(next as usize).is_some_and(|step| step.at <= start) {
                next += 1;
            }
            pieces.push(next);
            start = start.saturating_add(1 << PIECE);
        }
        Steps { first, last, steps, pieces }
    }

    /// The offset at a second, in seconds east of UTC; absent outside the span.
    #[inline]
    fn offset(&self, second: i64) -> Option<i32> {
        if second < self.first || second > self.last {
            return None;
        }
        let piece = usize::try_from((second - self.first) >> PIECE).ok()?;
        let next = *self.pieces.get(piece)? as usize;
        let step = self.steps.get(next..)?.iter().find(|step| second < step.at)?;
        Some(step.before)
    }
}

/// Every change of a zone's offset after one second until another, ascending. No zone has ever changed its offset and
/// taken that back within a day, so that looking once a day finds all of them.
fn changes(zone: Zone, first: i64, last: i64) -> Vec<Step> {
    let mut found = Vec::new();
    let mut here = first;
    let mut before = offset(zone, here);
    while here < last {
        let next = here.saturating_add(DAY).min(last);
        let after = offset(zone, next);
        if after != before {
            let at = first_second_of(zone, after, here, next);
            found.push(Step { at, before, after });
        }
        (here, before) = (next, after);
    }
    found
}

/// The first second at which an offset holds, which does not at `out` and does at `within`.
fn first_second_of(zone: Zone, wanted: i32, mut out: i64, mut within: i64) -> i64 {
    while within - out > 1 {
        let middle = out + (within - out) / 2;
        if offset(zone, middle) == wanted {
            within = middle;
        } else {
            out = middle;
        }
    }
    within
}

/// The offset of a zone at a second of UTC; the nearest that there is beyond the calendar.
fn offset(zone: Zone, second: i64) -> i32 {
    let clamped = second.clamp(Instant::MIN.seconds(), Instant::MAX.seconds());
    Instant::from_seconds(clamped).map_or(0, |instant| zone.offset(instant))
}

#[cfg(test)]
mod tests {
    use chrono_tz::TZ_VARIANTS;

    use super::*;

    fn span(first: &str, last: &str) -> RangeInclusive<Instant> {
        first.parse().unwrap()..=last.parse().unwrap()
    }

    /// Around every change, and within and beyond the span, the clock says what its zone says.
    fn agrees(zone: Zone, span: RangeInclusive<Instant>) -> usize {
        let clock = ZoneClock::new(zone, span.clone());
        let changes: Vec<i64> = clock.by_instant.steps.iter().map(|step| step.at).collect();
        let ends = [span.start().seconds(), span.end().seconds()];
        for at in changes.iter().chain(&ends).filter(|at| **at < i64::MAX) {
            for distance in [-2 * DAY, -7_201, -3_601, -1_801, -1, 0, 1, 1_799, 3_599, 3_600, 7_200, 2 * DAY]
            {
                let instant = Instant::from_seconds(at + distance).unwrap();
                assert_eq!(clock.wall(instant), zone.wall(instant), "{zone} {instant}");
                let wall = WallTime::of(instant, 0);
                for offset in [0, zone.offset(instant)] {
                    let wall = wall.plus_seconds(offset.into()).unwrap();
                    assert_eq!(clock.instant(wall), zone.instant(wall), "{zone} {wall}");
                }
            }
        }
        changes.len() - 1
    }

    #[test]
    fn every_zone_is_told_exactly_at_every_change() {
        let mut changes = 0;
        for zone in TZ_VARIANTS.iter().map(|tz| tz.name().parse().unwrap()) {
            changes += agrees(zone, span("1990-01-01T00:00:00Z", "2040-01-01T00:00:00Z"));
        }
        assert!(changes > 20_000, "{changes}");
    }

    #[test]
    fn no_change_is_missed() {
        let span = span("1990-01-01T00:00:00Z", "2040-01-01T00:00:00Z");
        let (first, length) = (span.start().seconds(), span.end().seconds() - span.start().seconds());
        for zone in TZ_VARIANTS.iter().map(|tz| tz.name().parse::<Zone>().unwrap()) {
            let clock = ZoneClock::new(zone, span.clone());
            // Every 47 days and some hours, so that each time of year and of day has its turn.
            for at in (0..length).step_by(4_095_137) {
                let instant = Instant::from_seconds(first + at).unwrap();
                assert_eq!(clock.wall(instant), zone.wall(instant), "{zone} {instant}");
            }
        }
    }

    #[test]
    fn a_span_may_be_one_instant_or_reach_the_calendars_ends() {
        let zone = "America/New_York".parse().unwrap();
        assert_eq!(agrees(zone, span("2024-03-10T07:00:00Z", "2024-03-10T07:00:00Z")), 1);
        agrees(zone, span("0001-01-04T00:00:00Z", "0005-01-01T00:00:00Z"));
        agrees(zone, span("9990-01-01T00:00:00Z", "9999-12-28T00:00:00Z"));
    }

    #[test]
    fn a_span_that_ends_before_it_begins_asks_the_zone() {
        let zone: Zone = "Europe/Amsterdam".parse().unwrap();
        let clock = ZoneClock::new(zone, span("2024-12-31T00:00:00Z", "2024-01-01T00:00:00Z"));
        let instant = "2024-06-01T00:00:00Z".parse().unwrap();
        assert_eq!(clock.wall(instant), zone.wall(instant));
    }
}
