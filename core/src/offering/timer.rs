//! A release some time after an anchor, and its arithmetic. Does not know modules or members.

use serde::{Deserialize, Serialize};

use super::calendar::{add_elapsed, add_to_wall};
use super::{Anchor, Anchors, Mode, Offset, ReleaseRuleError, Snap, TimeOfDay, Unit};
use crate::{Instant, TimeError, WallClock, WallTime};

/// A release some time after an anchor.
///
/// The offset is counted from the anchor; then the day moves on to one that `snap` lets pass; then the time of day is set to
/// `at`; then `fixed` is weighed against the result; at last it is kept between `not_before` and `not_after`.
///
/// ```
/// use memberferry::{Anchors, ReleaseRule, Zone, release_at};
/// let rule: ReleaseRule = serde_json::from_str(r#"{"kind": "timer", "offset": {"amount": 7, "unit": "days"},
///     "mode": "calendar", "at": "09:00", "snap": {"kind": "weekday", "days": ["monday"]}}"#)?;
/// // A Wednesday; a week later is a Wednesday, and the Monday after that is the 13th.
/// let anchors = Anchors { previous_release: Some("2024-05-01T18:30:00Z".parse()?), ..Anchors::default() };
/// assert_eq!(release_at(&rule, &anchors, Zone::UTC)?, Some("2024-05-13T09:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Whose calendar is meant; the site's, where absent on the wire.
    #[serde(skip_serializing_if = "TimerZone::is_site")]
    pub timezone: TimerZone,
    /// Which days it may fall on; any, where absent; only with [`Mode::Calendar`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snap: Option<Snap>,
    /// The earliest instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Instant>,
    /// The latest instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Instant>,
    /// A fixed date besides, and which of the two holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<FixedDate>,
}

/// Whose calendar a timer runs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TimerZone {
    /// The site's zone.
    #[default]
    Site,
    /// The member's own zone; the site's where the member has none.
    Member,
}

impl TimerZone {
    pub(super) fn is_site(&self) -> bool {
        *self == TimerZone::Site
    }
}

/// A fixed date that stands beside a relative rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `at`")]
pub struct FixedDate {
    /// The date.
    pub at: Instant,
    /// Which of the two holds; the later, where absent on the wire.
    #[serde(default)]
    pub precedence: Precedence,
}

/// Which holds where a rule has both a relative and a fixed date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precedence {
    /// The later of the two; none is known until the relative one is.
    #[default]
    Latest,
    /// The relative one; the fixed one only while what the other counts from is not known (LearnDash's way).
    Relative,
    /// The fixed one, always.
    Fixed,
}

impl Timer {
    /// A timer that counts elapsed time, or calendar time for months and years, and says nothing else.
    pub fn new(anchor: Anchor, offset: Offset) -> Self {
        let mode = if offset.unit.seconds().is_some() { Mode::Elapsed } else { Mode::Calendar };
        Timer {
            anchor,
            offset,
            mode,
            at: None,
            timezone: TimerZone::Site,
            snap: None,
            not_before: None,
            not_after: None,
            fixed: None,
        }
    }

    /// Whether the rule says something that can be carried out.
    ///
    /// # Errors
    /// [`ReleaseRuleError`] for what needs the mode `calendar` and stands without, and for bounds that cross.
    pub fn check(&self) -> Result<(), ReleaseRuleError> {
        if self.mode == Mode::Elapsed {
            if self.at.is_some() {
                return Err(ReleaseRuleError::TimeOfDayWithoutCalendar);
            }
            if self.snap.is_some() {
                return Err(ReleaseRuleError::SnapWithoutCalendar);
            }
            if matches!(self.offset.unit, Unit::Months | Unit::Years) {
                return Err(ReleaseRuleError::UnitNeedsCalendar(self.offset.unit));
            }
        }
        match (self.not_before, self.not_after) {
            (Some(not_before), Some(not_after)) if not_before > not_after => {
                Err(ReleaseRuleError::BoundsCrossed { not_before, not_after })
            }
            _ => Ok(()),
        }
    }

    /// Whether nothing can be said until what it counts from is known.
    pub fn needs_anchor(&self) -> bool {
        self.fixed.is_none_or(|fixed| fixed.precedence == Precedence::Latest)
    }

    /// Whether a fixed date holds, whatever the rest says.
    pub fn is_fixed(&self) -> bool {
        self.fixed.is_some_and(|fixed| fixed.precedence == Precedence::Fixed)
    }

    /// When it goes off, where that can be told, by the clocks of a zone.
    pub(super) fn instant(
        &self,
        anchors: &Anchors,
        clock: &impl WallClock,
    ) -> Result<Option<Instant>, TimeError> {
        let relative = anchors.instant(&self.anchor).map(|anchor| self.counted(anchor, clock)).transpose()?;
        Ok(self.weigh(relative))
    }

    /// What the fixed date and the bounds make of the relative instant.
    fn weigh(&self, relative: Option<Instant>) -> Option<Instant> {
        let decided = match self.fixed {
            None => relative,
            Some(FixedDate { at, precedence: Precedence::Latest }) => {
                relative.map(|relative| relative.max(at))
            }
            Some(FixedDate { at, precedence: Precedence::Relative }) => Some(relative.unwrap_or(at)),
            Some(FixedDate { at, precedence: Precedence::Fixed }) => Some(at),
        }?;
        let bounded = self.not_before.map_or(decided, |not_before| decided.max(not_before));
        Some(self.not_after.map_or(bounded, |not_after| bounded.min(not_after)))
    }

    /// The offset, the snap and the time of day, counted from an instant.
    fn counted(&self, anchor: Instant, clock: &impl WallClock) -> Result<Instant, TimeError> {
        let elapses = self.mode == Mode::Elapsed || matches!(self.offset.unit, Unit::Minutes | Unit::Hours);
        if !elapses {
            let wall = add_to_wall(clock.wall(anchor), self.offset);
            return self.on_wall(wall.ok_or(TimeError::OutsideCalendar)?, clock);
        }
        let moved = add_elapsed(anchor, self.offset).ok_or(TimeError::OutsideCalendar)?;
        if self.at.is_none() && self.snap.is_none() {
            return Ok(moved);
        }
        self.on_wall(clock.wall(moved), clock)
    }

    /// The day that the snap lets pass, at the wall-clock time asked for or else at that of the time reached.
    fn on_wall(&self, reached: WallTime, clock: &impl WallClock) -> Result<Instant, TimeError> {
        let day = match self.snap {
            None => reached,
            Some(snap) => reached.on(snap.on_or_after(reached.date()).ok_or(TimeError::OutsideCalendar)?),
        };
        clock.instant(self.at.map_or(day, |at| day.at_microsecond_of_day(at.microseconds())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;
    use crate::offering::{ReleaseRule, release_at};

    fn opens(more: &str, from: Option<&str>) -> Option<String> {
        let rule: ReleaseRule = serde_json::from_str(&format!(
            r#"{{"kind":"timer","offset":{{"amount":7,"unit":"days"}}{more}}}"#
        ))
        .unwrap();
        let previous_release = from.map(|from| from.parse().unwrap());
        let anchors = Anchors { previous_release, ..Anchors::default() };
        release_at(&rule, &anchors, Zone::UTC).unwrap().map(|at| at.to_string())
    }

    // A week later is 2024-05-08, a Wednesday.
    const FROM: Option<&str> = Some("2024-05-01T09:00:00Z");

    #[test]
    fn a_snap_keeps_the_time_of_day_unless_one_is_asked_for() {
        let monday = r#","mode":"calendar","snap":{"kind":"weekday","days":["monday"]}"#;
        assert_eq!(opens(monday, FROM).unwrap(), "2024-05-13T09:00:00Z");
        let at_six = format!(r#"{monday},"at":"06:00""#);
        assert_eq!(opens(&at_six, FROM).unwrap(), "2024-05-13T06:00:00Z");
        let fits = r#","mode":"calendar","snap":{"kind":"weekday","days":["wednesday"]},"at":"06:00""#;
        assert_eq!(opens(fits, FROM).unwrap(), "2024-05-08T06:00:00Z");
    }

    #[test]
    fn the_release_is_kept_between_its_bounds() {
        let bound = |field: &str, at: &str| opens(&format!(r#","{field}":"{at}""#), FROM).unwrap();
        assert_eq!(bound("notBefore", "2024-06-01T00:00:00Z"), "2024-06-01T00:00:00Z");
        assert_eq!(bound("notBefore", "2024-05-02T00:00:00Z"), "2024-05-08T09:00:00Z");
        assert_eq!(bound("notAfter", "2024-05-02T00:00:00Z"), "2024-05-02T00:00:00Z");
        assert_eq!(bound("notAfter", "2024-06-01T00:00:00Z"), "2024-05-08T09:00:00Z");
    }

    #[test]
    fn precedence_says_which_of_a_relative_and_a_fixed_date_holds() {
        let fixed = |at: &str, precedence: &str, from| {
            opens(&format!(r#","fixed":{{"at":"{at}","precedence":"{precedence}"}}"#), from)
        };
        let (early, relative, late) =
            ("2024-05-02T00:00:00Z", "2024-05-08T09:00:00Z", "2024-06-01T00:00:00Z");
        assert_eq!(fixed(late, "latest", FROM).as_deref(), Some(late));
        assert_eq!(fixed(early, "latest", FROM).as_deref(), Some(relative));
        assert_eq!(fixed(late, "latest", None), None);
        assert_eq!(fixed(late, "relative", FROM).as_deref(), Some(relative));
        assert_eq!(fixed(late, "relative", None).as_deref(), Some(late));
        assert_eq!(fixed(early, "fixed", FROM).as_deref(), Some(early));
        assert_eq!(fixed(early, "fixed", None).as_deref(), Some(early));
    }

    #[test]
    fn contradictions_are_refused_in_words() {
        let check = |more: &str| {
            let json = format!(r#"{{"kind":"timer","offset":{{"amount":1,"unit":"days"}}{more}}}"#);
            serde_json::from_str::<ReleaseRule>(&json).unwrap().check().unwrap_err().to_string()
        };
        assert_eq!(
            check(r#","snap":{"kind":"day-of-month","day":1}"#),
            "days to fall on (`snap`) need the mode `calendar`"
        );
        assert_eq!(
            check(r#","notBefore":"2024-05-02T00:00:00Z","notAfter":"2024-05-01T00:00:00Z""#),
            "`notBefore` (2024-05-02T00:00:00Z) lies after `notAfter` (2024-05-01T00:00:00Z)"
        );
    }
}
