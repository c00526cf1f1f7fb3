//! A member's releases as an iCalendar (RFC 5545), for the calendar on their telephone. Does not compute releases, nor who the
//! member is.
//!
//! The text is written here and not by a crate: `icalendar` brings a clock and randomness into the tree, and `ics` 0.5.8 folds lines that go
//! on at 76 octets, where RFC 5545 §3.1 has 75. The tests read it with `icalendar`.

use chrono::SubsecRound as _;
use uuid::Uuid;

use super::{Offering, Release, ReleaseState};
use crate::Instant;

/// The namespace of the events' identifiers: `urn:memberferry:release-calendar`.
const NAMESPACE: Uuid = Uuid::from_u128(0xf19e9cda_07d2_5a1a_80d4_0b0811d8df91);
/// The most octets in a line, its end not counted (RFC 5545 §3.1).
const LINE: usize = 75;

/// The openings and closings of a member's modules as an iCalendar (RFC 5545), in order of time.
///
/// `member` is any name of the member that stays; it is part of the events' identifiers, which are the same whenever the calendar
/// is made, so that a calendar that subscribed to it moves an event instead of showing it twice. `at` is when it was made. Instants
/// are cut to whole seconds; what has no known instant is left out. Events take no time and leave their hour free.
///
/// ```
/// use memberferry::{Enrollment, Offering, ScheduleOptions, Zone, release_calendar, release_schedule};
/// let offering: Offering = serde_json::from_str(r#"{"id": "watercolour", "name": "Watercolour", "modules": [
///     {"id": "brushes", "name": "Brushes"},
///     {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}
/// ]}"#)?;
/// let at = "2024-05-02T00:00:00Z".parse()?;
/// let enrollment = Enrollment::new(offering.id.clone(), "2024-05-01T09:00:00Z".parse()?);
/// let releases = release_schedule(&offering, &enrollment, &ScheduleOptions::new(Zone::UTC, at))?;
/// let calendar = release_calendar("user-7", [(&offering, releases.as_slice())], at);
/// assert!(calendar.contains("DTSTART:20240508T090000Z\r\nSUMMARY:Watercolour: Washes opens\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn release_calendar<'a>(
    member: &str,
    schedules: impl IntoIterator<Item = (&'a Offering, &'a [Release])>,
    at: Instant,
) -> String {
    let mut events: Vec<Event<'_>> = Vec::new();
    for (offering, releases) in schedules {
        for release in releases {
            events.extend(Event::of(offering, release));
        }
    }
    // Stable: what happens at one instant keeps the order of the schedules.
    crate::order::sort_by_key(&mut events, |event| event.at);
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Memberferry//Releases//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    for event in events {
        event.write(member, at, &mut calendar);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

/// Something that happens to a module at an instant.
struct Event<'a> {
    at: Instant,
    /// `opens` or `closes`.
    what: &'static str,
    offering: &'a Offering,
    release: &'a Release,
}

impl<'a> Event<'a> {
    fn of(offering: &'a Offering, release: &'a Release) -> impl Iterator<Item = Event<'a>> {
        let has_opened = release.opens_at.is_some() || release.state == ReleaseState::Open;
        let closes_at = release.closes_at.filter(|_| has_opened);
        [(release.opens_at, "opens"), (closes_at, "closes")]
            .into_iter()
            .filter_map(move |(at, what)| Some(Event { at: at?, what, offering, release }))
    }

    fn write(&self, member: &str, at: Instant, calendar: &mut Calendar) {
        let Event { offering, release, what, .. } = self;
        // JSON keeps the parts apart, whatever characters they hold.
        let identity = serde_json::json!([member, offering.id, release.module, what]).to_string();
        let module = offering.modules.iter().find(|module| module.id == release.module);
        let name = module.map_or(release.module.as_str(), |module| module.name.as_str());
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", &format!("urn:uuid:{}", Uuid::new_v5(&NAMESPACE, identity.as_bytes())));
        calendar.line("DTSTAMP", &date_time(at));
        calendar.line("DTSTART", &date_time(self.at));
        calendar.line("SUMMARY", &escaped(&format!("{}: {name} {what}", offering.name)));
        if *what == "opens" && release.state != ReleaseState::Closed {
            calendar.line("DESCRIPTION", &escaped(&release.why.to_string()));
        }
        calendar.line("TRANSP", "TRANSPARENT");
        calendar.line("END", "VEVENT");
    }
}

/// Content lines, each ended by CRLF and folded where it is too long.
struct Calendar(String);

impl Calendar {
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            let octets = character.len_utf8();
            if length + octets > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += octets;
        }
        self.0.push_str("\r\n");
    }
}

/// An instant in the form of RFC 5545 §3.3.5.
fn date_time(at: Instant) -> String {
    at.to_datetime().trunc_subsecs(0).format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as RFC 5545 §3.3.11 has it; characters that no text may hold become spaces.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use icalendar::Component as _;

    use super::*;
    use crate::offering::{Enrollment, ScheduleOptions, release_schedule};
    use crate::{OfferingId, Zone};

    const WEEK: &str = r#"{"kind": "timer", "offset": {"amount": 7, "unit": "days"}}"#;

    fn calendar(name: &str, enrolled_at: &str, at: &str) -> String {
        let text = format!(
            r#"{{"id": "o", "name": "O", "modules": [{{"id": "a", "name": "A"}},
                {{"id": "b", "name": "B", "release": {WEEK}, "expiry": {WEEK}}}, {{"id": "c", "name": "C"}}]}}"#
        );
        let mut offering: Offering = serde_json::from_str(&text).unwrap();
        name.clone_into(&mut offering.name);
        let enrollment = Enrollment::new(OfferingId::new("o").unwrap(), enrolled_at.parse().unwrap());
        let at = at.parse().unwrap();
        let releases =
            release_schedule(&offering, &enrollment, &ScheduleOptions::new(Zone::UTC, at)).unwrap();
        release_calendar("user-7", [(&offering, releases.as_slice())], at)
    }

    /// Identifier, start and summary of each event, as another library reads them.
    fn read(text: &str) -> Vec<(String, String, String)> {
        let calendar: icalendar::Calendar = text.parse().unwrap();
        let events = calendar.components.iter().filter_map(|component| component.as_event());
        let event = |event: &icalendar::Event| {
            let start = event.property_value("DTSTART").unwrap().to_owned();
            (event.get_uid().unwrap().to_owned(), start, event.get_summary().unwrap().to_owned())
        };
        events.map(event).collect()
    }

    #[test]
    fn the_namespace_is_the_one_it_says() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:memberferry:release-calendar"));
    }

    const MAY: &str = "2024-05-01T09:00:00Z";

    #[test]
    fn openings_and_closings_are_read_by_another_library_in_order_of_time() {
        let events = read(&calendar("Watercolour", MAY, MAY));
        let shown: Vec<_> =
            events.iter().map(|(_, start, summary)| (start.as_str(), summary.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("20240501T090000Z", "Watercolour: A opens"),
                ("20240508T090000Z", "Watercolour: B opens"),
                ("20240515T090000Z", "Watercolour: B closes"),
            ]
        );
    }

    #[test]
    fn an_event_keeps_its_identifier_when_it_is_moved_and_when_the_calendar_is_made_anew() {
        let ids = |text: &str| read(text).into_iter().map(|(id, ..)| id).collect::<Vec<_>>();
        let first = ids(&calendar("Watercolour", MAY, MAY));
        assert_eq!(first, ids(&calendar("Watercolours", "2024-06-01T09:00:00Z", "2024-06-20T00:00:00Z")));
        let distinct: std::collections::BTreeSet<_> = first.iter().collect();
        assert_eq!(distinct.len(), 3);
    }

    #[test]
    fn names_are_escaped_and_long_lines_folded_between_characters() {
        let name = format!("{}; a, b\\c\nd\u{7}", "Ünïcødé 老虎 ".repeat(20));
        let text = calendar(&name, MAY, MAY);
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\u{7}'])));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("\\; a\\, b\\\\c\\nd : A opens\r\n"), "{unfolded}");
        assert_eq!(read(&text).len(), 3);
    }

    #[test]
    fn without_a_schedule_it_is_a_calendar_without_events() {
        let text = release_calendar("user-7", [], MAY.parse().unwrap());
        assert_eq!(
            text,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Memberferry//Releases//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n"
        );
    }
}
