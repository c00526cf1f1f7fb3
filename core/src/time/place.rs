//! Where a clock hangs: in a zone of the IANA database, or anywhere at a fixed distance from UTC. Knows no instants of its own.

use chrono::{FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset as _, TimeZone};
use chrono_tz::Tz;

/// What a [`Zone`](super::Zone) is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// A zone of the IANA database.
    Named(Tz),
    /// A fixed distance from UTC, as a WordPress site may have it.
    Fixed(FixedOffset),
}

impl Place {
    /// Reads `+08:00` or `-03:30`: a sign, two digits of hours up to 23, and two of minutes.
    pub fn from_offset(text: &str) -> Option<Place> {
        let (sign, [h1, h2, b':', m1, m2]) = text.as_bytes().split_first()? else { return None };
        let sign = match sign {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let digit = |byte: u8| char::from(byte).to_digit(10).and_then(|digit| i32::try_from(digit).ok());
        let hours = digit(*h1)? * 10 + digit(*h2)?;
        let minutes = digit(*m1)? * 10 + digit(*m2)?;
        let seconds = (hours < 24 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))?;
        FixedOffset::east_opt(seconds).map(Place::Fixed)
    }
}

impl TimeZone for Place {
    type Offset = FixedOffset;

    fn from_offset(offset: &FixedOffset) -> Self {
        Place::Fixed(*offset)
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<FixedOffset> {
        self.offset_from_local_datetime(&local.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        match self {
            Place::Named(zone) => zone.offset_from_local_datetime(local).map(|offset| offset.fix()),
            Place::Fixed(offset) => MappedLocalTime::Single(*offset),
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> FixedOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> FixedOffset {
        match self {
            Place::Named(zone) => zone.offset_from_utc_datetime(utc).fix(),
            Place::Fixed(offset) => *offset,
        }
    }
}
