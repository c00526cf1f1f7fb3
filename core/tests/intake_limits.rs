//! The bounds on what is read, each at its value and one past it; and inputs made to be endless, which have to end in
//! one of them. The work is counted, not timed.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use memberferry::{
    Code, ContactReader, Intake, IntakeError, Limits, ReadOptions, Refusal as _, TableOptions, read_contacts,
    read_table,
};

fn read(text: &str, limits: Limits) -> Result<Intake, IntakeError> {
    read_contacts(text.as_bytes(), &ReadOptions { limits, ..ReadOptions::default() })
}

/// The limit that was passed: its name, its value and the line.
fn passed<T>(result: Result<T, IntakeError>) -> Option<(&'static str, u64, u64)> {
    match result {
        Ok(_) => None,
        Err(error @ IntakeError::Limit { limit, bound, line }) => {
            assert_eq!(error.to_string(), format!("the limit `{limit}` of {bound} was passed"));
            assert_eq!((error.code(), error.location().line), (Code::LimitExceeded, Some(line)));
            assert!(error.help().contains(&format!("raise `{limit}`")), "{}", error.help());
            Some((limit, bound, line))
        }
        Err(error) => unreachable!("{error}"),
    }
}

#[test]
fn every_limit_holds_at_its_value_and_one_past_it() {
    let text = "Email,Note,Tags\nada@example.com,\"six  \"\"c\",\"a,b,c\"\nbob@example.com,x,\"b,c,d\"\n";
    let all = Limits {
        bytes: 77,
        records: 2,
        columns: 3,
        cell_bytes: 15,
        record_bytes: 35,
        tags_per_contact: 3,
        distinct_tags: 4,
        ..Limits::default()
    };
    assert_eq!((text.len(), text.lines().nth(1).unwrap().len() + 1), (77, 35));
    assert_eq!(passed(read(text, all)), None);
    for (limits, expected) in [
        (Limits { bytes: 76, ..all }, ("bytes", 76, 1)),
        (Limits { records: 1, ..all }, ("records", 1, 3)),
        (Limits { columns: 2, ..all }, ("columns", 2, 1)),
        (Limits { cell_bytes: 14, ..all }, ("cellBytes", 14, 2)),
        (Limits { record_bytes: 34, ..all }, ("recordBytes", 34, 2)),
        (Limits { tags_per_contact: 2, ..all }, ("tagsPerContact", 2, 2)),
        (Limits { distinct_tags: 3, ..all }, ("distinctTags", 3, 3)),
    ] {
        assert_eq!(passed(read(text, limits)), Some(expected));
        let table = read_table(text.as_bytes(), &TableOptions { limits, ..TableOptions::default() });
        let knows_tags = expected.0.to_lowercase().contains("tags");
        assert_eq!(passed(table), Some(expected).filter(|_| !knows_tags));
    }
}

#[test]
fn past_their_limit_issues_are_counted_and_no_row_is_lost() {
    let text = format!("Email\n{}", "nobody\n".repeat(20));
    for (bound, kept) in [(19, 19), (20, 20), (21, 21), (22, 21), (0, 0)] {
        let intake = read(&text, Limits { issues: bound, ..Limits::default() }).unwrap();
        // One more says that the source is nobody's.
        assert_eq!((intake.issues.len(), intake.issues.count(Code::EmailInvalid)), (kept, 20), "{bound}");
        assert_eq!(intake.set_aside.len(), 20);
        let limits = Limits { issues: bound, ..Limits::default() };
        let ragged = format!("a,b\n{}", "1\n".repeat(21));
        let table =
            read_table(ragged.as_bytes(), &TableOptions { limits, ..TableOptions::default() }).unwrap();
        assert_eq!((table.issues.len(), table.issues.count(Code::RowShort)), (kept, 21), "{bound}");
    }
}

#[test]
fn the_defaults_are_the_documented_ones() {
    let Limits { bytes, records, columns, cell_bytes, record_bytes, tags_per_contact, distinct_tags, issues } =
        Limits::default();
    assert_eq!((bytes, records, columns), (8 * 1024 * 1024 * 1024, 50_000_000, 2_000));
    assert_eq!((cell_bytes, record_bytes), (1024 * 1024, 4 * 1024 * 1024));
    assert_eq!((tags_per_contact, distinct_tags, issues), (5_000, 200_000, 1_000_000));
}

/// A gibibyte, as chunks of one piece repeated behind a start. Gives the error and how many bytes were taken.
fn endless(start: &str, piece: &[u8]) -> (Option<IntakeError>, u64) {
    let chunk = piece.repeat((256 << 10) / piece.len());
    let mut reader = ContactReader::new(ReadOptions::default()).unwrap();
    reader.push(start.as_bytes()).unwrap();
    for _ in 0..(1 << 30) / chunk.len() {
        if let Err(error) = reader.push(&chunk) {
            // The same error is given from then on, and nothing more is read.
            assert_eq!(reader.push(b"\n"), Err(error.clone()));
            return (Some(error), reader.progress().bytes);
        }
    }
    (None, reader.progress().bytes)
}

#[test]
fn what_never_ends_ends_in_a_limit_after_a_few_mebibytes() {
    let head = "Email,Note,Tags\nada@example.com,x,y\n";
    let long = "z".repeat(1_000);
    for (start, piece, limit, line) in [
        // A quote that is never closed.
        (format!("{head}\""), "0", "cellBytes", 3),
        (format!("{head}\""), "a", "cellBytes", 3),
        (format!("{head}\""), "a\n", "cellBytes", 3),
        (format!("{head}\""), "a,b,c\r\n", "cellBytes", 3),
        (format!("{head}\""), "\"\"", "cellBytes", 3),
        (format!("{head}x,\"a\"b"), "c", "cellBytes", 3),
        (format!("{head}x,\"a\"b"), "\"c", "recordBytes", 3),
        // A line that never ends.
        (head.to_owned(), "0", "cellBytes", 3),
        (head.to_owned(), "\"a", "recordBytes", 3),
        (head.to_owned(), ",", "columns", 3),
        (head.to_owned(), "\"\",", "columns", 3),
        (head.to_owned(), "\"a\"b,", "recordBytes", 3),
        ("Email".to_owned(), ",Email", "columns", 1),
        ("Email".to_owned(), "x", "cellBytes", 1),
        ("\"".to_owned(), "x", "cellBytes", 1),
    ] {
        let (error, bytes) = endless(&start, piece.as_bytes());
        assert_eq!(
            passed(error.map_or(Ok(()), Err)).map(|(limit, _, line)| (limit, line)),
            Some((limit, line)),
            "{start:?} and {piece:?}"
        );
        assert!(bytes < 8 << 20, "{start:?} and {piece:?}: {bytes}");
    }
    let (error, bytes) = endless(&format!("{head}{long}"), "\u{1F600}".as_bytes());
    assert!(
        matches!(error, Some(IntakeError::Limit { limit: "cellBytes", .. })) && bytes < 8 << 20,
        "{error:?} {bytes}"
    );
}

#[test]
fn tags_without_end_end_in_a_limit() {
    let mut reader = ContactReader::new(ReadOptions::default()).unwrap();
    reader.push(b"Email,Tags\n").unwrap();
    let mut error = None;
    for record in 0..100_000 {
        let tags: Vec<String> = (0..100).map(|tag| format!("t{}", record * 100 + tag)).collect();
        if let Err(found) =
            reader.push(format!("user{record}@example.com,\"{}\"\n", tags.join(",")).as_bytes())
        {
            error = Some(found);
            break;
        }
    }
    assert_eq!(error, Some(IntakeError::Limit { limit: "distinctTags", bound: 200_000, line: 2_002 }));
    let many = |count: u32| {
        let tags: Vec<String> = (0..count).map(|tag| format!("t{tag},t{tag}")).collect();
        read(&format!("Email,Tags\nada@example.com,\"{}\"\n", tags.join(",")), Limits::default())
    };
    assert_eq!(many(5_000).unwrap().contacts.get(0).unwrap().tags().count(), 5_000);
    assert_eq!(passed(many(5_001)), Some(("tagsPerContact", 5_000, 2)));
}

#[test]
fn a_header_of_two_thousand_like_names_is_read() {
    for name in ["Email", "password", "Note", "memberferry_extra_1", ""] {
        let header = format!("Email{}", format!(",{name}").repeat(1_999));
        let text = format!("{header}\nada@example.com\n{}nobody\n", ",".repeat(1_999));
        let intake = read(&text, Limits::default()).unwrap();
        assert_eq!(
            (intake.contacts.len(), intake.set_aside.len(), intake.mapping.columns.len()),
            (1, 1, if name.is_empty() { 1 } else { 2_000 })
        );
    }
}

#[test]
fn bad_bytes_by_the_million_take_no_room() {
    // The sample is text; what follows is not.
    let sample = format!("Email,Note\n{}", "ada@example.com,Zo\u{EB}\n".repeat(60_000));
    let mut reader = ContactReader::new(ReadOptions::default()).unwrap();
    reader.push(sample.as_bytes()).unwrap();
    let record = [b"bob@example.com,".as_slice(), &[0xE9; 5_000], b"\n"].concat();
    for _ in 0..40 {
        reader.push(&record).unwrap();
    }
    for _ in 0..40 {
        reader.push(&[0; 100_000]).unwrap();
    }
    let intake = reader.finish().unwrap();
    assert_eq!(intake.issues.count(Code::EncodingMixed), 40);
    let nul = intake.issues.iter().find(|issue| issue.code == Code::NulRemoved).unwrap();
    assert!(nul.message.starts_with("4000000 NUL bytes were left out"), "{}", nul.message);
}

#[test]
fn a_limit_is_passed_at_the_same_place_for_every_chunking() {
    let limits = Limits { cell_bytes: 2_000, record_bytes: 6_000, columns: 4, ..Limits::default() };
    // As much text as a reader gathers before it decides anything; only behind it do chunks go through one by one.
    let cell = "z".repeat(1_980);
    let sample = format!("Email,Note,Tags\n{}", format!("ada@example.com,{cell},{cell}\n").repeat(300));
    for tail in [
        format!("{},b\n", "a".repeat(2_001)),
        format!("{}\n", "a".repeat(2_000)),
        format!("\"{}\",b\n", "a\n".repeat(1_000)),
        format!("\"{}\",b\n", "a\n".repeat(1_001)),
        format!("{}\n", "a".repeat(1_990) + &format!(",{}", "a".repeat(1_990)).repeat(3)),
        format!("{},,,,,\n", "a".repeat(1_999)),
        format!(",,,,{}\n", "a".repeat(9_000)),
        format!(",,,{}\n", "a".repeat(9_000)),
        format!("{cell},{cell},{cell}\n").repeat(3),
        "ada@example.com,x,y\n".repeat(450),
    ] {
        let input = format!("{tail}x");
        let told = |length: usize| {
            let limits = Limits { bytes: sample.len() as u64 + 8_500, ..limits };
            let mut reader = ContactReader::new(ReadOptions { limits, ..ReadOptions::default() })?;
            reader.push(sample.as_bytes())?;
            for chunk in input.as_bytes().chunks(length) {
                reader.push(chunk)?;
            }
            reader.finish().map(|intake| intake.stats)
        };
        let expected = told(usize::MAX);
        for length in [1, 2, 3, 7, 63, 64, 65, 1_000] {
            assert_eq!(told(length), expected, "{} in chunks of {length}", tail.len());
        }
    }
}
