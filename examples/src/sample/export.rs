//! The whole export: 2,000 people in two lists that were pasted together, what is wrong with some of them, and the numbers
//! of it all, counted while writing. Knows nothing of how it will be read.

use std::collections::BTreeMap;

use super::clock::DAY;
use super::people::{Course, Person, invent, password, tags};
use super::random::Random;
use super::row::{Encoding, Quoting, Row, write_header};

/// People drawn in all.
const PEOPLE: u64 = 2_000;
/// From here on the people come from an older tool's list.
const SECOND_LIST: u64 = 1_800;
/// The address of the target's administrator, who is a customer too.
pub const ADMINISTRATOR: &str = "harriet@harbour.example";
/// People who have an account on the target already.
pub const MEMBERS: [&str; 2] = ["otto.lind@example.com", "mina.sato@example.org"];

/// What was put into the export.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Data records.
    pub records: u64,
    /// Different people with an address that can be used.
    pub people: u64,
    /// Further records of people who stand there already.
    pub duplicates: u64,
    /// Those among them that were changed later, and differ.
    pub newer_duplicates: u64,
    /// Records without a usable address, by the code that should be found.
    pub bad_addresses: BTreeMap<&'static str, u64>,
    /// Records with more cells than columns.
    pub ragged: u64,
    /// Cells in the second encoding.
    pub foreign_cells: u64,
    /// Cells with a status that is none.
    pub unknown_statuses: u64,
    /// Cells with a time zone that is none.
    pub unknown_zones: u64,
    /// Cells with a date that is none.
    pub bad_dates: u64,
    /// People by what they may be sent.
    pub statuses: BTreeMap<&'static str, u64>,
    /// People in the course with some modules open and some to come.
    pub half_way: u64,
    /// People whose access to the course was taken away.
    pub revoked: u64,
    /// Every password that stands in the export.
    pub passwords: Vec<String>,
}

/// The export and its numbers.
pub struct Sample {
    /// The bytes of the file.
    pub csv: Vec<u8>,
    /// What is in it.
    pub facts: Facts,
}

/// Makes the export. The same bytes every time.
pub fn make() -> Sample {
    let mut random = Random::new(20_170_830);
    let mut sample = Sample { csv: Vec::new(), facts: Facts::default() };
    write_header(&mut sample.csv);
    let mut again: Vec<(u64, Row)> = Vec::new();
    for number in 0..PEOPLE {
        let encoding =
            if number >= SECOND_LIST && random.percent(15) { Encoding::Windows1252 } else { Encoding::Utf8 };
        let mut person = invent(&mut random, number, encoding);
        dress(&mut person, number);
        match (bad_address(&person.row.email, number), number) {
            (Some((code, address)), _) => {
                person.row.email = address;
                *sample.facts.bad_addresses.entry(code).or_default() += 1;
            }
            (None, 411 | 1_290) => {
                person.row.company = "Paper, Ink & Co.".to_owned();
                person.row.quoting = Quoting::Forgotten;
                if person.row.password.is_empty() {
                    person.row.password = password(&mut random);
                }
                sample.facts.ragged += 1;
            }
            (None, _) => {
                sample.count(&person, number);
                if number % 33 == 5 && number < SECOND_LIST {
                    again.push((SECOND_LIST + again.len() as u64 * 3, person.row.clone()));
                }
            }
        }
        sample.write(&person.row);
        // The second list knows some people of the first.
        while let Some((at, row)) = again.pop_if_due(number) {
            let row = duplicate(&mut random, row, at, &mut sample.facts);
            sample.write(&row);
        }
    }
    sample
}

/// A queue that gives its first entry once its time has come.
trait Due<T> {
    fn pop_if_due(&mut self, now: u64) -> Option<(u64, T)>;
}

impl<T> Due<T> for Vec<(u64, T)> {
    fn pop_if_due(&mut self, now: u64) -> Option<(u64, T)> {
        let due = self.first().is_some_and(|(at, _)| *at <= now);
        due.then(|| self.remove(0))
    }
}

impl Sample {
    fn write(&mut self, row: &Row) {
        self.facts.foreign_cells += row.write(&mut self.csv);
        self.facts.records += 1;
        if !row.password.is_empty() {
            self.facts.passwords.push(row.password.clone());
        }
    }

    fn count(&mut self, person: &Person, number: u64) {
        let facts = &mut self.facts;
        facts.people += 1;
        let status = if becomes_opted_out(number) { "Opted Out" } else { person.row.email_status.as_str() };
        *facts.statuses.entry(status_name(status)).or_default() += 1;
        facts.unknown_statuses += u64::from(status == "Provided");
        facts.unknown_zones += u64::from(person.row.time_zone == "Eastern Time");
        facts.bad_dates += u64::from(person.row.created_as.is_some());
        facts.half_way += u64::from(matches!(person.course, Course::Modules(1..=3)));
        facts.revoked += u64::from(person.course == Course::Revoked);
    }
}

/// The people who are not like everybody else.
fn dress(person: &mut Person, number: u64) {
    let row = &mut person.row;
    match number {
        16 => {
            (row.first_name, row.last_name) = ("Harriet".to_owned(), "Quill".to_owned());
            row.email = ADMINISTRATOR.to_owned();
        }
        40 => name(row, "Otto", "Lind", MEMBERS[0]),
        41 => name(row, "Mina", "Sato", MEMBERS[1]),
        // An address in letters of its own; the second list writes its domain in ASCII.
        302 => row.email = "lesekreis@bücher.example".to_owned(),
        501 | 900 | 1_300 => row.email_status = "Provided".to_owned(),
        600 | 1_000 => row.time_zone = "Eastern Time".to_owned(),
        700 => row.created_as = Some("13/45/2019 9:00 AM"),
        1_100 => row.created_as = Some("yesterday"),
        // One contact id under two addresses: somebody edited the file.
        1_650 => row.id = 1_000 + 2 * 1_200,
        // A spreadsheet would run this. Nothing here does.
        800 => row.note = "=HYPERLINK(\"https://example.com/?\"&A1,\"prize\")".to_owned(),
        _ => {}
    }
}

fn name(row: &mut Row, first: &str, last: &str, email: &str) {
    (row.first_name, row.last_name, row.email) = (first.to_owned(), last.to_owned(), email.to_owned());
    row.city = "Utrecht".to_owned();
    if !row.tags.contains(&tags::GUIDE) {
        row.tags.push(tags::GUIDE);
    }
}

/// Every hundredth address cannot be used, each in another way.
fn bad_address(address: &str, number: u64) -> Option<(&'static str, String)> {
    if number % 100 != 57 {
        return None;
    }
    let (local, domain) = address.split_once('@')?;
    Some(match number / 100 % 11 {
        0 => ("email-invalid", format!("{local}.{domain}")),
        1 => ("email-invalid", format!("{local}@@{domain}")),
        2 => ("email-invalid", format!("{local}@example")),
        3 => ("email-missing", String::new()),
        4 => ("email-display-name", format!("Somebody <{address}>")),
        5 => ("email-invalid", format!("{local}.@{domain}")),
        6 => ("email-comment", format!("{local}(work)@{domain}")),
        7 => ("email-quoted-local", format!("\"{}\"@{domain}", local.replace('.', " "))),
        8 => ("email-address-literal", format!("{local}@[192.0.2.7]")),
        9 => ("email-invalid", format!("{local}@example..com")),
        _ => ("email-missing", "   ".to_owned()),
    })
}

/// Whether the second list says of a person of the first that they opted out.
fn becomes_opted_out(number: u64) -> bool {
    matches!(number, 104 | 368 | 566)
}

/// The number of the person in the first list whose record comes again at a place of the second.
fn duplicate(random: &mut Random, first: Row, at: u64, facts: &mut Facts) -> Row {
    let mut row = first.clone();
    facts.duplicates += 1;
    row.id = 9_000 + at;
    row.email = match at % 4 {
        0 => first.email.to_uppercase(),
        1 => format!(" {}", first.email),
        2 => format!("{} ", title_case(&first.email)),
        _ => title_case(&first.email),
    };
    if first.email.starts_with("lesekreis") {
        row.email = "LESEKREIS@xn--bcher-kva.example".to_owned();
    }
    let number = (first.id - 1_000) / 2;
    if becomes_opted_out(number) {
        row.email_status = "Opted Out".to_owned();
    }
    if at.is_multiple_of(9) {
        // Moved house, and somebody kept this record up to date.
        facts.newer_duplicates += 1;
        row.updated.0 = first.updated.0 + DAY + random.below(20 * DAY);
        (row.city, row.state, row.postal_code, row.country, row.time_zone) = (
            "Lisbon".to_owned(),
            String::new(),
            "1100-148".to_owned(),
            "Portugal".to_owned(),
            "Europe/Lisbon".to_owned(),
        );
        if !first.password.is_empty() {
            row.password = password(random);
        }
    } else {
        // The older tool knew less.
        (row.phone, row.street, row.password, row.note) = <(String, String, String, String)>::default();
    }
    if !row.tags.contains(&tags::BROADCAST) {
        row.tags.push(tags::BROADCAST);
    }
    row
}

fn title_case(address: &str) -> String {
    let mut letters = address.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn status_name(word: &str) -> &'static str {
    match word {
        "Single Opt In" | "Confirmed" => "subscribed",
        "Unconfirmed" => "unconfirmed",
        "Non-Marketable" => "inactive",
        "Opted Out" => "unsubscribed",
        "Hard Bounce" => "bounced",
        "Reported Spam" => "complained",
        _ => "unknown",
    }
}
