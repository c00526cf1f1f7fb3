//! Dates as Keap writes them, counted in minutes. Knows no time zone: the export has none.

/// Minutes since midnight on 1 January 2017.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(pub u64);

/// Minutes in a day.
pub const DAY: u64 = 24 * 60;
/// The first minute of 2026: everything in the sample lies before it.
pub const END: u64 = 3_287 * DAY;

impl Minute {
    /// `8/30/2017 10:12 AM`.
    pub fn as_keap_writes_it(self) -> String {
        let (day_number, minute) = (self.0 / DAY, self.0 % DAY);
        let (year, month, day) = date(day_number);
        let (hour, minute) = (minute / 60, minute % 60);
        let half = if hour < 12 { "AM" } else { "PM" };
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        format!("{month}/{day}/{year} {hour}:{minute:02} {half}")
    }
}

/// Year, month and day of a day counted from 1 January 2017.
fn date(mut day: u64) -> (u64, u64, u64) {
    let mut year = 2017;
    loop {
        let leap = u64::from(year % 4 == 0);
        if day < 365 + leap {
            let lengths = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            let mut month = 1;
            for length in lengths {
                if day < length {
                    break;
                }
                day -= length;
                month += 1;
            }
            return (year, month, day + 1);
        }
        day -= 365 + leap;
        year += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_keap_does() {
        assert_eq!(Minute(0).as_keap_writes_it(), "1/1/2017 12:00 AM");
        assert_eq!(Minute(241 * DAY + 10 * 60 + 12).as_keap_writes_it(), "8/30/2017 10:12 AM");
        assert_eq!(Minute(1_154 * DAY + 13 * 60).as_keap_writes_it(), "2/29/2020 1:00 PM");
        assert_eq!(Minute(END - 1).as_keap_writes_it(), "12/31/2025 11:59 PM");
    }
}
