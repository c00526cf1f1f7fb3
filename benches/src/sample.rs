//! The file that is measured: a contact export of any length, the same bytes for the same length and seed.

use std::io::{self, Write};

use crate::random::Random;

const FIRST: &[&str] = &[
    "Ada", "Grace", "Mary", "Emmy", "Sofia", "Rosalind", "Hedy", "Joan", "Maryam", "Chien", "James",
    "Robert", "Wei", "Olga", "Pierre", "Mateo",
];
const LAST: &[&str] = &[
    "Lovelace",
    "Hopper",
    "Somerville",
    "Noether",
    "Kovalevskaya",
    "Franklin",
    "Lamarr",
    "Clarke",
    "Mirzakhani",
    "Wu",
    "Smith",
    "Johnson",
    "Brown",
    "Miller",
    "Wilson",
];
/// Names that are not ASCII, composed and decomposed (as sheets made on a Mac carry them).
const FIRST_ELSEWHERE: &[&str] =
    &["José", "Zoë", "Søren", "Jürgen", "Анна", "さくら", "Jose\u{301}", "Zoe\u{308}"];
const LAST_ELSEWHERE: &[&str] =
    &["García", "Müller", "Nuñez", "Иванова", "田中", "Garci\u{301}a", "Mu\u{308}ller"];
const DOMAINS: &[&str] = &["example.com", "example.org", "example.net", "mail.example.com", "studio.example"];
const COMPANIES: &[&str] =
    &["Acme", "Globex", "Initech", "Umbrella", "Soylent", "Vandelay", "Wonka", "Tyrell"];
const COUNTRIES: &[&str] = &["US", "US", "US", "GB", "CA", "AU", "DE", "FR", "NL", "ES"];
const SOURCES: &[&str] =
    &["google", "facebook", "newsletter", "podcast", "affiliate", "webinar", "direct", ""];
const KINDS: &[&str] =
    &["Customer", "Lead", "VIP", "Webinar", "Course", "Newsletter", "Beta", "Podcast", "Challenge"];
const NAMES: &[&str] =
    &["2021", "2022", "2023", "2024", "Launch", "Spring", "Upsell", "Free", "Paid", "Alumni", "Trial"];
const WORDS: &[&str] =
    &["asked", "about", "the", "course", "wants", "a", "call", "back", "loves", "podcast", "summit"];

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Writes an export of `rows` contacts: 1 % bad addresses, 3 % duplicates by case or space, quoted commas and line
/// breaks, about six of a hundred tags each, some decomposed Unicode, three ways to write a date.
pub fn write(rows: u64, out: &mut impl Write) -> io::Result<()> {
    let mut random = Random(42);
    let mut recent: Vec<String> = Vec::new();
    out.write_all(
        b"id,email,first_name,last_name,email status,created_at,tags,company,phone,country,utm_source,birthday,notes\n",
    )?;
    for row in 0..rows {
        let (first, last) = match random.below(100) {
            0..6 => (random.pick(FIRST_ELSEWHERE), random.pick(LAST_ELSEWHERE)),
            _ => (random.pick(FIRST), random.pick(LAST)),
        };
        let domain = random.pick(DOMAINS);
        let fate = random.below(1_000);
        let email = match fate {
            0..10 => match random.below(4) {
                0 => format!("member{row}"),
                1 => format!("member {row}@{domain}"),
                2 => format!("member{row}@@{domain}"),
                _ => format!("member{row}@localhost"),
            },
            10..40 if !recent.is_empty() => {
                let index = usize::try_from(random.below(recent.len() as u64)).unwrap_or_default();
                let earlier = recent.get(index).cloned().unwrap_or_default();
                if random.one_in(2) { earlier.to_uppercase() } else { format!(" {earlier}") }
            }
            _ => format!("member.{}{row}@{domain}", random.pick(WORDS)),
        };
        if fate >= 40 {
            if recent.len() < 50_000 {
                recent.push(email.clone());
            } else if let Some(place) = recent.get_mut(usize::try_from(row % 50_000).unwrap_or_default()) {
                place.clone_from(&email);
            }
        }
        let status = match random.below(100) {
            0..82 => "active",
            82..94 => "unsubscribed",
            94..97 => "bounced",
            97..98 => "complained",
            _ => "cancelled",
        };
        let (year, month, day) = (2015 + random.below(11), 1 + random.below(12), 1 + random.below(28));
        let (hour, minute, second) = (random.below(24), random.below(60), random.below(60));
        let created = match random.below(100) {
            0..80 => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC"),
            80..90 => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}-05:00"),
            90..98 => format!("{month:02}/{day:02}/{year:04} {hour:02}:{minute:02}"),
            98 => String::new(),
            _ => format!("{year:04}-13-{day:02}"),
        };
        let tags: Vec<String> = (0..random.below(5) + random.below(5) + random.below(5))
            .map(|_| format!("{} - {}", random.pick(KINDS), random.pick(NAMES)))
            .collect();
        let company = match random.below(10) {
            0..6 => String::new(),
            6 => format!("{}, Inc.", random.pick(COMPANIES)),
            _ => random.pick(COMPANIES).to_owned(),
        };
        let phone =
            if random.one_in(2) { String::new() } else { format!("+1 555-010-{:04}", random.below(10_000)) };
        let birthday = if random.below(10) < 7 {
            String::new()
        } else {
            format!("19{:02}-{month:02}-{day:02}", 50 + random.below(50))
        };
        let mut notes: Vec<&str> = (0..random.below(16)).map(|_| random.pick(WORDS)).collect();
        if random.below(10) < 6 {
            notes.clear();
        }
        let notes =
            if random.one_in(40) { format!("said \"yes\"\n{}", notes.join(" ")) } else { notes.join(" ") };
        writeln!(
            out,
            "{},{},{first},{last},{status},{created},{},{},{phone},{},{},{birthday},{}",
            100_000 + row,
            quoted(&email),
            quoted(&tags.join(",")),
            quoted(&company),
            random.pick(COUNTRIES),
            random.pick(SOURCES),
            quoted(&notes),
        )?;
    }
    Ok(())
}
