//! LifterLMS: how long access lasts, as an order and its plan have it, and when a course is open at all. Does not know lessons.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::local_time::{add_months_overflowing, first_showing, midnight};
use crate::offering::{Anchor, Offset, ReleaseRule, Timer, Unit};
use crate::{Instant, TimeError, Zone};

/// How long access lasts, as an access plan and the order made of it have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "an access setting")]
pub enum LifterlmsAccess {
    /// For good.
    Lifetime,
    /// Through the whole of a day.
    LimitedDate {
        /// The day, in the site's zone.
        date: NaiveDate,
    },
    /// For days, weeks, months or years, and through the whole of the day reached.
    LimitedPeriod {
        /// The day of the order's start, in the site's zone.
        start: NaiveDate,
        /// How long.
        length: Offset,
    },
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are LifterLMS's own")]
pub enum LifterlmsOrderStatus {
    Active,
    Completed,
    /// Cancelled, and paid until the next payment would be due.
    PendingCancel,
    /// All payments were made; access goes on for as long as the plan says.
    Expired,
    Cancelled,
    Failed,
    OnHold,
    Pending,
    Refunded,
}

impl LifterlmsOrderStatus {
    /// Whether an order in this state gives access, until that expires.
    pub fn gives_access(self) -> bool {
        match self {
            LifterlmsOrderStatus::Active
            | LifterlmsOrderStatus::Completed
            | LifterlmsOrderStatus::PendingCancel
            | LifterlmsOrderStatus::Expired => true,
            LifterlmsOrderStatus::Cancelled
            | LifterlmsOrderStatus::Failed
            | LifterlmsOrderStatus::OnHold
            | LifterlmsOrderStatus::Pending
            | LifterlmsOrderStatus::Refunded => false,
        }
    }
}

impl LifterlmsAccess {
    /// The last day of access; absent for access for good. Months overflow, as PHP has it.
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] where there is no such day.
    pub fn last_day(self) -> Result<Option<NaiveDate>, TimeError> {
        let day = match self {
            LifterlmsAccess::Lifetime => return Ok(None),
            LifterlmsAccess::LimitedDate { date } => Some(date),
            LifterlmsAccess::LimitedPeriod { start, length } => match length.unit {
                Unit::Minutes | Unit::Hours => Some(start),
                Unit::Days => start.checked_add_days(Days::new(length.amount.into())),
                Unit::Weeks => start.checked_add_days(Days::new(u64::from(length.amount) * 7)),
                Unit::Months => add_months_overflowing(start, length.amount),
                Unit::Years => {
                    length.amount.checked_mul(12).and_then(|months| add_months_overflowing(start, months))
                }
            },
        };
        day.map(Some).ok_or(TimeError::OutsideCalendar)
    }

    /// The first instant without access: midnight after the last day, in the site's zone.
    ///
    /// # Errors
    /// As [`last_day`](Self::last_day).
    pub fn closes_at(self, zone: Zone) -> Result<Option<Instant>, TimeError> {
        let Some(last) = self.last_day()? else { return Ok(None) };
        let next = last.succ_opt().ok_or(TimeError::OutsideCalendar)?;
        first_showing(midnight(next), zone).map(Some)
    }

    /// The expiry rule it means for this order.
    ///
    /// # Errors
    /// As [`last_day`](Self::last_day).
    pub fn expiry(self, zone: Zone) -> Result<ReleaseRule, TimeError> {
        Ok(expiry_at(self.closes_at(zone)?))
    }
}

/// A rule that closes at an instant, or never by the clock.
pub(super) fn expiry_at(at: Option<Instant>) -> ReleaseRule {
    let none = Offset { amount: 0, unit: Unit::Days };
    at.map_or(ReleaseRule::Manual, |at| ReleaseRule::Timer(Timer::new(Anchor::Instant { at }, none)))
}

/// The days between which a course is open to its members, where it is limited to some.
///
/// LifterLMS compares with the midnight at which each day begins: the course opens a second after it, and closes a second
/// after the midnight at which its last day *begins*. Without a first day it is never open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a time period")]
pub struct LifterlmsTimePeriod {
    /// The first day, in the site's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The last day, in the site's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
}

impl LifterlmsTimePeriod {
    /// The first instant at which the course is open; absent where it never is.
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] for a day outside the calendar.
    pub fn opens_at(self, zone: Zone) -> Result<Option<Instant>, TimeError> {
        self.start.map(|day| second_after_midnight(day, zone)).transpose()
    }

    /// The first instant at which the course is closed again; absent where it never is.
    ///
    /// # Errors
    /// As [`opens_at`](Self::opens_at).
    pub fn closes_at(self, zone: Zone) -> Result<Option<Instant>, TimeError> {
        self.end.map(|day| second_after_midnight(day, zone)).transpose()
    }

    /// Whether the course is open at an instant.
    ///
    /// # Errors
    /// As [`opens_at`](Self::opens_at).
    pub fn is_open(self, at: Instant, zone: Zone) -> Result<bool, TimeError> {
        let opened = self.opens_at(zone)?.is_some_and(|opens| opens <= at);
        Ok(opened && self.closes_at(zone)?.is_none_or(|closes| at < closes))
    }
}

fn second_after_midnight(day: NaiveDate, zone: Zone) -> Result<Instant, TimeError> {
    let begins = first_showing(midnight(day), zone)?;
    begins.checked_add_seconds(1).ok_or(TimeError::OutsideCalendar)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn access_lasts_through_the_whole_of_its_last_day() {
        let closes = |access: LifterlmsAccess| access.closes_at(Zone::UTC).unwrap().unwrap().to_string();
        assert_eq!(closes(LifterlmsAccess::LimitedDate { date: day("2010-05-05") }), "2010-05-06T00:00:00Z");
        let year = LifterlmsAccess::LimitedPeriod {
            start: day("2017-02-05"),
            length: Offset { amount: 1, unit: Unit::Years },
        };
        assert_eq!(year.last_day(), Ok(Some(day("2018-02-05"))));
        assert_eq!(closes(year), "2018-02-06T00:00:00Z");
        assert_eq!(LifterlmsAccess::Lifetime.expiry(Zone::UTC), Ok(ReleaseRule::Manual));
    }

    #[test]
    fn a_period_without_a_first_day_is_never_open() {
        let now = "2024-05-10T14:30:00Z".parse().unwrap();
        let open = |start: Option<&str>, end: Option<&str>| {
            let period = LifterlmsTimePeriod { start: start.map(day), end: end.map(day) };
            period.is_open(now, Zone::UTC).unwrap()
        };
        assert!(!open(None, None));
        assert!(!open(None, Some("2024-05-15")));
        assert!(open(Some("2024-05-05"), None));
        assert!(open(Some("2024-05-10"), Some("2024-05-11")));
        assert!(!open(Some("2024-05-05"), Some("2024-05-10")));
        assert!(!open(Some("2024-05-11"), None));
    }
}
