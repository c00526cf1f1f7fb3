//! Dates as exports write them. Knows neither the clock nor any zone's rules, and decides nothing that the text leaves
//! open.

use chrono::{DateTime, NaiveDateTime};

use super::date_words;
use crate::source::DayOrder;
use crate::{Instant, WallClock as _, WallTime, Zone};

/// A wall-clock time in microseconds since 1970-01-01T00:00:00, in no zone yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LocalTime(i64);

impl LocalTime {
    /// The wall-clock time as the calendar library holds it.
    pub(crate) fn to_naive(self) -> Option<NaiveDateTime> {
        DateTime::from_timestamp_micros(self.0).map(|utc| utc.naive_utc())
    }

    /// The wall-clock time so many seconds earlier; itself where the calendar ends.
    pub(crate) fn minus_seconds(self, seconds: i64) -> LocalTime {
        LocalTime(seconds.checked_mul(SECOND).and_then(|moved| self.0.checked_sub(moved)).unwrap_or(self.0))
    }

    /// A wall-clock time of the calendar library.
    pub(crate) fn from_naive(time: NaiveDateTime) -> Self {
        LocalTime(time.and_utc().timestamp_micros())
    }

    /// The instant of this wall-clock time in a zone.
    pub(crate) fn in_zone(self, zone: Zone) -> Option<Instant> {
        if zone == Zone::UTC {
            Instant::from_microseconds(self.0)
        } else {
            zone.instant(WallTime::from_naive(self.to_naive()?)).ok()
        }
    }
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateCell {
    /// Nothing, or one of the ways to write "no date".
    Blank,
    /// An instant: the cell has an offset of its own.
    Instant(Instant),
    /// A wall-clock time; `order` is what the cell proves about the order of day and month.
    Local { time: LocalTime, order: Option<DayOrder> },
    /// Day and month could stand either way round.
    TwoWays { day_first: LocalTime, month_first: LocalTime },
    /// Not a date.
    Invalid,
}

/// Reads a date.
#[inline]
pub(crate) fn read(text: &str) -> DateCell {
    let bytes = text.as_bytes();
    if let Some((time, rest)) = read_iso(bytes) {
        return match rest {
            b"" => DateCell::Local { time, order: None },
            b"Z" | b" UTC" => Instant::from_microseconds(time.0).map_or(DateCell::Invalid, DateCell::Instant),
            _ => finish(time, None, rest).unwrap_or(DateCell::Invalid),
        };
    }
    read_slow(text)
}

#[cold]
fn read_slow(text: &str) -> DateCell {
    let text = text.trim();
    if text.is_empty() || text.starts_with("0000-00-00") || matches!(text, "0" | "-") {
        return DateCell::Blank;
    }
    let bytes = text.as_bytes();
    let is_word = |word: &&str| word.eq_ignore_ascii_case(text);
    if !bytes.first().is_some_and(u8::is_ascii_digit)
        && ["none", "null", "never", "n/a", "unknown"].iter().any(is_word)
    {
        return DateCell::Blank;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return read_digits(text).unwrap_or(DateCell::Invalid);
    }
    let read = read_compact(bytes).or_else(|| read_numeric(bytes)).or_else(|| read_words(text));
    read.unwrap_or(DateCell::Invalid)
}

fn two_digits(bytes: &[u8], at: usize) -> Option<i64> {
    match bytes.get(at..at + 2)? {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            Some(i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
        }
        _ => None,
    }
}

/// `2024-03-04`, with `T`, `t` or a space and `05:06` or `05:06:07` behind it; and what follows.
#[inline]
fn read_iso(bytes: &[u8]) -> Option<(LocalTime, &[u8])> {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = bytes.first_chunk()? else { return None };
    let year = pair(y0, y1)? * 100 + pair(y2, y3)?;
    let day = days(year, pair(m0, m1)?, pair(d0, d1)?)?;
    let behind = bytes.get(10..).unwrap_or_default();
    if behind.is_empty() {
        return Some((LocalTime(day * DAY), b""));
    }
    let &[b' ' | b'T' | b't', h0, h1, b':', i0, i1] = behind.first_chunk()? else { return None };
    let (hour, minute) = (pair(h0, h1)?, pair(i0, i1)?);
    let behind = behind.get(6..).unwrap_or_default();
    let (second, rest) = match behind.first_chunk() {
        Some(&[b':', s0, s1]) => (pair(s0, s1)?, behind.get(3..).unwrap_or_default()),
        _ => (0, behind),
    };
    if rest.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b':') {
        return None;
    }
    Some((LocalTime(day * DAY + clock(hour, minute, second)?), rest))
}

#[inline]
fn pair(tens: u8, ones: u8) -> Option<i64> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then_some(i64::from(tens) * 10 + i64::from(ones))
}

const SECOND: i64 = Instant::MICROSECONDS;
const DAY: i64 = 86_400 * SECOND;

/// Microseconds since midnight. A leap second counts as the second before it.
fn clock(hour: i64, minute: i64, second: i64) -> Option<i64> {
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..=60).contains(&second);
    fits.then_some(((hour * 60 + minute) * 60 + second.min(59)) * SECOND)
}

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar; absent where there is no such date.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if !(1..=length).contains(&day) || !(1..=9999).contains(&year) {
        return None;
    }
    // Howard Hinnant's days_from_civil: years start in March, so that the leap day is the last.
    let shifted = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// `20240304`, `20240304050607`, or seconds (10 digits) or milliseconds (13) since 1970.
fn read_digits(text: &str) -> Option<DateCell> {
    let bytes = text.as_bytes();
    let number: i64 = text.parse().ok()?;
    match bytes.len() {
        8 | 14 => {
            let year = two_digits(bytes, 0)? * 100 + two_digits(bytes, 2)?;
            let day = days(year, two_digits(bytes, 4)?, two_digits(bytes, 6)?)?;
            let time = match bytes.len() {
                14 => clock(two_digits(bytes, 8)?, two_digits(bytes, 10)?, two_digits(bytes, 12)?)?,
                _ => 0,
            };
            Some(DateCell::Local { time: LocalTime(day * DAY + time), order: None })
        }
        9 | 10 => Instant::from_seconds(number).map(DateCell::Instant),
        13 => Instant::from_microseconds(number.checked_mul(1_000)?).map(DateCell::Instant),
        _ => None,
    }
}

/// `20240304T050607`, `20240304T0506`, `20240304T05:06:07`, with a fraction or a zone behind it.
fn read_compact(bytes: &[u8]) -> Option<DateCell> {
    let (date, behind) = bytes.split_at_checked(8)?;
    let ([b'T' | b't', time @ ..], Some(DateCell::Local { time: LocalTime(day), .. })) =
        (behind, read_digits(std::str::from_utf8(date).ok()?))
    else {
        return None;
    };
    let length = time.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let second = match length {
        4 => Some(0),
        6 => two_digits(time, 4),
        0 => None,
        _ => {
            let (time, rest) = read_time(behind)?;
            return finish(LocalTime(day + time), None, rest);
        }
    };
    let time_of_day = clock(two_digits(time, 0)?, two_digits(time, 2)?, second?)?;
    finish(LocalTime(day + time_of_day), None, time.get(length..).unwrap_or_default())
}

/// A run of digits at the start, its length, and what follows.
fn number(bytes: &[u8]) -> Option<(i64, usize, &[u8])> {
    let (mut value, mut length) = (0_i64, 0);
    while let Some(digit @ b'0'..=b'9') = bytes.get(length) {
        value = value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
        length += 1;
    }
    let rest = bytes.get(length..).filter(|_| length > 0)?;
    Some((value, length, rest))
}

/// The full year of one written with two digits: 1969 to 2068, as POSIX `strptime` reads it.
fn full_year(year: i64, length: usize) -> i64 {
    match (length, year) {
        (1 | 2, 0..=68) => 2_000 + year,
        (1 | 2, _) => 1_900 + year,
        _ => year,
    }
}

/// `3/4/2024`, `03.04.24`, `2024/3/4`, with a time behind it.
fn read_numeric(bytes: &[u8]) -> Option<DateCell> {
    let (first, first_length, rest) = number(bytes)?;
    let (&separator, rest) = rest.split_first()?;
    if !matches!(separator, b'/' | b'.' | b'-') {
        return None;
    }
    let (second, second_length, rest) = number(rest)?;
    let (&again, rest) = rest.split_first()?;
    let (third, third_length, rest) = number(rest)?;
    if again != separator || second_length > 2 {
        return None;
    }
    let (time, rest) = read_time(rest)?;
    let local = |year, month, day| days(year, month, day).map(|day| LocalTime(day * DAY + time));
    if first_length == 4 {
        return finish(local(first, second, third)?, None, rest);
    }
    if first_length > 2 || third_length == 3 || third_length > 4 {
        return None;
    }
    let year = full_year(third, third_length);
    // Dots part day.month.year everywhere they are used.
    let day_first = local(year, second, first);
    let month_first = if separator == b'.' { None } else { local(year, first, second) };
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if first != second => {
            if rest.is_empty() {
                Some(DateCell::TwoWays { day_first, month_first })
            } else {
                None
            }
        }
        (Some(time), Some(_)) => finish(time, None, rest),
        (Some(time), None) => finish(time, (separator != b'.').then_some(DayOrder::DayFirst), rest),
        (None, Some(time)) => finish(time, Some(DayOrder::MonthFirst), rest),
        (None, None) => None,
    }
}

/// A time of day behind a date: ` 5:06`, ` 05:06:07.5 pm`, `T05:06`, or nothing. Gives microseconds and what follows.
fn read_time(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let trimmed = bytes.trim_ascii_start();
    let trimmed = trimmed.strip_prefix(b",").map_or(trimmed, <[u8]>::trim_ascii_start);
    let trimmed = trimmed.strip_prefix(b"at ").or(trimmed.strip_prefix(b"T")).unwrap_or(trimmed);
    if !trimmed.first().is_some_and(u8::is_ascii_digit) {
        return Some((0, trimmed));
    }
    let (mut hour, _, mut rest) = number(trimmed)?;
    let (mut minute, mut second, mut fraction) = (0, 0, 0);
    if let Some(behind) = rest.strip_prefix(b":") {
        let (value, 2, behind) = number(behind)? else { return None };
        (minute, rest) = (value, behind);
        if let Some(behind) = rest.strip_prefix(b":") {
            let (value, 2, behind) = number(behind)? else { return None };
            (second, rest) = (value, behind);
            (fraction, rest) = read_fraction(rest);
        }
    }
    match half_of_day(rest.trim_ascii_start()) {
        Some((half, behind)) if (1..=12).contains(&hour) => {
            hour = hour % 12 + half;
            rest = behind;
        }
        // A lone number behind a date is no time of day.
        _ if trimmed.len() - rest.len() <= 2 => return None,
        _ => {}
    }
    Some((clock(hour, minute, second)? + fraction, rest))
}

/// `AM`, `p.m.`: how many hours are to be added to one of the clock face, and what follows.
fn half_of_day(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let names: [(&[u8], i64); 4] = [(b"am", 0), (b"pm", 12), (b"a.m.", 0), (b"p.m.", 12)];
    names.into_iter().find_map(|(name, hours)| {
        let (start, behind) = bytes.split_at_checked(name.len())?;
        start.eq_ignore_ascii_case(name).then_some((hours, behind))
    })
}

/// `.5`, `,123456`: microseconds, further digits cut off; and what follows.
fn read_fraction(bytes: &[u8]) -> (i64, &[u8]) {
    let Some((b'.' | b',', digits)) = bytes.split_first() else { return (0, bytes) };
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = (0..6).fold(0, |value, place| {
        let digit = digits.get(..length).and_then(|digits| digits.get(place));
        value * 10 + digit.map_or(0, |byte| i64::from(byte - b'0'))
    });
    if length == 0 { (0, bytes) } else { (value, digits.get(length..).unwrap_or_default()) }
}

/// A zone behind a time, or nothing, ends the cell.
fn finish(time: LocalTime, order: Option<DayOrder>, rest: &[u8]) -> Option<DateCell> {
    let (fraction, rest) = read_fraction(rest);
    let time = LocalTime(time.0 + fraction);
    let rest = rest.trim_ascii();
    if rest.is_empty() {
        return Some(DateCell::Local { time, order });
    }
    let offset = read_zone(without_remark(rest))?;
    Instant::from_microseconds(time.0 - offset * SECOND).map(DateCell::Instant)
}

/// The offset of a zone that is written as one, `UTC`, `GMT+02:00`, `-0800`, in capital letters: seconds east of UTC.
pub(crate) fn zone_offset(upper: &str) -> Option<i64> {
    read_zone(upper.as_bytes())
}

/// An offset without the name of its zone behind it: `+0100 (Central European Standard Time)`, `+01:00[Europe/Berlin]`.
fn without_remark(zone: &[u8]) -> &[u8] {
    let opening = match zone.last() {
        Some(b')') => b'(',
        Some(b']') => b'[',
        _ => return zone,
    };
    let at = memchr::memchr(opening, zone).unwrap_or(zone.len());
    zone.get(..at).unwrap_or_default().trim_ascii_end()
}

/// The names of zones that mean one offset wherever dates of mails do (RFC 5322), in hours east of UTC.
const ZONE_NAMES: [(&[u8], i64); 8] = [
    (b"EST", -5),
    (b"EDT", -4),
    (b"CST", -6),
    (b"CDT", -5),
    (b"MST", -7),
    (b"MDT", -6),
    (b"PST", -8),
    (b"PDT", -7),
];

fn read_zone(zone: &[u8]) -> Option<i64> {
    if let Some((_, hours)) = ZONE_NAMES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)) {
        return Some(hours * 3_600);
    }
    let offset = match zone.split_first_chunk::<3>() {
        Some((name, rest)) if name.eq_ignore_ascii_case(b"UTC") || name.eq_ignore_ascii_case(b"GMT") => rest,
        _ if zone.eq_ignore_ascii_case(b"Z") => b"",
        _ => zone,
    };
    if offset.is_empty() { Some(0) } else { read_offset(offset) }
}

/// `+05:30`, `-0800`, `+2`: seconds east of UTC.
fn read_offset(bytes: &[u8]) -> Option<i64> {
    let (sign, digits) = match bytes.split_first()? {
        (b'+', digits) => (1, digits),
        (b'-', digits) => (-1, digits),
        _ => return None,
    };
    let (value, length, rest): (i64, usize, &[u8]) = number(digits)?;
    let (hours, minutes) = match (length, rest) {
        (1 | 2, []) => (value, 0),
        (4, []) => (value / 100, value % 100),
        (1 | 2, [b':', minutes @ ..]) => {
            (value, number(minutes).filter(|(_, length, rest)| *length == 2 && rest.is_empty())?.0)
        }
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// `Mar 4, 2024`, `4. März 2024`, `2024-Mar-04`, `4 March 2024 5:06 PM`, `Mon, 04 Mar 2024 05:06:07 +0000`,
/// `Mon Mar  4 05:06:07 2024`.
fn read_words(text: &str) -> Option<DateCell> {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    let (mut month, mut day, mut year, mut time) = (None, None, None, None);
    while year.is_none() || month.is_none() || day.is_none() {
        rest = rest.trim_start_matches([' ', ',', '-', '.', '/', '\'']);
        let length = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(length).filter(|(word, _)| !word.is_empty())?;
        if behind.starts_with(':') && month.is_some() && day.is_some() && time.is_none() {
            let (read, left) = read_time(rest.as_bytes())?;
            time = Some(read);
            rest = rest.get(rest.len() - left.len()..)?;
            continue;
        }
        rest = behind;
        if word.chars().all(char::is_alphabetic) {
            match date_words::month(word) {
                Some(found) if month.is_none() => month = Some(found),
                _ if date_words::is_filler(word) => {}
                _ => return None,
            }
            continue;
        }
        let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
        let ordinal = word.get(digits.len()..).unwrap_or_default();
        let value: i64 = digits.parse().ok()?;
        if !matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "er") {
            return None;
        }
        if digits.len() <= 2 && day.is_none() {
            day = Some(value);
        } else if year.is_none() && (digits.len() == 4 || (digits.len() == 2 && month.is_some())) {
            year = Some(full_year(value, digits.len()));
        } else {
            return None;
        }
    }
    let (time, rest) = match time {
        Some(time) => (time, rest.as_bytes()),
        None => read_time(rest.as_bytes())?,
    };
    let local = LocalTime(days(year?, month?, day?)? * DAY + time);
    finish(local, None, rest)
}
