//! LifterLMS: a lesson's drip setting as it is stored, and the rule it means. Does not count.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::local_time::{first_showing, midnight};
use crate::offering::{Anchor, Completion, Offering, Offset, ReleaseRule, TimeOfDay, Timer, Unit};
use crate::{ModuleId, TimeError, Zone};

/// When a lesson of LifterLMS becomes available, as its settings or its course's have it.
///
/// ```
/// use memberferry::{LifterlmsDrip, Offering, Zone};
/// let course: Offering = serde_json::from_str(r#"{"id": "watercolour", "name": "Watercolour"}"#)?;
/// let third = LifterlmsDrip::CourseInterval { days: 7, lesson_number: 3, ignored: 1 };
/// let rule = serde_json::to_value(third.rule(&course, Zone::UTC)?)?;
/// assert_eq!(rule["anchor"]["kind"], "enrollment"); // for the course has no start
/// assert_eq!(rule["offset"]["amount"], 14);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a drip setting"
)]
pub enum LifterlmsDrip {
    /// Available at once.
    None,
    /// On a day, at a time.
    Date {
        /// The day, in the site's zone.
        date: NaiveDate,
        /// The time; midnight, where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<TimeOfDay>,
    },
    /// Days after enrollment.
    Enrollment {
        /// How many.
        days: u32,
    },
    /// Days after the start of the course.
    Start {
        /// How many.
        days: u32,
    },
    /// Days after the prerequisite was completed.
    Prerequisite {
        /// How many.
        days: u32,
        /// The lesson to complete first.
        lesson: ModuleId,
    },
    /// The course's own setting: one lesson after the other, so many days apart, from the start of the course, or from
    /// enrollment where it has none.
    CourseInterval {
        /// How many days apart.
        days: u32,
        /// Which lesson of the course this is, from 1, over all its sections.
        lesson_number: u32,
        /// How many lessons at the beginning do not wait.
        ignored: u32,
    },
}

impl LifterlmsDrip {
    /// The rule it means in a course, to be counted under [`DripProfile::LifterLms`](super::DripProfile::LifterLms).
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] where a day or a number of days lies outside the calendar.
    pub fn rule(&self, course: &Offering, zone: Zone) -> Result<ReleaseRule, TimeError> {
        let days =
            |anchor, days| ReleaseRule::Timer(Timer::new(anchor, Offset { amount: days, unit: Unit::Days }));
        Ok(match self {
            LifterlmsDrip::None => ReleaseRule::AtOnce,
            LifterlmsDrip::Date { date, time } => {
                let time = time.map_or(0, TimeOfDay::microseconds);
                let wall = midnight(*date).at_microsecond_of_day(time);
                days(Anchor::Instant { at: first_showing(wall, zone)? }, 0)
            }
            LifterlmsDrip::Enrollment { days: amount } => days(Anchor::Enrollment, *amount),
            LifterlmsDrip::Start { days: amount } => days(Anchor::CourseStart, *amount),
            LifterlmsDrip::Prerequisite { days: amount, lesson } => {
                days(Anchor::Completion(Completion::Module(lesson.clone())), *amount)
            }
            LifterlmsDrip::CourseInterval { days: apart, lesson_number, ignored } => {
                let waits = match lesson_number.checked_sub(*ignored) {
                    None | Some(0) => return Ok(ReleaseRule::AtOnce),
                    Some(waits) => waits,
                };
                let amount = waits.checked_mul(*apart).ok_or(TimeError::OutsideCalendar)?;
                let anchor =
                    if course.starts_at.is_some() { Anchor::CourseStart } else { Anchor::Enrollment };
                days(anchor, amount)
            }
        })
    }
}
