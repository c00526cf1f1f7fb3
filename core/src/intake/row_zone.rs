//! The zone that a record names for its own dates: `PST`, `GMT+02:00`, `Europe/Berlin`. Knows no columns.

use super::dates::{self, DateCell, LocalTime};
use crate::Zone;

/// The zone of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowZone {
    /// A zone with rules of its own.
    Zone(Zone),
    /// Seconds east of UTC.
    Offset(i64),
}

/// The abbreviations that stand in exports of PayPal and mean one offset there, in seconds east of UTC.
const ABBREVIATIONS: &[(&str, i64)] = &[
    ("PST", -8 * 3_600),
    ("PDT", -7 * 3_600),
    ("MST", -7 * 3_600),
    ("MDT", -6 * 3_600),
    ("CST", -6 * 3_600),
    ("CDT", -5 * 3_600),
    ("EST", -5 * 3_600),
    ("EDT", -4 * 3_600),
    ("WET", 0),
    ("WEST", 3_600),
    ("BST", 3_600),
    ("CET", 3_600),
    ("CEST", 2 * 3_600),
    ("EET", 2 * 3_600),
    ("EEST", 3 * 3_600),
];

impl RowZone {
    /// The zone of a text; absent where it is none.
    pub(super) fn read(text: &str) -> Option<RowZone> {
        let upper = text.trim().to_ascii_uppercase();
        if let Some((_, offset)) = ABBREVIATIONS.iter().find(|(name, _)| *name == upper) {
            return Some(RowZone::Offset(*offset));
        }
        dates::zone_offset(&upper).map(RowZone::Offset).or_else(|| text.parse().ok().map(RowZone::Zone))
    }

    /// A cell in this zone, ready to be read in the zone that is given with it.
    pub(super) fn place(self, cell: DateCell) -> (DateCell, Zone) {
        let offset = match self {
            RowZone::Zone(zone) => return (cell, zone),
            RowZone::Offset(offset) => offset,
        };
        let moved = |time: LocalTime| time.minus_seconds(offset);
        let cell = match cell {
            DateCell::Local { time, order } => DateCell::Local { time: moved(time), order },
            DateCell::TwoWays { day_first, month_first } => {
                DateCell::TwoWays { day_first: moved(day_first), month_first: moved(month_first) }
            }
            cell => cell,
        };
        (cell, Zone::UTC)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_of_records_are_read_by_abbreviation_offset_and_name() {
        assert_eq!(RowZone::read("PDT"), Some(RowZone::Offset(-25_200)));
        assert_eq!(RowZone::read("GMT+02:00"), Some(RowZone::Offset(7_200)));
        assert_eq!(RowZone::read("utc"), Some(RowZone::Offset(0)));
        assert_eq!(RowZone::read("Europe/Berlin"), "Europe/Berlin".parse().ok().map(RowZone::Zone));
        assert_eq!(RowZone::read("Mars"), None);
    }
}
