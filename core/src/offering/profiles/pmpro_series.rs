//! Paid Memberships Pro, Series: whole days of membership on the site's wall clock. Does not know levels.

use super::local_time::{days_on_the_wall, on_the_wall_later, seconds};
use super::{Grammar, Oddity, System};
use crate::offering::{Anchor, Anchors, Timer};
use crate::{Instant, TimeError, WallClock as _, Zone};

const DAY: i64 = 86_400;
const SOURCE: &str = "pmpro-series.php, pmpros_hasAccess and pmpro_getMemberDays";

pub(super) const SYSTEM: System = System {
    name: "pmpro-series",
    grammar: Some(Grammar { anchors: |anchor| matches!(anchor, Anchor::Enrollment), ..Grammar::DAYS }),
    oddities: &[
        Oddity {
            name: "days-of-24-hours",
            text: "a day is 24 hours since the membership began, not a day of the calendar",
            source: SOURCE,
        },
        Oddity {
            name: "wall-clock-timestamps",
            text: "the hours are those of the site's wall clock, so a change of clocks in between shifts the opening",
            source: SOURCE,
        },
        Oddity {
            name: "shown-date-rounds-up",
            text: "the date shown rounds the days left up, and can be a day later than the opening",
            source: "pmpro-series.php, pmpros_pmpro_text_filter",
        },
    ],
    opens_at: |timer, anchors, zone| {
        let Some(start) = anchors.instant(&timer.anchor) else { return Ok(None) };
        days_on_the_wall(start, timer, zone).map(|at| Some(at.max(start)))
    },
};

/// The date shown to a member who looks at an instant: as many whole days on as are left, rounded up.
pub(super) fn shown_at(
    timer: &Timer,
    anchors: &Anchors,
    zone: Zone,
    at: Instant,
) -> Result<Option<Instant>, TimeError> {
    let Some(start) = anchors.instant(&timer.anchor) else { return Ok(None) };
    // Whole seconds, as PHP's `time()` has them.
    let member_for = zone.wall(at).seconds().saturating_sub(zone.wall(start).seconds());
    let left = seconds(timer).saturating_sub(member_for);
    let days = left.div_euclid(DAY).saturating_add(i64::from(left.rem_euclid(DAY) > 0));
    on_the_wall_later(at, days.saturating_mul(DAY), zone).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::{DripProfile, Offset, Unit};

    fn timer(days: u32) -> Timer {
        Timer::new(Anchor::Enrollment, Offset { amount: days, unit: Unit::Days })
    }

    fn anchors(start: &str) -> Anchors {
        Anchors { enrollment: start.parse().ok(), ..Anchors::default() }
    }

    #[test]
    fn a_change_of_clocks_shifts_the_opening() {
        let opens = |start: &str| {
            let zone = "Europe/Amsterdam".parse().unwrap();
            let at = DripProfile::PmproSeries.opens_at(&timer(1), &anchors(start), zone).unwrap();
            at.unwrap().to_string()
        };
        assert_eq!(opens("2024-05-01T10:00:00Z"), "2024-05-02T10:00:00Z");
        assert_eq!(opens("2024-03-30T11:00:00Z"), "2024-03-31T10:00:00Z");
        assert_eq!(opens("2024-10-26T10:00:00Z"), "2024-10-27T11:00:00Z");
    }

    #[test]
    fn the_date_shown_can_be_a_day_late() {
        // A member since 1 May at 18:00 looks on 7 May at 20:00: 0.92 days are left, shown as one day from now.
        let shown = shown_at(
            &timer(7),
            &anchors("2024-05-01T18:00:00Z"),
            Zone::UTC,
            "2024-05-07T20:00:00Z".parse().unwrap(),
        );
        assert_eq!(shown.unwrap().unwrap().to_string(), "2024-05-08T20:00:00Z");
        let shown = shown_at(
            &timer(7),
            &anchors("2024-05-01T18:00:00Z"),
            Zone::UTC,
            "2024-05-08T10:00:00Z".parse().unwrap(),
        );
        assert_eq!(shown.unwrap().unwrap().to_string(), "2024-05-09T10:00:00Z");
    }
}
