//! MemberPress: seconds since the first second of the day of the start, and strictly more of them. Does not know rules' conditions.

use chrono::Months;

use super::{Grammar, Oddity, System};
use crate::offering::{Anchor, Timer, Unit};
use crate::{Instant, TimeError, WallClock as _, Zone};

const SOURCE: &str = "MeprRule.php, has_time_passed";

pub(super) const SYSTEM: System = System {
    name: "memberpress",
    grammar: Some(Grammar {
        anchors: |anchor| {
            matches!(
                anchor,
                Anchor::Registration | Anchor::Enrollment | Anchor::Purchase { .. } | Anchor::Instant { .. }
            )
        },
        units: &[Unit::Days, Unit::Weeks, Unit::Months, Unit::Years],
        delay_after_instant: true,
        ..Grammar::DAYS
    }),
    oddities: &[
        Oddity {
            name: "start-of-day",
            text: "registration and purchase count from 00:00:01 of their day in the site's zone, a fixed date does not",
            source: SOURCE,
        },
        Oddity {
            name: "strictly-more",
            text: "it opens once more seconds have passed than the delay has, so one second later",
            source: SOURCE,
        },
        Oddity {
            name: "last-purchase-ends",
            text: "of several purchases the first opens and the last ends access; who bought nothing that is known of is not closed out here",
            source: "MeprRule.php, has_dripped and has_expired",
        },
        Oddity {
            name: "lengths-in-seconds",
            text: "a delay is a number of seconds, so a change of clocks shifts the opening by an hour",
            source: SOURCE,
        },
        Oddity {
            name: "months-in-utc",
            text: "the length of months and years is that of the calendar of UTC from the start, clamped to the month's end",
            source: "MeprUtils.php, months and years",
        },
    ],
    opens_at: |timer, anchors, zone| {
        let Some(from) = anchors.instant(&timer.anchor) else { return Ok(None) };
        opens_at(timer, from, zone).map(Some)
    },
};

fn opens_at(timer: &Timer, from: Instant, zone: Zone) -> Result<Instant, TimeError> {
    let start = match timer.anchor {
        Anchor::Instant { .. } => from,
        _ => zone.instant(zone.wall(from).at_microsecond_of_day(Instant::MICROSECONDS))?,
    };
    let amount = timer.offset.amount;
    let months = match timer.offset.unit {
        Unit::Months => Some(amount),
        Unit::Years => Some(amount.checked_mul(12).ok_or(TimeError::OutsideCalendar)?),
        _ => None,
    };
    let due = match months {
        Some(months) => {
            let due = start.to_datetime().checked_add_months(Months::new(months));
            due.and_then(Instant::from_datetime)
        }
        None => {
            let seconds = timer.offset.unit.seconds().and_then(|unit| unit.checked_mul(amount.into()));
            seconds.and_then(|seconds| start.checked_add_seconds(seconds))
        }
    };
    // PHP's clock has whole seconds, and one more of them has to have passed.
    let due = due.ok_or(TimeError::OutsideCalendar)?.microseconds().div_euclid(Instant::MICROSECONDS);
    due.checked_add(1).and_then(Instant::from_seconds).ok_or(TimeError::OutsideCalendar)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::{Anchors, DripProfile, Offset};

    fn opens(anchor: Anchor, amount: u32, unit: Unit, from: &str, zone: &str) -> String {
        let timer = Timer::new(anchor, Offset { amount, unit });
        let anchors = Anchors { registration: from.parse().ok(), ..Anchors::default() };
        let at = DripProfile::MemberPress.opens_at(&timer, &anchors, zone.parse().unwrap());
        at.unwrap().unwrap().to_string()
    }

    #[test]
    fn a_relative_start_is_the_first_second_of_its_day_and_the_opening_one_second_past() {
        let from = "2024-05-01T18:30:00Z";
        assert_eq!(opens(Anchor::Registration, 3, Unit::Days, from, "UTC"), "2024-05-04T00:00:02Z");
        // 22:30 UTC is the next day in Amsterdam.
        let late = "2024-05-01T22:30:00Z";
        assert_eq!(
            opens(Anchor::Registration, 3, Unit::Days, late, "Europe/Amsterdam"),
            "2024-05-04T22:00:02Z"
        );
    }

    #[test]
    fn a_fixed_start_keeps_its_time_and_takes_the_delay() {
        let anchor = Anchor::Instant { at: "2024-05-01T18:30:00Z".parse().unwrap() };
        assert_eq!(opens(anchor, 1, Unit::Weeks, "", "UTC"), "2024-05-08T18:30:01Z");
    }

    #[test]
    fn months_are_measured_in_utc_and_clamped() {
        assert_eq!(
            opens(Anchor::Registration, 1, Unit::Months, "2024-01-31T12:00:00Z", "UTC"),
            "2024-02-29T00:00:02Z"
        );
        // 00:00:01 on 1 March in Amsterdam is 29 February in UTC, and a month from there 29 March.
        assert_eq!(
            opens(Anchor::Registration, 1, Unit::Months, "2024-03-01T12:00:00Z", "Europe/Amsterdam"),
            "2024-03-29T23:00:02Z"
        );
        assert_eq!(
            opens(Anchor::Registration, 1, Unit::Years, "2024-02-29T12:00:00Z", "UTC"),
            "2025-02-28T00:00:02Z"
        );
    }
}
