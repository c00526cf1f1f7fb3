//! Restrict Content Pro: how long a membership lasts, as it is stored and as a renewal computes it. Does not know levels' content.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::lifterlms_access::expiry_at;
use super::local_time::{add_months_overflowing, first_showing};
use crate::offering::{Offset, ReleaseRule, Unit};
use crate::{Instant, TimeError, WallClock as _, WallTime, Zone};

/// A membership as Restrict Content Pro stores it.
///
/// ```
/// use memberferry::{Offset, RestrictContentProMembership, Unit, Zone};
/// let month = Offset { amount: 1, unit: Unit::Months };
/// let renewed = RestrictContentProMembership::renewal("2016-01-31T00:00:00Z".parse()?, month, Zone::UTC)?;
/// assert_eq!(renewed.map(|expires| expires.to_string()), Some("2016-03-02 23:59:59".to_owned()));
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a membership object")]
pub struct RestrictContentProMembership {
    /// What became of it.
    pub status: RestrictContentProStatus,
    /// When it expires, on the site's wall clock; never, where absent (`none`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDateTime>,
}

/// What became of a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are Restrict Content Pro's own")]
pub enum RestrictContentProStatus {
    Active,
    /// Not renewed any more, and good until it expires.
    Cancelled,
    Expired,
    Pending,
}

impl RestrictContentProMembership {
    /// The first instant without access; absent where there is none to come. A membership that expires at 23:59:59 is good through
    /// that second.
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] for an expiry outside the calendar.
    pub fn closes_at(self, zone: Zone) -> Result<Option<Instant>, TimeError> {
        let last =
            self.expires.map(|expires| first_showing(WallTime::from_naive(expires), zone)).transpose()?;
        last.map(|last| last.checked_add_seconds(1).ok_or(TimeError::OutsideCalendar)).transpose()
    }

    /// Whether it gives access at an instant: active or cancelled, and not expired.
    ///
    /// # Errors
    /// As [`closes_at`](Self::closes_at).
    pub fn gives_access(self, at: Instant, zone: Zone) -> Result<bool, TimeError> {
        let lasts = self.closes_at(zone)?.is_none_or(|closes| at < closes);
        Ok(lasts
            && matches!(self.status, RestrictContentProStatus::Active | RestrictContentProStatus::Cancelled))
    }

    /// The expiry rule it means.
    ///
    /// # Errors
    /// As [`closes_at`](Self::closes_at).
    pub fn expiry(self, zone: Zone) -> Result<ReleaseRule, TimeError> {
        Ok(expiry_at(self.closes_at(zone)?))
    }

    /// When a membership that begins or is renewed at an instant expires; absent for a level without an end (`0` of a unit).
    ///
    /// It is the last second of the day reached. Months overflow as PHP has it, and a number of months that ends on the 29th, 30th
    /// or 31st is drawn out to the first of the next month, "to account for walking payment dates in PayPal".
    ///
    /// # Errors
    /// [`TimeError::OutsideCalendar`] where the day lies outside the calendar.
    pub fn renewal(from: Instant, length: Offset, zone: Zone) -> Result<Option<NaiveDateTime>, TimeError> {
        if length.amount == 0 {
            return Ok(None);
        }
        let reached = reach(zone.wall(from).date(), length);
        let last_second = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
        reached.map(|day| Some(day.and_time(last_second))).ok_or(TimeError::OutsideCalendar)
    }
}

fn reach(day: NaiveDate, length: Offset) -> Option<NaiveDate> {
    match length.unit {
        Unit::Minutes | Unit::Hours => Some(day),
        Unit::Days => day.checked_add_days(Days::new(length.amount.into())),
        Unit::Weeks => day.checked_add_days(Days::new(u64::from(length.amount) * 7)),
        Unit::Years => add_months_overflowing(day, length.amount.checked_mul(12)?),
        Unit::Months => {
            let reached = add_months_overflowing(day, length.amount)?;
            if reached.day() < 29 { Some(reached) } else { add_months_overflowing(reached.with_day(1)?, 1) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renewed(from: &str, amount: u32, unit: Unit) -> String {
        let from = format!("{from}T12:00:00Z").parse().unwrap();
        let length = Offset { amount, unit };
        RestrictContentProMembership::renewal(from, length, Zone::UTC).unwrap().unwrap().date().to_string()
    }

    #[test]
    fn months_overflow_and_ends_of_months_walk_to_the_first() {
        assert_eq!(renewed("2016-01-31", 1, Unit::Months), "2016-03-02");
        assert_eq!(renewed("2018-10-31", 1, Unit::Months), "2018-12-01");
        assert_eq!(renewed("2018-03-29", 1, Unit::Months), "2018-05-01");
        assert_eq!(renewed("2018-11-29", 1, Unit::Months), "2019-01-01");
        assert_eq!(renewed("2018-03-29", 1, Unit::Days), "2018-03-30");
        assert_eq!(renewed("2018-03-29", 1, Unit::Years), "2019-03-29");
    }

    #[test]
    fn a_cancelled_membership_is_good_until_it_expires() {
        let gives = |status, expires: &str, at: &str| {
            let membership = RestrictContentProMembership { status, expires: expires.parse().ok() };
            membership.gives_access(at.parse().unwrap(), Zone::UTC).unwrap()
        };
        let (cancelled, pending) = (RestrictContentProStatus::Cancelled, RestrictContentProStatus::Pending);
        assert!(gives(cancelled, "2025-01-01T00:00:00", "2016-01-01T00:00:00Z"));
        assert!(gives(cancelled, "2016-01-01T23:59:59", "2016-01-01T23:59:59Z"));
        assert!(!gives(cancelled, "2016-01-01T23:59:59", "2016-01-02T00:00:00Z"));
        assert!(!gives(pending, "2025-01-01T00:00:00", "2016-01-01T00:00:00Z"));
        assert!(gives(cancelled, "none", "2016-01-01T00:00:00Z"));
    }
}
