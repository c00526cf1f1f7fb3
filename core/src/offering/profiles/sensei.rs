//! Sensei, Content Drip: from midnight of a day on, in the site's zone. Does not know courses.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::local_time::{add_months_overflowing, first_showing, midnight};
use super::{Grammar, Oddity, System};
use crate::offering::{Anchor, Offset, ReleaseRule, Timer, Unit};
use crate::{Instant, TimeError, WallClock as _, Zone};

const SOURCE: &str = "class-scd-ext-access-control.php, get_lesson_drip_date";

pub(super) const SYSTEM: System = System {
    name: "sensei",
    grammar: Some(Grammar {
        anchors: |anchor| matches!(anchor, Anchor::Enrollment | Anchor::Instant { .. }),
        units: &[Unit::Days, Unit::Weeks, Unit::Months],
        calendar_days: true,
        ..Grammar::DAYS
    }),
    oddities: &[
        Oddity {
            name: "opens-at-midnight",
            text: "a lesson opens at midnight of its day in the site's zone, whatever the hour the member started at",
            source: SOURCE,
        },
        Oddity {
            name: "months-overflow",
            text: "a month after 31 January is 2 or 3 March",
            source: "PHP, DateTime::add",
        },
        Oddity {
            name: "no-amount-opens",
            text: "a delay of none leaves the lesson open",
            source: "class-scd-ext-access-control.php, is_dynamic_drip_type_content_blocked",
        },
    ],
    opens_at: |timer, anchors, zone| {
        let Some(from) = anchors.instant(&timer.anchor) else { return Ok(None) };
        let is_instant = matches!(timer.anchor, Anchor::Instant { .. });
        if timer.offset.amount == 0 && !is_instant {
            return Ok(Some(from));
        }
        let day = add(zone.wall(from).date(), timer.offset).ok_or(TimeError::OutsideCalendar)?;
        first_showing(midnight(day), zone).map(Some)
    },
};

fn add(day: NaiveDate, offset: Offset) -> Option<NaiveDate> {
    let amount = offset.amount;
    match offset.unit {
        Unit::Days => day.checked_add_days(Days::new(amount.into())),
        Unit::Weeks => day.checked_add_days(Days::new(u64::from(amount) * 7)),
        Unit::Months => add_months_overflowing(day, amount),
        Unit::Minutes | Unit::Hours | Unit::Years => None,
    }
}

/// A lesson's setting as Sensei's Content Drip stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a drip setting")]
pub enum SenseiDrip {
    /// Open at once.
    None,
    /// From a day on.
    Absolute {
        /// The day, in the site's zone.
        date: NaiveDate,
    },
    /// So many days, weeks or months after the member started the course.
    Dynamic {
        /// How many of what.
        after: Offset,
    },
}

impl SenseiDrip {
    /// The rule it means, to be counted under [`DripProfile::Sensei`](super::DripProfile::Sensei).
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] for a day outside the years 1 to 9999.
    pub fn rule(self, zone: Zone) -> Result<ReleaseRule, TimeError> {
        Ok(match self {
            SenseiDrip::None => ReleaseRule::AtOnce,
            SenseiDrip::Absolute { date } => {
                let at: Instant = first_showing(midnight(date), zone)?;
                let none = Offset { amount: 0, unit: Unit::Days };
                ReleaseRule::Timer(Timer::new(Anchor::Instant { at }, none))
            }
            SenseiDrip::Dynamic { after } => ReleaseRule::Timer(Timer::new(Anchor::Enrollment, after)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::{Anchors, DripProfile};

    fn opens(amount: u32, unit: Unit, from: &str, zone: &str) -> String {
        let timer = Timer::new(Anchor::Enrollment, Offset { amount, unit });
        let anchors = Anchors { enrollment: from.parse().ok(), ..Anchors::default() };
        let at = DripProfile::Sensei.opens_at(&timer, &anchors, zone.parse().unwrap());
        at.unwrap().unwrap().to_string()
    }

    #[test]
    fn a_lesson_opens_at_midnight_of_the_site() {
        assert_eq!(opens(2, Unit::Days, "2020-01-01T23:59:59+03:00", "+03:00"), "2020-01-02T21:00:00Z");
        assert_eq!(opens(1, Unit::Weeks, "2020-01-01T00:00:01-10:00", "-10:00"), "2020-01-08T10:00:00Z");
        assert_eq!(opens(0, Unit::Days, "2020-01-01T12:00:00Z", "UTC"), "2020-01-01T12:00:00Z");
    }

    #[test]
    fn months_overflow() {
        assert_eq!(opens(1, Unit::Months, "2023-01-31T12:00:00Z", "UTC"), "2023-03-03T00:00:00Z");
    }
}
