//! Sums of instants and wall-clock times with offsets. Does not know rules, nor what is counted.

use super::{Offset, Unit};
use crate::{Instant, WallTime};

/// The instant an offset later, every day being 24 hours; absent for months and years and outside the calendar.
pub(super) fn add_elapsed(from: Instant, offset: Offset) -> Option<Instant> {
    from.checked_add_seconds(i64::from(offset.amount).checked_mul(offset.unit.seconds()?)?)
}

/// The same time of day some days, weeks, months or years later, always counted from the day given; the last day of a shorter
/// month stands for a day it does not have. The same time for shorter units. Absent outside the calendar.
pub(super) fn add_to_wall(from: WallTime, offset: Offset) -> Option<WallTime> {
    let amount = offset.amount;
    match offset.unit {
        Unit::Minutes | Unit::Hours => Some(from),
        Unit::Days => from.plus_days(amount.into()),
        Unit::Weeks => from.plus_days(i64::from(amount) * 7),
        Unit::Months => from.plus_months(amount),
        Unit::Years => from.plus_months(amount.checked_mul(12)?),
    }
}
