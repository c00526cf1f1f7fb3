//! Invents one person at a time: names, place, dates, and what they have of the site. Knows nothing of what goes wrong in
//! an export; that is `export`'s.

use super::clock::{DAY, END, Minute};
use super::random::Random;
use super::row::{Encoding, Row};
use super::words;

/// The source's tags, with their numbers there.
pub mod tags {
    pub const COURSE: (u32, &str) = (101, "Course: Watercolour");
    pub const MODULES: [(u32, &str); 4] = [
        (102, "Course: Watercolour Module 1"),
        (103, "Course: Watercolour Module 2"),
        (104, "Course: Watercolour Module 3"),
        (105, "Course: Watercolour Module 4"),
    ];
    pub const COURSE_BOUGHT: (u32, &str) = (106, "Course: Watercolour Bought");
    pub const COURSE_REVOKED: (u32, &str) = (107, "Course: Watercolour Revoked");
    pub const CIRCLE: (u32, &str) = (120, "Membership: Harbour Circle");
    pub const CIRCLE_CANCELLED: (u32, &str) = (121, "Membership: Harbour Circle Cancelled");
    pub const CIRCLE_FAILED: (u32, &str) = (122, "Membership: Harbour Circle Payment Failed");
    pub const GUIDE: (u32, &str) = (140, "Opt-in: Sketching Guide");
    pub const NEWSLETTER: (u32, &str) = (150, "Newsletter");
    pub const VIP: (u32, &str) = (160, "VIP");
    pub const VIP_AGAIN: (u32, &str) = (161, "vip");
    pub const WORKSHOP: (u32, &str) = (170, "Workshop, evening");
    pub const BROADCAST: (u32, &str) = (180, "Broadcast: Spring Sale");
}

/// How far somebody is in the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Not in it.
    No,
    /// So many modules open.
    Modules(usize),
    /// Access was taken away.
    Revoked,
}

/// An invented person.
pub struct Person {
    pub row: Row,
    pub course: Course,
}

/// Invents a person with a number that no other has.
pub fn invent(random: &mut Random, number: u64, encoding: Encoding) -> Person {
    let (first, first_spelt, last, last_spelt) = match encoding {
        Encoding::Windows1252 => {
            let ((first, first_spelt), (last, last_spelt)) =
                (random.pick(words::FIRST), random.pick(words::WESTERN));
            // The old tool had no letters beyond Western Europe's.
            let first = if first.chars().all(|letter| letter < '\u{100}') { first } else { "Anna" };
            (first, first_spelt, last, last_spelt)
        }
        Encoding::Utf8 => {
            let names = if random.percent(2) { words::DECOMPOSED } else { words::FIRST };
            let ((first, first_spelt), (last, last_spelt)) = (random.pick(names), random.pick(words::LAST));
            (first, first_spelt, last, last_spelt)
        }
    };
    let [city, state, postal_code, country, time_zone] = random.pick(words::PLACES);
    let created = Minute(random.below(END - 60 * DAY));
    let updated = Minute(created.0 + random.below(END - 30 * DAY - created.0));
    let mut row = Row {
        id: 1_000 + number * 2,
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        company: random.pick(words::COMPANIES).to_owned(),
        phone: phone(random, country),
        email: format!("{first_spelt}.{last_spelt}{number}@{}", random.pick(words::DOMAINS)),
        email_status: email_status(random).to_owned(),
        created,
        updated,
        note: random.pick(words::NOTES).to_owned(),
        encoding,
        ..Row::default()
    };
    if random.percent(70) {
        row.street = format!("{} {}", random.pick(words::STREETS), 1 + random.below(120));
        row.city = city.to_owned();
        row.state = state.to_owned();
        row.postal_code = postal_code.to_owned();
        row.country = country.to_owned();
        row.time_zone = time_zone.to_owned();
    }
    if random.percent(4) {
        row.referral_code = format!("PARTNER{}", 10 + random.below(8));
    }
    let course = give_tags(random, &mut row);
    Person { row, course }
}

/// Half of all are on the newsletter only, a third are in the course, a sixth in the membership; some in both.
fn give_tags(random: &mut Random, row: &mut Row) -> Course {
    let mut course = Course::No;
    if random.percent(60) {
        row.tags.push(tags::NEWSLETTER);
    }
    if random.percent(30) {
        row.tags.push(tags::GUIDE);
    }
    if random.percent(33) {
        let modules = usize::try_from(1 + random.below(4)).unwrap_or(1);
        row.tags.extend([tags::COURSE_BOUGHT, tags::COURSE]);
        row.tags.extend(tags::MODULES.iter().take(modules));
        course = Course::Modules(modules);
        if random.percent(2) {
            row.tags.push(tags::COURSE_REVOKED);
            course = Course::Revoked;
        }
    }
    let mut member = false;
    if random.percent(16) {
        row.tags.push(tags::CIRCLE);
        member = true;
        if random.percent(5) {
            row.tags.push(tags::CIRCLE_FAILED);
        } else if random.percent(4) {
            row.tags.push(tags::CIRCLE_CANCELLED);
        }
    }
    if random.percent(3) {
        row.tags.push(if random.percent(70) { tags::VIP } else { tags::VIP_AGAIN });
    }
    if random.percent(4) {
        row.tags.push(tags::WORKSHOP);
    }
    if random.percent(12) {
        row.tags.push(tags::BROADCAST);
    }
    if course != Course::No || member {
        row.password = password(random);
    }
    course
}

/// A password that occurs nowhere else, so that a search for it finds nothing else.
pub fn password(random: &mut Random) -> String {
    format!("{}-{}", random.text(7, words::PASSWORD), random.text(7, words::PASSWORD))
}

fn phone(random: &mut Random, country: &str) -> String {
    let line = random.below(100);
    match random.below(10) {
        0..=4 => String::new(),
        // Keap guards a number that starts with a plus sign, and pads it.
        5..=7 if country == "United States" => format!("'+1 555 010 01{line:02}  "),
        5..=7 => format!("'+44 1632 9600{line:02}"),
        8 => format!("(555) 010-01{line:02} (Work)"),
        _ => format!("555.010.01{line:02}"),
    }
}

fn email_status(random: &mut Random) -> &'static str {
    match random.below(100) {
        0..=69 => "Single Opt In",
        70..=75 => "Confirmed",
        76..=80 => "Unconfirmed",
        81..=87 => "Non-Marketable",
        88..=94 => "Opted Out",
        95..=97 => "Hard Bounce",
        98 => "Reported Spam",
        _ => "",
    }
}
