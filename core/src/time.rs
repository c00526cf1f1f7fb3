//! Instants, zones and the arithmetic between wall clocks and instants. Knows no clock: "now" is always an argument.

mod horizon;
mod place;
mod wall_time;
mod zone_clock;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike as _, FixedOffset, LocalResult, NaiveDateTime, SecondsFormat, TimeZone as _,
    Timelike as _, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize, Serializer};

pub use horizon::Horizon;
use place::Place;
pub use wall_time::{WallClock, WallTime};
pub use zone_clock::ZoneClock;

/// A point in time, in whole microseconds, the same everywhere. On the wire RFC 3339 with `Z`.
///
/// ```
/// use memberferry::Instant;
/// let instant: Instant = "2024-03-10T09:00:00+01:00".parse()?;
/// assert_eq!(instant.to_string(), "2024-03-10T08:00:00Z");
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
#[serde(try_from = "String")]
pub struct Instant(i64);

/// Why a text is no instant or no zone, or a sum leaves the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// The text is not an RFC 3339 instant with an offset.
    #[error("`{0}` is not an RFC 3339 instant, such as `2024-03-10T08:00:00Z`")]
    NotAnInstant(crate::Excerpt),
    /// The name is neither an offset nor in the IANA time zone database that this library carries.
    #[error("`{0}` is not an IANA time zone, such as `Europe/Amsterdam`")]
    UnknownZone(crate::Excerpt),
    /// The result is before the year 1 or after the year 9999.
    #[error("the result lies outside the years 1 to 9999")]
    OutsideCalendar,
    /// A span of time ends before it begins, or at once.
    #[error("a span from {from} until {until} holds no instant")]
    EmptyHorizon {
        /// Where it would begin.
        from: Instant,
        /// Where it would end.
        until: Instant,
    },
}

impl Instant {
    /// Microseconds in a second.
    pub const MICROSECONDS: i64 = 1_000_000;
    const FIRST: i64 = -62_135_596_800 * Self::MICROSECONDS;
    const LAST: i64 = 253_402_300_800 * Self::MICROSECONDS - 1;
    /// The first instant of the year 1.
    pub const MIN: Instant = Instant(Self::FIRST);
    /// The last instant of the year 9999.
    pub const MAX: Instant = Instant(Self::LAST);

    /// An instant from microseconds since 1970-01-01T00:00:00Z; absent outside the years 1 to 9999.
    pub fn from_microseconds(microseconds: i64) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&microseconds).then_some(Instant(microseconds))
    }

    /// An instant from seconds since 1970-01-01T00:00:00Z; absent outside the years 1 to 9999.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        seconds.checked_mul(Self::MICROSECONDS).and_then(Self::from_microseconds)
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[inline]
    pub fn microseconds(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970-01-01T00:00:00Z; a part of a second is cut off towards the past.
    #[inline]
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(Self::MICROSECONDS)
    }

    /// The last instant before this one, a microsecond earlier; the first of the calendar has none before it.
    pub(crate) fn just_before(self) -> Self {
        Instant(self.0.saturating_sub(1).max(Self::FIRST))
    }

    /// This instant moved by a number of seconds.
    pub fn checked_add_seconds(self, seconds: i64) -> Option<Self> {
        let moved = seconds.checked_mul(Self::MICROSECONDS)?.checked_add(self.0)?;
        Self::from_microseconds(moved)
    }

    /// The same instant as the calendar library holds it.
    pub fn to_datetime(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// From the calendar library's instant; below a microsecond is cut off.
    pub fn from_datetime(datetime: DateTime<Utc>) -> Option<Self> {
        Self::from_microseconds(datetime.timestamp_micros())
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.to_datetime();
        if self.0 % Self::MICROSECONDS != 0 {
            return formatter.write_str(&at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
        }
        let mut text = *b"0000-00-00T00:00:00Z";
        let parts = [at.year().unsigned_abs(), at.month(), at.day(), at.hour(), at.minute(), at.second()];
        for (mut number, place) in parts.into_iter().zip([0..4, 5..7, 8..10, 11..13, 14..16, 17..19]) {
            for digit in text.get_mut(place).unwrap_or_default().iter_mut().rev() {
                *digit += (number % 10) as u8;
                number /= 10;
            }
        }
        formatter.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl FromStr for Instant {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let not_an_instant = || TimeError::NotAnInstant(crate::Excerpt::new(text));
        let parsed = DateTime::parse_from_rfc3339(text).map_err(|_| not_an_instant())?;
        Self::from_datetime(parsed.to_utc()).ok_or(TimeError::OutsideCalendar)
    }
}

impl TryFrom<String> for Instant {
    type Error = TimeError;
    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<Instant> for String {
    fn from(instant: Instant) -> String {
        instant.to_string()
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An IANA time zone, or a bare offset from UTC such as `+08:00`, which a WordPress site may have instead.
///
/// Names are taken in any case (`europe/zurich`) and written as the database spells them. An offset has no clock changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Place);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone(Place::Named(Tz::UTC));

    /// The name as the IANA database spells it, or the offset as `+08:00`.
    pub fn name(self) -> Cow<'static, str> {
        match self.0 {
            Place::Named(zone) => Cow::Borrowed(zone.name()),
            Place::Fixed(offset) => Cow::Owned(offset.to_string()),
        }
    }

    /// How far the clocks are ahead of UTC at an instant, in seconds.
    pub fn offset(self, instant: Instant) -> i32 {
        self.0.offset_from_utc_datetime(&instant.to_datetime().naive_utc()).local_minus_utc()
    }
}

impl WallClock for Zone {
    fn wall(&self, instant: Instant) -> WallTime {
        WallTime::of(instant, self.offset(instant))
    }

    fn instant(&self, wall: WallTime) -> Result<Instant, TimeError> {
        let local = wall.to_naive();
        let offset = match self.0.offset_from_local_datetime(&local) {
            LocalResult::Single(offset) => Some(offset),
            // The first of two is the one with the clocks further ahead.
            LocalResult::Ambiguous(one, other) => {
                Some(if one.local_minus_utc() > other.local_minus_utc() { one } else { other })
            }
            LocalResult::None => offset_before_gap(&self.0, local),
        };
        let offset = offset.map(|offset| offset.local_minus_utc());
        offset.and_then(|offset| wall.at_offset(offset)).ok_or(TimeError::OutsideCalendar)
    }
}

/// The offset that held before the gap in which a local time lies.
fn offset_before_gap(place: &Place, local: NaiveDateTime) -> Option<FixedOffset> {
    // No zone has ever set its clock forward by more than a day.
    let day_before = local.checked_sub_signed(chrono::TimeDelta::hours(25))?;
    place.offset_from_local_datetime(&day_before).earliest()
}

impl FromStr for Zone {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let name = text.trim();
        let named = || Tz::from_str_insensitive(name).ok().map(Place::Named);
        let place = Place::from_offset(name).or_else(named);
        place.map(Zone).ok_or_else(|| TimeError::UnknownZone(crate::Excerpt::new(text)))
    }
}

impl TryFrom<String> for Zone {
    type Error = TimeError;
    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name().into_owned()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: &str, local: &str) -> String {
        let zone: Zone = zone.parse().unwrap();
        zone.instant(WallTime::from_naive(local.parse().unwrap())).unwrap().to_string()
    }

    #[test]
    fn a_time_in_a_gap_moves_forward_by_the_gap() {
        assert_eq!(at("America/Chicago", "2012-03-11T02:30:00"), "2012-03-11T08:30:00Z");
        assert_eq!(at("Australia/Lord_Howe", "2024-10-06T02:15:00"), "2024-10-05T15:45:00Z");
    }

    #[test]
    fn a_time_in_a_fold_is_the_first_of_the_two() {
        assert_eq!(at("Europe/Berlin", "2023-10-29T02:30:00"), "2023-10-29T00:30:00Z");
    }

    #[test]
    fn zones_are_taken_in_any_case() {
        assert_eq!("europe/zurich".parse::<Zone>().unwrap().name(), "Europe/Zurich");
        assert!("Mars/Olympus".parse::<Zone>().is_err());
    }

    #[test]
    fn an_offset_is_a_zone_without_clock_changes() {
        for (text, local) in [("+08:00", "2020-01-04T00:00:00"), ("-03:30", "2020-01-03T12:30:00")] {
            let zone: Zone = text.parse().unwrap();
            assert_eq!(zone.to_string(), text);
            assert_eq!(at(text, local), "2020-01-03T16:00:00Z");
            assert_eq!(zone.wall("2020-01-03T16:00:00Z".parse().unwrap()).to_string(), local);
        }
        for bad in ["+8:00", "08:00", "+24:00", "+08:60", "+0800", "+08:00:00", "-", ""] {
            assert!(bad.parse::<Zone>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_instant_is_written_as_the_calendar_library_writes_it() {
        let days = (-719_000..2_930_000).step_by(997).map(|day| day * 86_400 + 45_296 + day % 60);
        for seconds in days.chain([0, -1, 951_782_400, Instant::MIN.seconds(), Instant::MAX.seconds()]) {
            for microseconds in [0, 250_000, 1] {
                let at = Instant(seconds * Instant::MICROSECONDS + microseconds);
                assert_eq!(at.to_string(), at.to_datetime().to_rfc3339_opts(SecondsFormat::AutoSi, true));
            }
        }
    }

    #[test]
    fn an_instant_keeps_microseconds_and_refuses_a_time_without_offset() {
        assert_eq!(
            "2024-01-01T00:00:00.25Z".parse::<Instant>().unwrap().to_string(),
            "2024-01-01T00:00:00.250Z"
        );
        assert!("2024-01-01T00:00:00".parse::<Instant>().is_err());
    }
}
