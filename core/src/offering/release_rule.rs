//! When a module opens: at once, by hand, or by a timer; and the arithmetic of timers. Does not know modules or members.

use std::fmt;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::TimeOfDay;
use crate::{Instant, TimeError, Zone};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "ReleaseFields")]
pub enum ReleaseRule {
    /// At enrollment.
    AtOnce,
    /// Never by the clock: only a tag, an automation or a person opens it.
    Manual,
    /// A time after something else happened.
    Timer(Timer),
}

/// A release some time after an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timer {
    /// What the time is counted from; the release of the module before, where absent on the wire.
    pub anchor: Anchor,
    /// How long after.
    pub offset: Offset,
    /// How days and longer units are counted; elapsed, where absent on the wire.
    pub mode: Mode,
    /// The wall-clock time on the day reached; only with [`Mode::Calendar`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<TimeOfDay>,
}

/// What a timer counts from. On the wire tagged by `kind`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "AnchorFields")]
pub enum Anchor {
    /// When the module before it opened, so that timers chain (AccessAlly's own).
    #[default]
    PreviousRelease,
    /// When the member enrolled.
    Enrollment,
    /// A fixed point in time, the same for everybody.
    Instant {
        /// The point.
        at: Instant,
    },
}

/// A length of time, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `amount` and `unit`")]
pub struct Offset {
    /// How many; never negative.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// 24 hours, or one calendar day, by the mode.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months; the last day of a shorter month stands for a day it does not have.
    Months,
    /// Twelve months.
    Years,
}

/// How days and longer units are counted. Minutes and hours are the same length in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// A day is 24 hours, whatever the clocks do.
    #[default]
    Elapsed,
    /// The same wall-clock time so many days, weeks, months or years later, in the zone.
    Calendar,
}

impl fmt::Display for Offset {
    /// `7 days`, `1 month`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.name();
        let unit = if self.amount == 1 { unit.trim_end_matches('s') } else { unit };
        write!(formatter, "{} {unit}", self.amount)
    }
}

impl Unit {
    /// The name, as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        }
    }
}

/// Why a release rule cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReleaseRuleError {
    /// A time of day, and no calendar day to put it on.
    #[error("a time of day (`at`) needs the mode `calendar`")]
    TimeOfDayWithoutCalendar,
    /// Months and years have no fixed length.
    #[error("{} have no fixed length and need the mode `calendar`", .0.name())]
    UnitNeedsCalendar(Unit),
    /// The result is before the year 1 or after the year 9999.
    #[error("the release cannot be computed: {0}")]
    Time(#[from] TimeError),
}

/// The points in time that a rule may count from, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Anchors {
    /// When the member enrolled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrollment: Option<Instant>,
    /// When the module before opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_release: Option<Instant>,
}

/// When one rule opens what it guards, in a zone.
///
/// Absent where the clock never opens it ([`ReleaseRule::Manual`]) or the anchor it counts from is not known.
///
/// # Errors
/// [`ReleaseRuleError`] where the rule contradicts itself or the result leaves the years 1 to 9999.
pub fn release_at(
    rule: &ReleaseRule,
    anchors: &Anchors,
    zone: Zone,
) -> Result<Option<Instant>, ReleaseRuleError> {
    rule.check()?;
    match rule {
        ReleaseRule::AtOnce => Ok(anchors.enrollment),
        ReleaseRule::Manual => Ok(None),
        ReleaseRule::Timer(timer) => {
            let anchor = match timer.anchor {
                Anchor::PreviousRelease => anchors.previous_release,
                Anchor::Enrollment => anchors.enrollment,
                Anchor::Instant { at } => Some(at),
            };
            anchor.map(|anchor| timer.after(anchor, zone)).transpose()
        }
    }
}

impl ReleaseRule {
    /// Whether the rule says something that can be carried out.
    ///
    /// # Errors
    /// [`ReleaseRuleError`] for a time of day, months or years without the mode `calendar`.
    pub fn check(&self) -> Result<(), ReleaseRuleError> {
        match self {
            ReleaseRule::Timer(Timer { mode: Mode::Elapsed, at: Some(_), .. }) => {
                Err(ReleaseRuleError::TimeOfDayWithoutCalendar)
            }
            ReleaseRule::Timer(Timer { mode: Mode::Elapsed, offset, .. })
                if matches!(offset.unit, Unit::Months | Unit::Years) =>
            {
                Err(ReleaseRuleError::UnitNeedsCalendar(offset.unit))
            }
            _ => Ok(()),
        }
    }
}

impl Timer {
    /// When it goes off, counted from an instant.
    fn after(&self, anchor: Instant, zone: Zone) -> Result<Instant, ReleaseRuleError> {
        let amount = self.offset.amount;
        let elapsed = |seconds: i64| {
            let instant = i64::from(amount).checked_mul(seconds);
            instant.and_then(|seconds| anchor.checked_add_seconds(seconds)).ok_or(TimeError::OutsideCalendar)
        };
        let moved = match (self.mode, self.offset.unit) {
            (_, Unit::Minutes) => elapsed(60)?,
            (_, Unit::Hours) => elapsed(3_600)?,
            (Mode::Elapsed, Unit::Days) => elapsed(86_400)?,
            (Mode::Elapsed, Unit::Weeks) => elapsed(7 * 86_400)?,
            (_, unit) => return self.on_day(anchor, zone, |date| add(date, amount, unit)),
        };
        match self.at {
            Some(_) => self.on_day(moved, zone, Some),
            None => Ok(moved),
        }
    }

    /// The wall-clock time asked for, or else the anchor's own, on a day reached from the anchor's.
    fn on_day(
        &self,
        anchor: Instant,
        zone: Zone,
        day: impl FnOnce(NaiveDate) -> Option<NaiveDate>,
    ) -> Result<Instant, ReleaseRuleError> {
        let local = zone.local(anchor);
        let time = self.at.map_or(local.time(), TimeOfDay::time);
        let date = day(local.date()).ok_or(TimeError::OutsideCalendar)?;
        Ok(zone.instant(date.and_time(time))?)
    }
}

/// A day some days, weeks, months or years later; months clamp to the last day of a shorter month.
fn add(date: NaiveDate, amount: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Minutes | Unit::Hours => Some(date),
        Unit::Days => date.checked_add_days(Days::new(amount.into())),
        Unit::Weeks => date.checked_add_days(Days::new(u64::from(amount) * 7)),
        Unit::Months => date.checked_add_months(Months::new(amount)),
        Unit::Years => date.checked_add_months(Months::new(amount.checked_mul(12)?)),
    }
}

/// A release rule as written: one flat object, so that a mistake in it is reported at its own place.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a release rule object")]
struct ReleaseFields {
    kind: ReleaseKind,
    anchor: Option<Anchor>,
    offset: Option<Offset>,
    mode: Option<Mode>,
    at: Option<TimeOfDay>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ReleaseKind {
    AtOnce,
    Manual,
    Timer,
}

impl TryFrom<ReleaseFields> for ReleaseRule {
    type Error = &'static str;
    fn try_from(fields: ReleaseFields) -> Result<Self, &'static str> {
        match fields {
            ReleaseFields { kind: ReleaseKind::Timer, anchor, offset, mode, at } => {
                Ok(ReleaseRule::Timer(Timer {
                    anchor: anchor.unwrap_or_default(),
                    offset: offset.ok_or("a `timer` release needs an `offset`")?,
                    mode: mode.unwrap_or_default(),
                    at,
                }))
            }
            ReleaseFields { kind, anchor: None, offset: None, mode: None, at: None } => {
                Ok(if kind == ReleaseKind::AtOnce { ReleaseRule::AtOnce } else { ReleaseRule::Manual })
            }
            _ => Err("only a `timer` release takes `anchor`, `offset`, `mode` or `at`"),
        }
    }
}

/// An anchor as written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an anchor object")]
struct AnchorFields {
    kind: AnchorKind,
    at: Option<Instant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum AnchorKind {
    PreviousRelease,
    Enrollment,
    Instant,
}

impl TryFrom<AnchorFields> for Anchor {
    type Error = &'static str;
    fn try_from(fields: AnchorFields) -> Result<Self, &'static str> {
        match (fields.kind, fields.at) {
            (AnchorKind::PreviousRelease, None) => Ok(Anchor::PreviousRelease),
            (AnchorKind::Enrollment, None) => Ok(Anchor::Enrollment),
            (AnchorKind::Instant, Some(at)) => Ok(Anchor::Instant { at }),
            (AnchorKind::Instant, None) => Err("an `instant` anchor needs the instant in `at`"),
            (_, Some(_)) => Err("only an `instant` anchor takes `at`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(json: &str) -> ReleaseRule {
        serde_json::from_str(json).unwrap()
    }

    fn opens(offset: &str, more: &str, from: &str, zone: &str) -> String {
        let (amount, unit) = offset.split_once(' ').unwrap();
        let rule =
            rule(&format!(r#"{{"kind":"timer","offset":{{"amount":{amount},"unit":"{unit}"}}{more}}}"#));
        let anchors = Anchors { previous_release: Some(from.parse().unwrap()), ..Anchors::default() };
        release_at(&rule, &anchors, zone.parse().unwrap()).unwrap().unwrap().to_string()
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
