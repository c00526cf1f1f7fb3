//! LearnDash: days of 24 hours since access to the course, which beat a date. Does not know parent steps or sample lessons.

use super::{Grammar, Oddity, System};
use crate::TimeError;
use crate::offering::calendar::add_elapsed;
use crate::offering::{Anchor, Precedence};

const SOURCE: &str = "LearnDash, ld_lesson_access_from";

pub(super) const SYSTEM: System = System {
    name: "learndash",
    grammar: Some(Grammar {
        anchors: |anchor| matches!(anchor, Anchor::Enrollment | Anchor::Instant { .. }),
        fixed: Some(Precedence::Relative),
        ..Grammar::DAYS
    }),
    oddities: &[
        Oddity {
            name: "days-beat-the-date",
            text: "where both days and a date are set, the date is passed over",
            source: SOURCE,
        },
        Oddity {
            name: "days-of-24-hours",
            text: "a day is 24 hours, so after a change of clocks lessons open an hour earlier or later",
            source: SOURCE,
        },
    ],
    opens_at: |timer, anchors, _| {
        if let Some(fixed) = timer.fixed.filter(|_| timer.offset.amount == 0) {
            return Ok(Some(fixed.at));
        }
        let from = anchors.instant(&timer.anchor);
        let relative = from.map(|from| add_elapsed(from, timer.offset).ok_or(TimeError::OutsideCalendar));
        relative.transpose()
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::offering::{Anchors, DripProfile, Offset, Timer, Unit};

    #[test]
    fn days_beat_the_date_and_none_leave_it() {
        let opens = |days: u32| {
            let mut timer = Timer::new(Anchor::Enrollment, Offset { amount: days, unit: Unit::Days });
            timer.fixed =
                serde_json::from_str(r#"{"at":"2024-09-01T00:00:00Z","precedence":"relative"}"#).unwrap();
            let anchors = Anchors { enrollment: "2024-03-30T12:00:00Z".parse().ok(), ..Anchors::default() };
            let zone: Zone = "Europe/Amsterdam".parse().unwrap();
            DripProfile::LearnDash.opens_at(&timer, &anchors, zone).unwrap().unwrap().to_string()
        };
        assert_eq!(opens(2), "2024-04-01T12:00:00Z");
        assert_eq!(opens(0), "2024-09-01T00:00:00Z");
    }
}
