//! When a module opens, or closes: at once, by hand, or by a timer. Does not know modules or members.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::rule_wire::ReleaseFields;
use super::{Anchors, DripProfile, FixedDate, Precedence, RulePart, Timer, Unit};
use crate::{Instant, TimeError, WallClock};

/// When a module opens. On the wire tagged by `kind`.
///
/// ```
/// use memberferry::{Anchors, ReleaseRule, Zone, release_at};
/// let rule: ReleaseRule = serde_json::from_str(
///     r#"{"kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": 1, "unit": "months"}, "mode": "calendar"}"#,
/// )?;
/// let anchors = Anchors { enrollment: Some("2024-01-31T09:00:00Z".parse()?), ..Anchors::default() };
/// let opens_at = release_at(&rule, &anchors, Zone::UTC)?;
/// assert_eq!(opens_at, Some("2024-02-29T09:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "ReleaseFields")]
pub enum ReleaseRule {
    /// At enrollment.
    AtOnce,
    /// Never by the clock: only a tag, an automation or a person opens it.
    Manual,
    /// A time after something else happened.
    Timer(Timer),
}

/// Why a release rule cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReleaseRuleError {
    /// A time of day, and no calendar day to put it on.
    #[error("a time of day (`at`) needs the mode `calendar`")]
    TimeOfDayWithoutCalendar,
    /// Days to fall on, and no calendar to find them in.
    #[error("days to fall on (`snap`) need the mode `calendar`")]
    SnapWithoutCalendar,
    /// Months and years have no fixed length.
    #[error("{} have no fixed length and need the mode `calendar`", .0.name())]
    UnitNeedsCalendar(Unit),
    /// No instant lies between the two.
    #[error("`notBefore` ({not_before}) lies after `notAfter` ({not_after})")]
    BoundsCrossed {
        /// The earliest instant.
        not_before: Instant,
        /// The latest.
        not_after: Instant,
    },
    /// The system whose arithmetic is followed cannot say it.
    #[error("`{profile}` cannot say {part}")]
    Unsupported {
        /// The system.
        profile: DripProfile,
        /// What it cannot say.
        part: RulePart,
    },
    /// The result is before the year 1 or after the year 9999.
    #[error("the release cannot be computed: {0}")]
    Time(#[from] TimeError),
}

/// When one rule opens what it guards, by the clocks of the zone that the rule asks for ([`Timer::timezone`]): a
/// [`Zone`](crate::Zone), or a [`ZoneClock`](crate::ZoneClock) where there are many to tell.
///
/// Absent where the clock never opens it ([`ReleaseRule::Manual`]), or where the anchor it counts from is not known.
///
/// # Errors
/// [`ReleaseRuleError`] where the rule contradicts itself or the result leaves the years 1 to 9999.
pub fn release_at(
    rule: &ReleaseRule,
    anchors: &Anchors,
    clock: impl WallClock,
) -> Result<Option<Instant>, ReleaseRuleError> {
    rule.check()?;
    match rule {
        ReleaseRule::AtOnce => Ok(anchors.enrollment),
        ReleaseRule::Manual => Ok(None),
        ReleaseRule::Timer(timer) => Ok(timer.instant(anchors, &clock)?),
    }
}

impl ReleaseRule {
    /// Whether the rule says something that can be carried out.
    ///
    /// # Errors
    /// As [`Timer::check`].
    pub fn check(&self) -> Result<(), ReleaseRuleError> {
        match self {
            ReleaseRule::Timer(timer) => timer.check(),
            ReleaseRule::AtOnce | ReleaseRule::Manual => Ok(()),
        }
    }
}

impl fmt::Display for ReleaseRule {
    /// `at once`, `by hand`, `7 days after the module before it, at 09:00`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let timer = match self {
            ReleaseRule::AtOnce => return formatter.write_str("at once"),
            ReleaseRule::Manual => return formatter.write_str("by hand"),
            ReleaseRule::Timer(timer) => timer,
        };
        if let Some(FixedDate { at, precedence: Precedence::Fixed }) = timer.fixed {
            return write!(formatter, "on the fixed date {at}");
        }
        write!(formatter, "{} after {}", timer.offset, timer.anchor)?;
        timer.snap.as_ref().map_or(Ok(()), |snap| write!(formatter, ", on {snap}"))?;
        timer.at.map_or(Ok(()), |at| write!(formatter, ", at {at}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Anchor, Mode, Zone};

    fn rule(json: &str) -> ReleaseRule {
        serde_json::from_str(json).unwrap()
    }

    fn opens(offset: &str, more: &str, from: &str, zone: &str) -> String {
        let (amount, unit) = offset.split_once(' ').unwrap();
        let rule =
            rule(&format!(r#"{{"kind":"timer","offset":{{"amount":{amount},"unit":"{unit}"}}{more}}}"#));
        let anchors = Anchors { previous_release: Some(from.parse().unwrap()), ..Anchors::default() };
        release_at(&rule, &anchors, zone.parse::<Zone>().unwrap()).unwrap().unwrap().to_string()
    }

    const CALENDAR: &str = r#","mode":"calendar""#;
    const AT_NINE: &str = r#","mode":"calendar","at":"09:00""#;

    #[test]
    fn the_defaults_are_a_chained_elapsed_timer() {
        let ReleaseRule::Timer(timer) = rule(r#"{"kind":"timer","offset":{"amount":7,"unit":"days"}}"#)
        else {
            panic!()
        };
        assert_eq!((timer.anchor, timer.mode, timer.at), (Anchor::PreviousRelease, Mode::Elapsed, None));
    }

    #[test]
    fn rules_are_written_as_they_were_read() {
        for text in [
            r#"{"kind":"at-once"}"#,
            r#"{"kind":"manual"}"#,
            r#"{"kind":"timer","anchor":{"kind":"instant","at":"2024-05-01T00:00:00Z"},"offset":{"amount":0,"unit":"days"},"mode":"calendar","at":"09:00"}"#,
        ] {
            assert_eq!(serde_json::to_string(&rule(text)).unwrap(), text);
        }
    }

    #[test]
    fn elapsed_days_are_24_hours_and_calendar_days_keep_the_wall_clock() {
        // Amsterdam goes from +1 to +2 on 2024-03-31.
        let from = "2024-03-30T11:00:00Z";
        assert_eq!(opens("1 days", "", from, "Europe/Amsterdam"), "2024-03-31T11:00:00Z");
        assert_eq!(opens("1 days", CALENDAR, from, "Europe/Amsterdam"), "2024-03-31T10:00:00Z");
        assert_eq!(opens("1 days", AT_NINE, from, "Europe/Amsterdam"), "2024-03-31T07:00:00Z");
        assert_eq!(opens("2 weeks", "", from, "Europe/Amsterdam"), "2024-04-13T11:00:00Z");
        assert_eq!(opens("90 minutes", CALENDAR, from, "Europe/Amsterdam"), "2024-03-30T12:30:00Z");
    }

    #[test]
    fn the_day_is_the_anchors_local_day() {
        // 20:06 UTC on 31 March is already 1 April in Adelaide.
        let opened = opens("2 days", AT_NINE, "2022-03-31T20:06:07Z", "Australia/Adelaide");
        assert_eq!(opened, "2022-04-02T23:30:00Z");
    }

    #[test]
    fn months_clamp_and_are_counted_from_the_anchor() {
        assert_eq!(opens("1 months", CALENDAR, "2023-01-31T09:00:00Z", "UTC"), "2023-02-28T09:00:00Z");
        assert_eq!(opens("2 months", CALENDAR, "2023-01-31T09:00:00Z", "UTC"), "2023-03-31T09:00:00Z");
        assert_eq!(opens("1 years", CALENDAR, "2024-02-29T09:00:00Z", "UTC"), "2025-02-28T09:00:00Z");
    }

    #[test]
    fn a_gap_moves_forward_and_a_fold_takes_the_first() {
        let half_past_two = r#","mode":"calendar","at":"02:30""#;
        let zone = "America/Chicago";
        assert_eq!(opens("10 days", half_past_two, "2012-03-01T17:30:53Z", zone), "2012-03-11T08:30:00Z");
        let berlin = opens("1 days", half_past_two, "2023-10-28T10:00:00Z", "Europe/Berlin");
        assert_eq!(berlin, "2023-10-29T00:30:00Z");
    }

    #[test]
    fn contradictions_are_refused_in_words() {
        let check = |json: &str| rule(json).check().unwrap_err();
        assert_eq!(
            check(r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"at":"09:00"}"#),
            ReleaseRuleError::TimeOfDayWithoutCalendar
        );
        assert_eq!(
            check(r#"{"kind":"timer","offset":{"amount":1,"unit":"months"}}"#).to_string(),
            "months have no fixed length and need the mode `calendar`"
        );
        for refused in [
            r#"{"kind":"manual","at":"09:00"}"#,
            r#"{"kind":"timer"}"#,
            r#"{"kind":"timer","offset":{"amount":-1,"unit":"days"}}"#,
            r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"anchor":{"kind":"instant"}}"#,
            r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"anchor":{"kind":"enrollment","at":"2024-01-01T00:00:00Z"}}"#,
            r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"mode":"calendar","at":"9:00"}"#,
            r#"{"kind":"at-once","kind":"manual"}"#,
        ] {
            assert!(serde_json::from_str::<ReleaseRule>(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn sums_beyond_the_calendar_are_an_error() {
        for unit in ["minutes", "hours", "days", "weeks", "months", "years"] {
            let rule = rule(&format!(
                r#"{{"kind":"timer","mode":"calendar","offset":{{"amount":4294967295,"unit":"{unit}"}}}}"#
            ));
            let anchors = Anchors {
                previous_release: Some("2024-01-01T00:00:00Z".parse().unwrap()),
                ..Anchors::default()
            };
            let result = release_at(&rule, &anchors, Zone::UTC);
            assert_eq!(result, Err(ReleaseRuleError::Time(TimeError::OutsideCalendar)), "{unit}");
        }
    }

    #[test]
    fn an_unknown_anchor_gives_no_instant() {
        let rule = rule(r#"{"kind":"timer","offset":{"amount":1,"unit":"days"}}"#);
        assert_eq!(release_at(&rule, &Anchors::default(), Zone::UTC), Ok(None));
        assert_eq!(release_at(&ReleaseRule::Manual, &Anchors::default(), Zone::UTC), Ok(None));
    }
}
