//! The dates of one column: the whole column decides where day and month of a cell cannot be told apart. Knows no rows but
//! by their numbers.

use super::dates::{self, DateCell, LocalTime};
use super::options::ReadOptions;
use crate::source::{DayOrder, Profile};
use crate::{Instant, Zone};

/// The zone of dates without one, and the order of day and month where it is stated: as the source always writes them,
/// else as the caller says.
pub(super) fn date_habits(profile: &Profile, options: &ReadOptions) -> (Zone, Option<DayOrder>) {
    let zone = profile.zone.and_then(|zone| zone.parse().ok()).or(options.zone).unwrap_or(Zone::UTC);
    let said = |day_first| if day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst };
    (zone, profile.day_order.or(options.day_first.map(said)))
}

/// How the dates of one column read: what was stated, what the cells prove, and what waits for that proof.
#[derive(Debug)]
pub(crate) struct DateColumn {
    zone: Zone,
    stated: Option<DayOrder>,
    saw_day_first: bool,
    saw_month_first: bool,
    /// Rows whose date reads both ways, with the other reading; they were given the month-first one.
    pending: Vec<Pending>,
}

/// A row whose date waits for the column's decision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    pub(crate) row: usize,
    day_first: LocalTime,
    zone: Zone,
}

impl DateColumn {
    pub(crate) fn new(zone: Zone, stated: Option<DayOrder>) -> Self {
        DateColumn { zone, stated, saw_day_first: false, saw_month_first: false, pending: Vec::new() }
    }

    /// The instant a cell of row `row` stands for; `Err` where it is not a date.
    #[inline]
    pub(crate) fn instant(&mut self, text: &str, row: usize) -> Result<Option<Instant>, ()> {
        self.instant_of(dates::read(text), self.zone, row)
    }

    /// The instant of a cell that was read already, in the row's own zone.
    #[inline]
    pub(crate) fn instant_of(
        &mut self,
        cell: DateCell,
        zone: Zone,
        row: usize,
    ) -> Result<Option<Instant>, ()> {
        match cell {
            DateCell::Blank => Ok(None),
            DateCell::Instant(instant) => Ok(Some(instant)),
            DateCell::Local { time, order } => {
                match order {
                    // A date that only reads against the stated order is a mistake, not a proof.
                    Some(order) if self.stated.is_some_and(|stated| stated != order) => return Err(()),
                    Some(DayOrder::DayFirst) => self.saw_day_first = true,
                    Some(DayOrder::MonthFirst) => self.saw_month_first = true,
                    None => {}
                }
                time.in_zone(zone).map(Some).ok_or(())
            }
            DateCell::TwoWays { day_first, month_first } => {
                let chosen = match self.stated {
                    Some(DayOrder::DayFirst) => day_first,
                    Some(DayOrder::MonthFirst) => month_first,
                    None => {
                        self.pending.push(Pending { row, day_first, zone });
                        month_first
                    }
                };
                chosen.in_zone(zone).map(Some).ok_or(())
            }
            DateCell::Invalid => Err(()),
        }
    }

    /// What the column as a whole decides for the rows that waited: `Some` with each row's instant, or `None` where it
    /// cannot be decided and those dates are not used.
    pub(crate) fn decide(&self) -> Decided {
        match (self.saw_day_first, self.saw_month_first) {
            (true, false) => Decided::DayFirst,
            (false, true) => Decided::MonthFirst,
            _ => Decided::Ambiguous,
        }
    }

    /// Forgets that the last row waits: it was set aside. What it proved of the column holds.
    pub(super) fn forget(&mut self, row: usize) {
        self.pending.pop_if(|last| last.row == row);
    }

    /// The same column of later rows.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> DateColumn {
        DateColumn::new(self.zone, self.stated)
    }

    /// Takes in what the same column says of later rows, which count from `rows` on.
    #[cfg(feature = "threads")]
    pub(super) fn append(&mut self, later: &mut DateColumn, rows: usize) {
        self.saw_day_first |= later.saw_day_first;
        self.saw_month_first |= later.saw_month_first;
        let moved = |pending: Pending| Pending { row: rows + pending.row, ..pending };
        self.pending.extend(later.pending.drain(..).map(moved));
        *later = self.apart();
    }

    /// Whether the last row that was read waits.
    #[inline]
    pub(super) fn waits(&self, row: usize) -> bool {
        self.pending.last().is_some_and(|last| last.row == row)
    }

    /// The rows that wait, in row order.
    pub(crate) fn pending(&self) -> &[Pending] {
        &self.pending
    }

    /// The day-first reading of a row that waits.
    pub(crate) fn day_first(&self, pending: Pending) -> Option<Instant> {
        pending.day_first.in_zone(pending.zone)
    }
}

/// What a column decided about the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    DayFirst,
    MonthFirst,
    /// Nothing proves either order, or both are proved.
    Ambiguous,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Option<String> {
        let mut column = DateColumn::new(Zone::UTC, Some(DayOrder::MonthFirst));
        column.instant(text, 0).unwrap_or(None).map(|instant| instant.to_string())
    }

    #[test]
    fn dates_as_exports_write_them() {
        for (text, instant) in [
            ("2024-03-04", "2024-03-04T00:00:00Z"),
            ("2024-03-04 05:06:07", "2024-03-04T05:06:07Z"),
            ("2024-03-04 05:06:07 UTC", "2024-03-04T05:06:07Z"),
            ("2024-03-04T05:06:07.25Z", "2024-03-04T05:06:07.250Z"),
            ("2024-03-04T05:06:07+02:00", "2024-03-04T03:06:07Z"),
            ("2024-03-04T05:06:07.33+0600", "2024-03-03T23:06:07.330Z"),
            ("2024-03-04T05:06:07-0800", "2024-03-04T13:06:07Z"),
            ("8/30/2017 10:12 AM", "2017-08-30T10:12:00Z"),
            ("8/3/2017 12:05 pm", "2017-08-03T12:05:00Z"),
            ("08/30/17 10:12:00", "2017-08-30T10:12:00Z"),
            ("30.08.2017", "2017-08-30T00:00:00Z"),
            ("2017/8/30", "2017-08-30T00:00:00Z"),
            ("Aug 30, 2017", "2017-08-30T00:00:00Z"),
            ("30 August 2017 10:12 PM", "2017-08-30T22:12:00Z"),
            ("Wed, 30 Aug 2017 10:12:00 +0200", "2017-08-30T08:12:00Z"),
            ("1504087920", "2017-08-30T10:12:00Z"),
            ("20170830", "2017-08-30T00:00:00Z"),
        ] {
            assert_eq!(utc(text).as_deref(), Some(instant), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "2024-02-30",
            "2024-13-01",
            "30/31/2024",
            "yesterday",
            "2024-03-04 25:00:00",
            "1/2",
            "12345",
            "2024-03-04x",
        ] {
            let mut column = DateColumn::new(Zone::UTC, None);
            assert_eq!(column.instant(text, 0), Err(()), "{text}");
        }
    }

    #[test]
    fn no_date_is_written_in_several_ways() {
        for text in ["", " ", "0000-00-00 00:00:00", "0", "-", "None"] {
            assert_eq!(DateColumn::new(Zone::UTC, None).instant(text, 0), Ok(None), "{text}");
        }
    }

    #[test]
    fn one_clear_date_decides_for_the_column() {
        let mut column = DateColumn::new(Zone::UTC, None);
        column.instant("3/4/2024", 0).unwrap();
        assert_eq!(column.decide(), Decided::Ambiguous);
        column.instant("31/4/2024", 1).unwrap_err();
        column.instant("30/4/2024", 2).unwrap();
        assert_eq!(column.decide(), Decided::DayFirst);
        let waiting = column.pending()[0];
        assert_eq!(column.day_first(waiting).unwrap().to_string(), "2024-04-03T00:00:00Z");
    }

    #[test]
    fn a_wall_clock_time_takes_the_zone() {
        let mut column = DateColumn::new("America/New_York".parse().unwrap(), Some(DayOrder::MonthFirst));
        assert_eq!(column.instant("7/4/2024 09:00", 0).unwrap().unwrap().to_string(), "2024-07-04T13:00:00Z");
    }
}
