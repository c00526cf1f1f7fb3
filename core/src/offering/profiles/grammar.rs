//! Which parts of a timer a system can say. Does not know how it counts.

use std::fmt;

use super::super::{Anchor, Mode, Precedence, Timer, TimerZone, Unit};

/// A part of a rule that a system cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RulePart {
    /// What it counts from.
    Anchor(Anchor),
    /// The unit it counts in.
    Unit(Unit),
    /// A delay shorter than the system's shortest, in minutes.
    ShortDelay(u32),
    /// A delay after a fixed point in time.
    DelayAfterInstant,
    /// Days and weeks that keep the time of day over a change of clocks.
    CalendarDays,
    /// A time of day.
    TimeOfDay,
    /// The member's own zone.
    MemberZone,
    /// Days to fall on.
    Snap,
    /// An earliest or a latest instant.
    Bounds,
    /// A fixed date beside a relative one, with this precedence.
    FixedDate(Precedence),
}

impl fmt::Display for RulePart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RulePart::Anchor(anchor) => write!(formatter, "that a timer counts from {anchor}"),
            RulePart::Unit(unit) => write!(formatter, "a delay in {}", unit.name()),
            RulePart::ShortDelay(minutes) => write!(formatter, "a delay shorter than {minutes} minutes"),
            RulePart::DelayAfterInstant => formatter.write_str("a delay after a fixed date"),
            RulePart::CalendarDays => formatter.write_str("days that keep the time of day (`mode`)"),
            RulePart::TimeOfDay => formatter.write_str("a time of day (`at`)"),
            RulePart::MemberZone => formatter.write_str("the member's own zone (`timezone`)"),
            RulePart::Snap => formatter.write_str("days to fall on (`snap`)"),
            RulePart::Bounds => formatter.write_str("`notBefore` and `notAfter`"),
            RulePart::FixedDate(_) => {
                formatter.write_str("a fixed date beside a relative one with this precedence (`fixed`)")
            }
        }
    }
}

/// What a system can say.
pub(super) struct Grammar {
    pub anchors: fn(&Anchor) -> bool,
    pub units: &'static [Unit],
    /// Whether its days keep the time of day, so that both modes of counting days mean the same.
    pub calendar_days: bool,
    /// Whether a delay may follow a fixed point in time.
    pub delay_after_instant: bool,
    /// The shortest delay that is not none, in minutes.
    pub shortest: u32,
    /// Which of a relative and a fixed date holds, where both may be given.
    pub fixed: Option<Precedence>,
}

impl Grammar {
    /// What most systems have in common: whole days and weeks after an event, and nothing besides. Each says which event.
    pub const DAYS: Grammar = Grammar {
        anchors: |_| false,
        units: &[Unit::Days, Unit::Weeks],
        calendar_days: false,
        delay_after_instant: false,
        shortest: 0,
        fixed: None,
    };

    /// The first part of a timer that cannot be said.
    pub fn missing(&self, timer: &Timer) -> Option<RulePart> {
        let is_instant = matches!(timer.anchor, Anchor::Instant { .. });
        let delay = timer.offset;
        let minutes = delay.unit.seconds().map(|seconds| i64::from(delay.amount) * (seconds / 60));
        if !(self.anchors)(&timer.anchor) {
            return Some(RulePart::Anchor(timer.anchor.clone()));
        }
        if delay.amount > 0 && is_instant && !self.delay_after_instant {
            return Some(RulePart::DelayAfterInstant);
        }
        if delay.amount > 0 && !self.units.contains(&delay.unit) {
            return Some(RulePart::Unit(delay.unit));
        }
        if minutes.is_some_and(|minutes| minutes > 0 && minutes < i64::from(self.shortest)) {
            return Some(RulePart::ShortDelay(self.shortest));
        }
        if timer.at.is_some() {
            return Some(RulePart::TimeOfDay);
        }
        if timer.snap.is_some() {
            return Some(RulePart::Snap);
        }
        if timer.mode == Mode::Calendar && delay.unit.seconds().is_some() && !self.calendar_days {
            return Some(RulePart::CalendarDays);
        }
        if timer.timezone == TimerZone::Member {
            return Some(RulePart::MemberZone);
        }
        if timer.not_before.is_some() || timer.not_after.is_some() {
            return Some(RulePart::Bounds);
        }
        let fixed = timer.fixed.map(|fixed| fixed.precedence);
        fixed.filter(|fixed| self.fixed != Some(*fixed)).map(RulePart::FixedDate)
    }
}
