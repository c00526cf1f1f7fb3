//! Sums of instants and days with offsets. Does not know rules, nor what is counted.

use chrono::{Days, Months, NaiveDate};

use super::{Offset, Unit};
use crate::Instant;

/// The instant an offset later, every day being 24 hours; absent for months and years and outside the calendar.
pub(super) fn add_elapsed(from: Instant, offset: Offset) -> Option<Instant> {
    from.checked_add_seconds(i64::from(offset.amount).checked_mul(offset.unit.seconds()?)?)
}

/// The day some days, weeks, months or years later, always counted from the day given; the last day of a shorter month
/// stands for a day it does not have. The same day for shorter units.
pub(super) fn add_to_day(day: NaiveDate, offset: Offset) -> Option<NaiveDate> {
    let amount = offset.amount;
    match offset.unit {
        Unit::Minutes | Unit::Hours => Some(day),
        Unit::Days => day.checked_add_days(Days::new(amount.into())),
        Unit::Weeks => day.checked_add_days(Days::new(u64::from(amount) * 7)),
        Unit::Months => day.checked_add_months(Months::new(amount)),
        Unit::Years => day.checked_add_months(Months::new(amount.checked_mul(12)?)),
    }
}
