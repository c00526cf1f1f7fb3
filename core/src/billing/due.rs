//! The dates on which a subscription falls due: so many days, weeks, months or years from an anchor. Does not know why anything is
//! charged.

use chrono::Datelike as _;

use crate::payment::{BillingInterval, BillingUnit};
use crate::time::{Instant, WallClock as _, WallTime, Zone};

const DAY: i64 = 86_400;

/// An interval that repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Every {
    count: u32,
    unit: BillingUnit,
}

impl Every {
    /// The interval, where it repeats.
    pub fn of(interval: BillingInterval) -> Option<Every> {
        match interval {
            BillingInterval::Every { count, unit } => Some(Every { count: count.get(), unit }),
            BillingInterval::Once | BillingInterval::Lifetime => None,
        }
    }

    /// So many intervals after an anchor. Months count from the anchor, so that the 31st stays the last of any month; absent outside
    /// the calendar.
    fn after(self, anchor: WallTime, times: u64) -> Option<WallTime> {
        let steps = times.checked_mul(u64::from(self.count))?;
        let days = |each: i64| i64::try_from(steps).ok()?.checked_mul(each);
        let months = |each: u32| u32::try_from(steps).ok()?.checked_mul(each);
        match self.unit {
            BillingUnit::Day => anchor.plus_days(days(1)?),
            BillingUnit::Week => anchor.plus_days(days(7)?),
            BillingUnit::Month => anchor.plus_months(months(1)?),
            BillingUnit::Year => anchor.plus_months(months(12)?),
        }
    }

    /// Seconds that no interval is longer than.
    fn longest(self) -> i64 {
        let days = match self.unit {
            BillingUnit::Day => 1,
            BillingUnit::Week => 7,
            BillingUnit::Month => 31,
            BillingUnit::Year => 366,
        };
        i64::from(self.count).saturating_mul(days * DAY)
    }
}

/// Every date from an anchor on, in the zone of whoever charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DueDates {
    anchor: WallTime,
    every: Every,
    zone: Zone,
}

impl DueDates {
    /// From an anchor on.
    pub fn from(anchor: Instant, every: Every, zone: Zone) -> DueDates {
        DueDates { anchor: zone.wall(anchor), every, zone }
    }

    /// The date that is so many intervals after the anchor, if the calendar holds it.
    fn nth(&self, index: u64) -> Option<Instant> {
        self.zone.instant(self.every.after(self.anchor, index)?).ok()
    }

    /// How many intervals after the anchor the first date is that is not before an instant.
    fn first_not_before(&self, at: Instant) -> Option<u64> {
        let seconds = self.zone.wall(at).seconds().saturating_sub(self.anchor.seconds());
        // A clock that is set back can show a time twice: one interval less is never too late.
        let least = seconds.checked_div(self.every.longest())?.saturating_sub(1);
        let mut index = u64::try_from(least).unwrap_or_default();
        while self.nth(index)? < at {
            index += 1;
        }
        Some(index)
    }

    /// The first date after an instant.
    pub fn first_after(&self, at: Instant) -> Option<Instant> {
        let index = self.first_not_before(at)?;
        let date = self.nth(index)?;
        if date > at { Some(date) } else { self.nth(index.checked_add(1)?) }
    }
}

/// The charges of a subscription from the next regular one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Charges {
    next: Instant,
    dates: DueDates,
    /// How many intervals after the anchor the next one is.
    index: u64,
}

impl Charges {
    /// From the next charge on. Further ones count from the first anchor on whose dates the next one falls, at the next one's time of
    /// day, or else from the next one itself.
    pub fn from(next: Instant, anchors: impl Iterator<Item = Instant>, every: Every, zone: Zone) -> Charges {
        let time = zone.wall(next);
        for anchor in anchors {
            let dates = DueDates { anchor: time.on(zone.wall(anchor).date()), every, zone };
            if let Some(index) = dates.first_not_before(next)
                && dates.nth(index) == Some(next)
            {
                return Charges { next, dates, index };
            }
        }
        Charges { next, dates: DueDates::from(next, every, zone), index: 0 }
    }

    /// The charge so many after the next one, which is 0; absent outside the calendar.
    pub fn at(&self, further: u64) -> Option<Instant> {
        if further == 0 { Some(self.next) } else { self.dates.nth(self.index.checked_add(further)?) }
    }

    /// Of months and years, the day of the month on which they fall due as a rule, and the one on which a new subscription that begins on
    /// one of them does, where the two differ.
    pub fn day_after_restart(&self, from: Instant) -> Option<(u32, u32)> {
        let own = self.dates.anchor.date().day();
        let anew = self.dates.zone.wall(from).date().day();
        let is_monthly = matches!(self.dates.every.unit, BillingUnit::Month | BillingUnit::Year);
        (is_monthly && own != anew).then_some((own, anew))
    }

    /// How many of them are before an instant; absent where that is outside the calendar.
    pub fn before(&self, end: Instant) -> Option<u64> {
        if self.next >= end {
            return Some(0);
        }
        self.dates.first_not_before(end).map(|index| index.saturating_sub(self.index).max(1))
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn every(count: u32, unit: BillingUnit) -> Every {
        Every::of(BillingInterval::Every { count: NonZeroU32::new(count).unwrap(), unit }).unwrap()
    }

    fn shown(charges: Charges, count: u64) -> Vec<String> {
        (0..count).map(|further| charges.at(further).unwrap().to_string()).collect()
    }

    #[test]
    fn the_31st_is_the_last_of_a_shorter_month_and_comes_back() {
        let next = at("2026-02-28T09:00:00Z");
        let month = every(1, BillingUnit::Month);
        let anchored = Charges::from(next, [at("2026-01-31T10:30:00Z")].into_iter(), month, Zone::UTC);
        assert_eq!(
            shown(anchored, 3),
            ["2026-02-28T09:00:00Z", "2026-03-31T09:00:00Z", "2026-04-30T09:00:00Z"]
        );
        assert_eq!(anchored.day_after_restart(next), Some((31, 28)));
        assert_eq!(anchored.day_after_restart(at("2026-03-31T09:00:00Z")), None);
        // An anchor on whose dates the next one does not fall says nothing.
        let anchor = at("2026-01-27T09:00:00Z");
        let alone = Charges::from(next, [anchor].into_iter(), month, Zone::UTC);
        assert_eq!(shown(alone, 2), ["2026-02-28T09:00:00Z", "2026-03-28T09:00:00Z"]);
    }

    #[test]
    fn months_keep_the_time_of_day_of_the_zone() {
        let zone: Zone = "Europe/Amsterdam".parse().unwrap();
        let next = at("2026-03-15T08:00:00Z"); // 09:00, before the clocks go forward
        let charges = Charges::from(next, std::iter::empty(), every(1, BillingUnit::Month), zone);
        assert_eq!(shown(charges, 2), ["2026-03-15T08:00:00Z", "2026-04-15T07:00:00Z"]);
        for (end, count) in
            [("2026-03-15T08:00:00Z", 0), ("2026-04-15T07:00:00Z", 1), ("2026-04-15T07:00:01Z", 2)]
        {
            assert_eq!(charges.before(at(end)), Some(count), "{end}");
        }
    }

    #[test]
    fn the_first_date_after_an_instant_is_strictly_after_it() {
        let dates = |count, unit| DueDates::from(at("2024-02-29T00:00:00Z"), every(count, unit), Zone::UTC);
        let first = |dates: DueDates, text: &str| dates.first_after(at(text)).map(|date| date.to_string());
        let year = dates(1, BillingUnit::Year);
        assert_eq!(first(year, "2024-02-29T00:00:00Z").as_deref(), Some("2025-02-28T00:00:00Z"));
        assert_eq!(first(year, "2027-03-01T00:00:00Z").as_deref(), Some("2028-02-29T00:00:00Z"));
        let fortnight = dates(2, BillingUnit::Week);
        assert_eq!(first(fortnight, "2024-03-13T23:59:59Z").as_deref(), Some("2024-03-14T00:00:00Z"));
        assert_eq!(first(fortnight, "2023-01-01T00:00:00Z").as_deref(), Some("2024-02-29T00:00:00Z"));
        assert_eq!(first(dates(u32::MAX, BillingUnit::Year), "2025-01-01T00:00:00Z"), None);
        assert_eq!(first(dates(1, BillingUnit::Day), "9999-12-31T00:00:00Z"), None);
    }
}
