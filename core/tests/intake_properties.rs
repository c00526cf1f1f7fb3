//! Laws of reading and merging, for any input: chunks make no difference, nothing is lost, consent only tightens, and what
//! is written reads back.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use memberferry::{
    ConsentEvidence, Contact, ContactReader, Contacts, DuplicatesPolicy, Email, Instant, Intake, IntakeError,
    Limits, Marketing, MarketingStatus, ReadOptions, TableOptions, TagName, detect, merge_contacts,
    read_contacts, read_table,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[path = "support/inputs.rs"]
mod inputs;

use inputs::{address, cell, csv, records, wild};

/// What a caller can say, mostly nothing; the limits now and then so low that they are passed.
fn options() -> impl Strategy<Value = ReadOptions> {
    let delimiter = proptest::option::weighted(0.2, select(vec![',', ';', '\t', '"', '\n', 'e', '\0']));
    let encoding =
        proptest::option::weighted(0.2, select(vec!["utf-8", "utf-16le", "windows-1252", "shift_jis"]));
    let profile = proptest::option::weighted(0.2, select(vec!["keap", "mailchimp", "kit", "generic"]));
    let header_line = proptest::option::weighted(0.2, 0..6_u64);
    let small = (0..4_u32, 0..30_u32, 0..60_u32, 0..3_u32);
    let limits = proptest::option::weighted(0.2, small).prop_map(|small| {
        small.map_or_else(Limits::default, |(columns, cell_bytes, record_bytes, tags)| Limits {
            columns,
            cell_bytes,
            record_bytes,
            tags_per_contact: tags,
            distinct_tags: tags,
            issues: tags,
            ..Limits::default()
        })
    });
    (delimiter, encoding, profile, header_line, limits, any::<(bool, Option<bool>)>()).prop_map(
        |(delimiter, encoding, profile, header_line, limits, (repair_mojibake, day_first))| ReadOptions {
            delimiter,
            encoding: encoding.map(str::to_owned),
            profile: profile.map(str::to_owned),
            header_line,
            limits,
            repair_mojibake,
            day_first,
            ..ReadOptions::default()
        },
    )
}

/// How much a reader gathers before it decides anything; only behind it do chunks go through one by one.
const SAMPLE: usize = 1 << 20;

/// A header and long records, so many bytes in all.
fn filler(length: usize) -> Vec<u8> {
    let mut text = b"Email,Note,Tags\n".to_vec();
    while text.len() < length {
        let record = (length - text.len()).min(200_000);
        let note = "z".repeat(record.saturating_sub("ada@example.com,,\n".len()));
        text.extend_from_slice(format!("ada@example.com,{note},\n").as_bytes());
    }
    text
}

/// Reads an input in chunks that end at some places from `start` on.
fn in_chunks(
    input: &[u8],
    start: usize,
    cuts: &[Index],
    options: &ReadOptions,
) -> Result<Intake, IntakeError> {
    let mut places: BTreeSet<usize> =
        cuts.iter().map(|cut| start + cut.index(input.len() - start + 1)).collect();
    places.insert(input.len());
    let mut reader = ContactReader::new(options.clone())?;
    let mut start = 0;
    for place in places {
        reader.push(&input[start..place])?;
        start = place;
    }
    reader.finish()
}

/// Everything that a reading says, as text.
fn told(result: &Result<Intake, IntakeError>) -> String {
    match result {
        Ok(intake) => {
            let contacts: Vec<_> = people(&intake.contacts);
            let issues = serde_json::to_string(&intake.issues).unwrap();
            let detection = serde_json::to_string(&intake.detection).unwrap();
            format!("{contacts:?}\n{issues}\n{detection}\n{:?}\n{:?}", intake.stats, intake.set_aside)
        }
        Err(error) => format!("{error:?}"),
    }
}

fn people(contacts: &Contacts) -> Vec<Contact> {
    contacts.iter().map(|contact| contact.to_contact().unwrap()).collect()
}

/// What a field reads where its cell is this: without a guard, or without a spreadsheet's wrapper.
fn field(cell: &str) -> &str {
    let begins_a_formula = cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    match cell.strip_prefix('\'') {
        Some(guarded) if begins_a_formula => guarded,
        _ => cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell),
    }
}

/// Every record is a contact, part of one, or set aside.
fn adds_up(intake: &Intake) {
    let stats = intake.stats;
    assert_eq!(stats.records, stats.contacts + stats.duplicates + stats.set_aside);
    assert_eq!(stats.contacts, intake.contacts.len() as u64);
    assert_eq!(stats.set_aside, intake.set_aside.len() as u64);
    assert_eq!(stats.distinct_tags, intake.contacts.tag_book().len() as u64);
}

fn instant() -> impl Strategy<Value = Option<Instant>> {
    proptest::option::of(
        (0..4_i64).prop_map(|day| Instant::from_seconds(1_714_500_000 + day * 86_400).unwrap()),
    )
}

fn contact() -> impl Strategy<Value = Contact> {
    let tags = vec(select(vec!["A", "B", "C", "D"]), 0..3);
    let status = select(MarketingStatus::ALL.to_vec());
    let name = proptest::option::of(select(vec!["Ada", "Grace"]));
    (address(), status, instant(), instant(), tags, name).prop_map(
        |(address, status, at, updated_at, tags, name)| {
            let mut contact = Contact::new(Email::new(&address).unwrap());
            contact.marketing =
                Marketing { status, evidence: ConsentEvidence { at, ..ConsentEvidence::default() } };
            contact.updated_at = updated_at;
            contact.first_name = name.map(str::to_owned);
            let mut seen = BTreeSet::new();
            let tags = tags.into_iter().filter(|tag| seen.insert(*tag));
            contact.tags = tags.map(|tag| TagName::new(tag).unwrap()).collect();
            contact
        },
    )
}

fn policy() -> impl Strategy<Value = DuplicatesPolicy> {
    select(vec![DuplicatesPolicy::Newest, DuplicatesPolicy::LastRow])
}

fn list(contacts: &[Contact]) -> Contacts {
    contacts.iter().cloned().collect()
}

/// The status that holds where several records are one person: the strictest that is stated, unless somebody opted in later
/// than every stricter statement, each of which then has a date.
fn status_of(records: &[&Contact]) -> MarketingStatus {
    let stated: Vec<_> =
        records.iter().map(|contact| &contact.marketing).filter(|marketing| marketing.is_stated()).collect();
    let opt_in = stated.iter().filter(|marketing| marketing.status.is_mailable());
    let opted_in_at = opt_in.filter_map(|marketing| marketing.evidence.at).max();
    let mut stricter = stated.iter().filter(|marketing| !marketing.status.is_mailable());
    let is_earlier = |marketing: &&Marketing| marketing.evidence.at.is_some_and(|at| Some(at) < opted_in_at);
    if opted_in_at.is_some() && stricter.all(is_earlier) {
        MarketingStatus::Subscribed
    } else {
        stated.iter().map(|marketing| marketing.status).max().unwrap_or_default()
    }
}

fn tags_of(contacts: &Contacts) -> Vec<(String, Vec<String>)> {
    let tags = |contact: memberferry::ContactRef<'_>| contact.tags().map(|tag| tag.to_string()).collect();
    contacts.iter().map(|contact| (contact.email_key().as_str().to_owned(), tags(contact))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_chunking_of_any_input_reads_the_same(
        input in wild(), cuts in vec(any::<Index>(), 0..20), options in options(),
    ) {
        let whole = read_contacts(&input, &options);
        prop_assert_eq!(told(&in_chunks(&input, 0, &cuts, &options)), told(&whole));
    }

    #[test]
    fn nothing_of_any_input_is_lost_and_none_makes_a_reader_panic(input in wild(), options in options()) {
        let read = read_contacts(&input, &options);
        if let Ok(intake) = &read {
            adds_up(intake);
            // What comes back depends on the options, but it can be read.
            let _ = read_contacts(intake.set_aside_csv().as_bytes(), &options);
            let (detection, mapping) = detect(&input, &options).unwrap();
            prop_assert_eq!((&detection, &mapping), (&intake.detection, &intake.mapping));
        }
        let ReadOptions { delimiter, encoding, header_line, limits, .. } = options;
        let options = TableOptions { delimiter, encoding, header_line, limits, quote: None };
        if let Ok(table) = read_table(&input, &options) {
            prop_assert_eq!(table.rows.len(), table.lines.len());
            prop_assert!(table.lines.is_sorted());
        }
    }

    #[test]
    fn a_reader_that_is_stopped_has_read_what_came_before(
        records in records(), cut in any::<Index>(),
    ) {
        let text = csv(&["Email", "One", "Two"], &records);
        let header = text.find('\n').unwrap() + 1;
        let end = header + cut.index(text.len() - header + 1);
        let mut reader = ContactReader::new(ReadOptions::default()).unwrap();
        reader.push(&text.as_bytes()[..end]).unwrap();
        prop_assert_eq!(reader.progress().bytes, end as u64);
        let intake = reader.finish().unwrap();
        adds_up(&intake);
        // The records that came whole, and at most one that was cut off.
        let whole = records.iter().scan(header, |place, record| {
            *place += csv(&[], std::slice::from_ref(record)).len() - 1;
            Some(*place)
        });
        let whole = whole.filter(|place| *place <= end).count() as u64;
        prop_assert!((whole..=whole + 1).contains(&intake.stats.records));
    }

    #[test]
    fn well_formed_records_are_read_cell_by_cell(records in records()) {
        let text = csv(&["Email", "One", "Two"], &records);
        let intake = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap();
        adds_up(&intake);
        prop_assert_eq!(intake.stats.records, records.len() as u64);
        let bad = records.iter().filter(|record| !record[0].contains('@')).count();
        prop_assert_eq!(intake.set_aside.len(), bad);
        let keys: BTreeSet<String> =
            records.iter().filter(|record| record[0].contains('@')).map(|record| record[0].to_lowercase()).collect();
        prop_assert_eq!(intake.contacts.len(), keys.len());
    }

    #[test]
    fn set_aside_rows_read_back_with_the_same_cells(records in records()) {
        let text = csv(&["Email", "One", "Two"], &records);
        let intake = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap();
        let again = read_contacts(intake.set_aside_csv().as_bytes(), &ReadOptions::default()).unwrap();
        prop_assert_eq!(again.set_aside.len(), intake.set_aside.len());
        prop_assert_eq!(again.contacts.len(), 0);
        for (first, second) in intake.set_aside.iter().zip(&again.set_aside) {
            let width = first.cells.len();
            for (one, two) in first.cells.iter().zip(&second.cells[..width]) {
                prop_assert_eq!(field(two), field(one), "{:?} came back as {:?}", one, two);
            }
            prop_assert_eq!(&second.codes, &first.codes);
            prop_assert_eq!(&second.cells[width], &first.line.to_string());
        }
    }

    #[test]
    fn what_is_guarded_in_a_written_file_reads_as_it_was(value in cell(), other in cell()) {
        // The row is set aside for its address, written, mended and read: its other cells are what they were.
        let text = csv(&["Email", "One", "Two"], &[vec!["nobody".to_owned(), value.clone(), other.clone()]]);
        let direct = csv(&["Email", "One", "Two"], &[vec!["nobody@example.com".to_owned(), value, other]]);
        let written = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap().set_aside_csv();
        prop_assert_eq!(written.matches("nobody").count(), 1);
        let mended = written.replacen("nobody", "nobody@example.com", 1);
        let custom = |text: &str| {
            let intake = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap();
            people(&intake.contacts)[0].custom.clone()
        };
        prop_assert_eq!(custom(&mended), custom(&direct));
    }

    #[test]
    fn an_issue_stands_on_the_line_on_which_its_record_starts(records in records()) {
        let text = csv(&["Email", "One", "Two"], &records);
        let intake = read_contacts(text.as_bytes(), &ReadOptions::default()).unwrap();
        let mut line = 2;
        let mut starts = Vec::new();
        for record in &records {
            starts.push(line);
            line += 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>() as u64;
        }
        for issue in &intake.issues {
            if let (Some(record), Some(found)) = (issue.location.record, issue.location.line) {
                prop_assert_eq!(found, starts[usize::try_from(record).unwrap()], "{}", issue);
            }
        }
        for aside in &intake.set_aside {
            prop_assert_eq!(aside.line, starts[usize::try_from(aside.record).unwrap()]);
        }
    }

    #[test]
    fn merging_never_makes_anybody_more_mailable(contacts in vec(contact(), 1..8), policy in policy()) {
        let merged = merge_contacts(&[list(&contacts)], policy).contacts;
        for person in merged.iter() {
            let own: Vec<_> =
                contacts.iter().filter(|contact| contact.email.key() == person.email_key()).collect();
            let (status, strictest) = (person.marketing_status(), status_of(&own));
            // A date with no status is a statement only as long as it has its date; the other one is left then.
            let is_left = strictest == MarketingStatus::Unknown && status == MarketingStatus::Unconfirmed;
            prop_assert!(
                status == strictest || is_left,
                "{status:?} of {:?}",
                own.iter().map(|contact| &contact.marketing).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn merging_in_two_steps_makes_nobody_more_mailable(
        one in vec(contact(), 0..5), two in vec(contact(), 0..5), three in vec(contact(), 0..5), policy in policy(),
    ) {
        let (one, two, three) = (list(&one), list(&two), list(&three));
        let merge = |lists: &[Contacts]| merge_contacts(lists, policy).contacts;
        let mailable = |list: &Contacts| {
            let mailable = list.iter().filter(|contact| contact.marketing_status().is_mailable());
            mailable.map(|contact| contact.email_key()).collect::<BTreeSet<_>>()
        };
        let at_once = mailable(&merge(&[one.clone(), two.clone(), three.clone()]));
        let in_steps = merge(&[merge(&[one.clone(), two.clone()]), three.clone()]);
        prop_assert!(mailable(&in_steps).is_subset(&at_once));
        prop_assert!(mailable(&merge(&[one, merge(&[two, three])])).is_subset(&at_once));
    }

    #[test]
    fn merging_in_two_steps_unites_the_same_tags(
        one in vec(contact(), 0..5), two in vec(contact(), 0..5), three in vec(contact(), 0..5), policy in policy(),
    ) {
        let (one, two, three) = (list(&one), list(&two), list(&three));
        let merge = |lists: &[Contacts]| merge_contacts(lists, policy).contacts;
        let at_once = tags_of(&merge(&[one.clone(), two.clone(), three.clone()]));
        let left = tags_of(&merge(&[merge(&[one.clone(), two.clone()]), three.clone()]));
        let right = tags_of(&merge(&[one, merge(&[two, three])]));
        prop_assert_eq!(&left, &at_once);
        prop_assert_eq!(&right, &at_once);
    }

    #[test]
    fn merging_what_is_merged_changes_nothing(contacts in vec(contact(), 0..8), policy in policy()) {
        let once = merge_contacts(&[list(&contacts)], policy);
        let twice = merge_contacts(std::slice::from_ref(&once.contacts), policy);
        prop_assert_eq!(people(&twice.contacts), people(&once.contacts));
        prop_assert!(twice.issues.is_empty());
    }

    #[test]
    fn the_key_of_an_address_is_that_of_its_spellings_and_its_own(
        local in "[a-zà-öø-ÿß]{1,8}([.+-][a-z0-9]{1,4}){0,2}", domain in "[a-zäöü]{1,8}\\.example",
        space in select(vec!["", " ", "\t", "\u{A0}", "\u{FEFF}", "\r\n"]),
    ) {
        let address = format!("{local}@{domain}");
        let key = Email::new(&address).unwrap().key();
        let upper: String = address.chars().flat_map(char::to_uppercase).collect();
        for spelling in [format!("{space}{address}{space}"), upper, key.as_str().to_owned()] {
            prop_assert_eq!(Email::new(&spelling).map(|email| email.key()), Ok(key.clone()), "{}", spelling);
        }
    }
}

proptest! {
    // A debug build takes its time for a MiB.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_chunking_reads_the_same_behind_the_sample(
        tail in wild(), before in 0..200_usize, cuts in vec(any::<Index>(), 1..60),
    ) {
        let start = SAMPLE - before;
        let input = [filler(start), tail].concat();
        let options = ReadOptions::default();
        let whole = read_contacts(&input, &options);
        prop_assert_eq!(told(&in_chunks(&input, start, &cuts, &options)), told(&whole));
    }
}
