//! Where things stand in a file: the header behind lines that are none of the table, and the place of an issue, for every
//! way a file can begin and end its lines.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use memberferry::{
    Code, ContactReader, Intake, IntakeError, ReadOptions, Refusal as _, TableOptions, detect, read_contacts,
    read_table,
};

fn read(text: &str) -> Result<Intake, IntakeError> {
    read_contacts(text.as_bytes(), &ReadOptions::default())
}

fn in_chunks(bytes: &[u8], length: usize, options: &ReadOptions) -> Intake {
    let mut reader = ContactReader::new(options.clone()).unwrap();
    for chunk in bytes.chunks(length) {
        reader.push(chunk).unwrap();
    }
    reader.finish().unwrap()
}

/// Lines that exports put before their header, each with as many lines as it is.
const PREAMBLES: [(&str, u64); 8] = [
    ("", 0),
    ("\n\n", 2),
    ("Contact report\n", 1),
    ("Contact report\nExported on 2024-05-01, by ada@example.com\n\n", 3),
    ("\"Contacts\nof Harbour Academy\"\n\n", 3),
    ("# exported for review\n# nothing is left out\n", 2),
    ("Account;ada@example.com\nFrom;2024-01-01\n", 2),
    ("Contact report;;;\n;;;\n", 2),
];

#[test]
fn header_and_issues_stand_on_their_lines_however_the_file_begins() {
    let body = "Email;First Name;Created At;Tags\nada@example.com;\"Ada\nByron\";2024-01-01;VIP\n\n\
                nobody;Zoë;2024-01-02;\ngrace@example.com;Grace;soon;VIP\n";
    for (preamble, lines) in PREAMBLES {
        for separator in ["", "sep=;\n"] {
            for line_end in ["\n", "\r\n", "\r"] {
                let text = format!("{separator}{preamble}{body}").replace('\n', line_end);
                let utf16 = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
                let latin =
                    text.chars().map(|character| u8::try_from(character).unwrap()).collect::<Vec<u8>>();
                let files = [
                    text.as_bytes().to_vec(),
                    [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                    latin,
                    utf16(u16::to_le_bytes),
                    [b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(),
                    [b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat(),
                ];
                for (number, file) in files.iter().enumerate() {
                    let what = format!("file {number} of {text:?}");
                    let header = 1 + lines + u64::from(!separator.is_empty());
                    for options in [
                        ReadOptions::default(),
                        ReadOptions { header_line: Some(header), ..ReadOptions::default() },
                    ] {
                        for length in [7, file.len()] {
                            check(&in_chunks(file, length, &options), header, lines, preamble, &what);
                        }
                        let (detection, _) = detect(file, &options).unwrap();
                        assert_eq!(detection.header_line, header, "{what}");
                    }
                }
            }
        }
    }
}

fn check(intake: &Intake, header: u64, lines: u64, preamble: &str, what: &str) {
    assert_eq!(intake.detection.header_line, header, "{what}");
    assert_eq!(intake.detection.headers, ["Email", "First Name", "Created At", "Tags"], "{what}");
    let place = |code: Code| {
        let issue = intake.issues.iter().find(|issue| issue.code == code).unwrap();
        (issue.location.record, issue.location.line, issue.location.column)
    };
    assert_eq!(place(Code::EmailInvalid), (Some(1), Some(header + 4), Some(1)), "{what}");
    assert_eq!(place(Code::DateInvalid), (Some(2), Some(header + 5), Some(3)), "{what}");
    let names: Vec<_> =
        intake.contacts.iter().map(|person| person.first_name().unwrap().to_owned()).collect();
    assert_eq!(names.len(), 2, "{what}");
    assert_eq!(
        (intake.set_aside[0].line, intake.set_aside[0].cells[1].as_str()),
        (header + 4, "Zoë"),
        "{what}"
    );
    let passed_over: Vec<_> =
        intake.issues.iter().filter(|issue| issue.code == Code::PreamblePassedOver).collect();
    if preamble.trim().is_empty() {
        assert!(passed_over.is_empty(), "{what}");
    } else {
        assert_eq!(passed_over[0].location.line, Some(header - lines), "{what}");
        let (first, last) = (header - lines, header - 1);
        let range =
            if first == last { format!("line {first},") } else { format!("lines {first} to {last},") };
        assert!(passed_over[0].message.starts_with(&range), "{what}: {}", passed_over[0].message);
    }
}

#[test]
fn bytes_that_are_no_text_are_placed_behind_a_separator_line_too() {
    for start in ["", "sep=,\n", "Contact report\n\n"] {
        let text = format!("{start}Email,Name,Note\nada@example.com,Zo\u{EB},\u{C5}sa\nbob@example.com,Bob,");
        let file = [text.as_bytes(), b"Ren\xE9\n"].concat();
        let intake = read_contacts(&file, &ReadOptions::default()).unwrap();
        let header = start.matches('\n').count() as u64 + 1;
        let mixed: Vec<_> = intake.issues.iter().filter(|issue| issue.code == Code::EncodingMixed).collect();
        assert_eq!(mixed.len(), 1, "{start:?}");
        let place = &mixed[0].location;
        assert_eq!(
            (place.record, place.line, place.column),
            (Some(1), Some(header + 2), Some(3)),
            "{start:?}"
        );
    }
}

#[test]
fn a_row_before_the_header_is_never_taken_from_the_data() {
    // A list with a column called `Channel` that holds the word `Email`: its first row is the header all the same.
    let error = read("Anschrift,Name,Channel\n,Bob,Email\nada@example.com,Ada,Post\n").unwrap_err();
    assert_eq!((error.code(), error.location().line), (Code::EmailColumnMissing, Some(1)));
    // A list that was sorted with its header among the rows: the rows above it are data.
    let error = read("ada@example.com,Ada\nEmail,Name\ngrace@example.com,Grace\n").unwrap_err();
    assert_eq!((error.code(), error.location().line), (Code::HeaderMissing, Some(1)));
    // A column of addresses under the one word, in which a wider row stands further down.
    let intake = read("Email\nada@example.com\nEmail,Name\n").unwrap();
    assert_eq!((intake.detection.header_line, intake.stats.records), (1, 2));
}

#[test]
fn a_title_is_no_header_even_where_it_names_a_column() {
    let intake = read("Email\n\nEmail,First Name,Tags\nada@example.com,Ada,VIP\n").unwrap();
    assert_eq!((intake.detection.header_line, intake.contacts.len()), (3, 1));
    let intake = read("Audience,Newsletter\nEmail,First Name\nada@example.com,Ada\n").unwrap();
    assert_eq!((intake.detection.header_line, intake.contacts.len()), (2, 1));
    let intake = read("My list\nemail\nada@example.com\n").unwrap();
    assert_eq!((intake.detection.header_line, intake.contacts.len()), (2, 1));
}

#[test]
fn a_file_without_a_header_is_refused_with_its_line() {
    for (text, line) in [
        ("ada@example.com,Ada\nbob@example.com,Bob\n", 1),
        ("\n\nAda,ada@example.com\n", 3),
        ("Contact report\n\nAda,ada@example.com\nBob,bob@example.com\n", 3),
    ] {
        let error = read(text).unwrap_err();
        assert_eq!((error.code(), error.location().line), (Code::HeaderMissing, Some(line)), "{text:?}");
        assert!(error.help().contains("column names"), "{text:?}");
    }
}

#[test]
fn the_caller_names_the_header_of_one_of_two_tables() {
    let text = "Email,Note\nada@example.com,old\n\nE-Mail;Vorname\ngrace@example.com;Grace\n";
    let named = |line: u64| {
        read_contacts(text.as_bytes(), &ReadOptions { header_line: Some(line), ..ReadOptions::default() })
    };
    let intake = named(4).unwrap();
    assert_eq!(
        (intake.detection.header_line, intake.detection.dialect.map(|dialect| dialect.delimiter)),
        (4, Some(';'))
    );
    assert_eq!(intake.contacts.get(0).unwrap().first_name(), Some("Grace"));
    // A blank line is no header; the next line is.
    assert_eq!(named(3).unwrap().detection.header_line, 4);
    for line in [0, 6, u64::MAX] {
        assert_eq!(named(line).unwrap_err(), IntakeError::NoSuchLine { line });
    }
    assert!(matches!(named(2), Err(IntakeError::NoHeader { line: 2, .. })));
    let table = |line: u64| {
        read_table(text.as_bytes(), &TableOptions { header_line: Some(line), ..TableOptions::default() })
    };
    assert_eq!(table(4).unwrap().rows, [["grace@example.com", "Grace"]]);
    assert_eq!(table(4).unwrap().lines, [5]);
    assert_eq!(table(6).unwrap_err(), IntakeError::NoSuchLine { line: 6 });
}

#[test]
fn a_mapping_finds_its_own_columns_behind_other_lines() {
    let file = "Kontakte\nStand,heute\nAnschrift,Name\nada@example.com,Ada\n";
    let mapping = serde_json::from_value(serde_json::json!({"format": 1, "columns": [
        {"header": "Anschrift", "use": {"kind": "field", "field": "email"}},
        {"header": "Name", "use": {"kind": "field", "field": "first-name"}},
    ]}));
    let options = ReadOptions { mapping: Some(mapping.unwrap()), ..ReadOptions::default() };
    let intake = read_contacts(file.as_bytes(), &options).unwrap();
    assert_eq!((intake.detection.header_line, intake.contacts.len()), (3, 1));
}

#[test]
fn a_table_begins_where_its_shape_does() {
    for (text, header, line) in [
        ("a,b\n1,2\n", vec!["a", "b"], 2),
        ("# a comment, with a comma\na,b\n1,2\n", vec!["# a comment", " with a comma"], 2),
        ("# a comment\na,b,c\n", vec!["a", "b", "c"], 0),
        ("a title\n\na,b\n1,2\n", vec!["a", "b"], 4),
        ("#\n1\n2\n", vec!["#"], 2),
        ("a\nb,c\nd\n", vec!["a"], 2),
        ("a\n1\n2\n", vec!["a"], 2),
    ] {
        let table = read_table(text.as_bytes(), &TableOptions::default()).unwrap();
        assert_eq!(table.header, header, "{text:?}");
        assert_eq!(table.lines.first().copied().unwrap_or_default(), line, "{text:?}");
    }
}
