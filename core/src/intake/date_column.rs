//! The dates of one column: the whole column decides where day and month of a cell cannot be told apart. Knows no rows but
//! by their numbers.

use super::dates::{self, DateCell, LocalTime};
use super::options::ReadOptions;
use crate::source::{DayOrder, Profile};
use crate::{Instant, Zone};

/// How a source and a caller have dates read that do not say it themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DateHabits {
    /// The zone of dates without one: as the source always writes them, else as the caller says.
    pub zone: Zone,
    /// The order of day and month, where the source always writes the same.
    pub stated: Option<DayOrder>,
    /// The order for dates that read both ways, where neither the source nor the column settles it: the caller's.
    pub otherwise: Option<DayOrder>,
}

impl DateHabits {
    pub(super) fn new(profile: &Profile, options: &ReadOptions) -> Self {
        let zone = profile.zone.and_then(|zone| zone.parse().ok()).or(options.zone).unwrap_or(Zone::UTC);
        let said = |day_first| if day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst };
        DateHabits { zone, stated: profile.day_order, otherwise: options.day_first.map(said) }
    }

    /// The same for a date that stands alone, with no column to settle its order.
    pub(super) fn alone(self) -> Self {
        DateHabits { otherwise: self.otherwise.or(Some(DayOrder::MonthFirst)), ..self }
    }
}

/// How the dates of one column read: what was stated, what the cells prove, and what waits for that proof.
#[derive(Debug)]
pub(crate) struct DateColumn {
    habits: DateHabits,
    saw_day_first: bool,
    saw_month_first: bool,
    /// Rows whose date reads both ways, with the other reading than the one they were given.
    pending: Vec<Pending>,
}

/// A row whose date waits for the column's decision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pending {
    pub(crate) row: usize,
    other: LocalTime,
    zone: Zone,
}

impl DateColumn {
    pub(crate) fn new(habits: DateHabits) -> Self {
        DateColumn { habits, saw_day_first: false, saw_month_first: false, pending: Vec::new() }
    }

    /// The instant a cell of row `row` stands for; `Err` where it is not a date.
    #[inline]
    pub(crate) fn instant(&mut self, text: &str, row: usize) -> Result<Option<Instant>, ()> {
        self.instant_of(dates::read(text), self.habits.zone, row)
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
                    Some(order) if self.habits.stated.is_some_and(|stated| stated != order) => return Err(()),
                    Some(DayOrder::DayFirst) => self.saw_day_first = true,
                    Some(DayOrder::MonthFirst) => self.saw_month_first = true,
                    None => {}
                }
                time.in_zone(zone).map(Some).ok_or(())
            }
            DateCell::TwoWays { day_first, month_first } => {
                let (chosen, other) = match self.given() {
                    DayOrder::DayFirst => (day_first, month_first),
                    DayOrder::MonthFirst => (month_first, day_first),
                };
                if self.habits.stated.is_none() {
                    self.pending.push(Pending { row, other, zone });
                }
                chosen.in_zone(zone).map(Some).ok_or(())
            }
            DateCell::Invalid => Err(()),
        }
    }

    /// The order in which dates that read both ways are read until the whole column is known.
    fn given(&self) -> DayOrder {
        self.habits.stated.or(self.habits.otherwise).unwrap_or(DayOrder::MonthFirst)
    }

    /// What the column as a whole decides for the rows that waited.
    pub(crate) fn decide(&self) -> Decided {
        let decided = match (self.saw_day_first, self.saw_month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => self.habits.otherwise,
        };
        match decided {
            None => Decided::Ambiguous,
            Some(order) if order == self.given() => Decided::AsRead,
            Some(_) => Decided::TheOther,
        }
    }

    /// Forgets that the last row waits: it was set aside. What it proved of the column holds.
    pub(super) fn forget(&mut self, row: usize) {
        self.pending.pop_if(|last| last.row == row);
    }

    /// The same column of later rows.
    #[cfg(feature = "threads")]
    pub(super) fn apart(&self) -> DateColumn {
        DateColumn::new(self.habits)
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

    /// The other reading of a row that waits.
    pub(crate) fn other(&self, pending: Pending) -> Option<Instant> {
        pending.other.in_zone(pending.zone)
    }
}

/// What a column decided about the rows that waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// They stay as they were read.
    AsRead,
    /// They have the other reading.
    TheOther,
    /// Nothing proves either order, or both are proved, and the caller said neither: those dates are not used.
    Ambiguous,
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: DateHabits = DateHabits { zone: Zone::UTC, stated: None, otherwise: None };
    const MONTH_FIRST: DateHabits = DateHabits { stated: Some(DayOrder::MonthFirst), ..OPEN };

    fn utc(text: &str) -> Option<String> {
        let mut column = DateColumn::new(MONTH_FIRST);
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
            let mut column = DateColumn::new(OPEN);
            assert_eq!(column.instant(text, 0), Err(()), "{text}");
        }
    }

    #[test]
    fn no_date_is_written_in_several_ways() {
        for text in ["", " ", "0000-00-00 00:00:00", "0", "-", "None"] {
            assert_eq!(DateColumn::new(OPEN).instant(text, 0), Ok(None), "{text}");
        }
    }

    #[test]
    fn one_clear_date_decides_for_the_column() {
        let mut column = DateColumn::new(OPEN);
        column.instant("3/4/2024", 0).unwrap();
        assert_eq!(column.decide(), Decided::Ambiguous);
        column.instant("31/4/2024", 1).unwrap_err();
        column.instant("30/4/2024", 2).unwrap();
        assert_eq!(column.decide(), Decided::TheOther);
        let waiting = column.pending()[0];
        assert_eq!(column.other(waiting).unwrap().to_string(), "2024-04-03T00:00:00Z");
    }

    #[test]
    fn the_callers_order_stands_in_where_the_column_does_not_decide() {
        let decided = |otherwise, cells: &[&str]| {
            let mut column = DateColumn::new(DateHabits { otherwise: Some(otherwise), ..OPEN });
            let read =
                cells.iter().enumerate().map(|(row, cell)| column.instant(cell, row).unwrap().unwrap());
            let first = read.collect::<Vec<_>>()[0];
            match column.decide() {
                Decided::AsRead => first,
                Decided::TheOther => column.other(column.pending()[0]).unwrap(),
                Decided::Ambiguous => panic!("the caller said the order"),
            }
            .to_string()
        };
        let (march, april) = ("2024-03-04T00:00:00Z", "2024-04-03T00:00:00Z");
        assert_eq!(decided(DayOrder::DayFirst, &["3/4/2024"]), april);
        assert_eq!(decided(DayOrder::MonthFirst, &["3/4/2024"]), march);
        assert_eq!(decided(DayOrder::DayFirst, &["3/4/2024", "12/30/2024"]), march);
        assert_eq!(decided(DayOrder::MonthFirst, &["3/4/2024", "30/12/2024"]), april);
        assert_eq!(decided(DayOrder::DayFirst, &["3/4/2024", "30/12/2024", "12/30/2024"]), april);
    }

    #[test]
    fn a_wall_clock_time_takes_the_zone() {
        let mut column =
            DateColumn::new(DateHabits { zone: "America/New_York".parse().unwrap(), ..MONTH_FIRST });
        assert_eq!(column.instant("7/4/2024 09:00", 0).unwrap().unwrap().to_string(), "2024-07-04T13:00:00Z");
    }

    #[test]
    fn a_date_alone_takes_the_callers_order_only_where_it_reads_both_ways() {
        let read = |otherwise, cell: &str| {
            let habits = DateHabits { otherwise, ..OPEN }.alone();
            DateColumn::new(habits).instant(cell, 0).unwrap().unwrap().to_string()
        };
        let day_first = Some(DayOrder::DayFirst);
        assert_eq!(read(day_first, "3/4/2024"), "2024-04-03T00:00:00Z");
        assert_eq!(read(day_first, "3/25/2024"), "2024-03-25T00:00:00Z");
        assert_eq!(read(None, "3/4/2024"), "2024-03-04T00:00:00Z");
    }
}
