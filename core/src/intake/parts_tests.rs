//! The law of reading with several threads: for any input, any number of threads, any size of their parts and any chunks
//! the result is that of one thread, to the byte.

#[path = "../../tests/support/inputs.rs"]
mod inputs;

use std::num::NonZero;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use self::inputs::{address, cell, csv, first_cell, quoted, records, wild};
use super::reader::PushReader;
use super::rows::Rows;
use super::{Intake, IntakeError, ReadOptions};
use crate::{Contact, Limits, TagName};

type Read = Result<Intake, IntakeError>;

/// Everything that a reading says and holds, the text of its tables included; then the people, because their passwords do
/// not show.
fn told(read: &Read) -> (String, Vec<Contact>) {
    (format!("{read:?}"), read.as_ref().map_or_else(|_| Vec::new(), people))
}

fn people(intake: &Intake) -> Vec<Contact> {
    intake.contacts.iter().map(|contact| contact.to_contact().unwrap()).collect()
}

/// Reads an input in chunks with so many threads and parts of so many bytes; says how many parts other threads read.
fn read(
    input: &[u8],
    options: &ReadOptions,
    threads: u16,
    part_bytes: Option<usize>,
    cuts: &[usize],
) -> (Read, usize) {
    let options = ReadOptions { threads: NonZero::new(threads), ..options.clone() };
    let mut reader = PushReader::<Rows>::new(options).unwrap();
    reader.part_bytes = part_bytes;
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| (*cut).min(input.len())).chain([input.len()]).collect();
    cuts.sort_unstable();
    let mut start = 0;
    for cut in cuts {
        if let Err(error) = reader.push(&input[start..cut]) {
            return (Err(error), reader.parts_taken());
        }
        start = cut;
    }
    // The last parts are read by the call that ends the reading, which leaves no reader to ask.
    let taken = reader.parts_taken();
    (reader.finish(), taken)
}

fn assert_alike(input: &[u8], options: &ReadOptions, threads: u16, part_bytes: usize) {
    let (one, _) = read(input, options, 1, None, &[]);
    let (several, _) = read(input, options, threads, Some(part_bytes), &[]);
    assert_eq!(told(&several), told(&one), "{threads} threads, parts of {part_bytes} bytes");
}

/// What a caller can say that the records feel; the limits now and then so low that they are passed.
fn options() -> impl Strategy<Value = ReadOptions> {
    let small = (0..30_u32, 0..60_u32, 0..12_u32, 0..12_u32, 0..20_u64);
    let limits = proptest::option::weighted(0.3, (small, 0..4_u8)).prop_map(|small| match small {
        None => Limits::default(),
        Some(((cell_bytes, ..), 0)) => Limits { cell_bytes, ..Limits::default() },
        Some(((_, record_bytes, ..), 1)) => Limits { record_bytes, ..Limits::default() },
        Some(((_, _, tags, issues, _), 2)) => Limits { distinct_tags: tags, issues, ..Limits::default() },
        Some(((_, _, tags, issues, records), _)) => {
            Limits { tags_per_contact: tags, issues, records, ..Limits::default() }
        }
    });
    let delimiter = proptest::option::weighted(0.1, select(vec![',', ';', '\t']));
    let everybody = vec(select(vec!["T1", "Imported"]), 0..2);
    (limits, delimiter, everybody, any::<(bool, Option<bool>)>()).prop_map(
        |(limits, delimiter, everybody, (repair_mojibake, day_first))| ReadOptions {
            limits,
            delimiter,
            repair_mojibake,
            day_first,
            add_tags: everybody.into_iter().map(|name| TagName::new(name).unwrap()).collect(),
            ..ReadOptions::default()
        },
    )
}

/// A list with columns of every kind: addresses that stand twice, ids in order and out of it, tags old and new, dates that
/// read both ways, statuses, passwords, and rows with too many cells or quotes out of order.
fn list() -> impl Strategy<Value = Vec<u8>> {
    let tags = vec(
        prop_oneof![(0..9_u8).prop_map(|n| format!("T{n}")), (0..999_u16).prop_map(|n| format!("N{n}"))],
        0..4,
    )
    .prop_map(|tags| quoted(&tags.join(",")));
    let date = select(vec!["", "2024-05-01", "3/4/2024", "13/4/2024", "4/13/2024", "never"]);
    let status = select(vec!["", "subscribed", "Unsubscribed", "bounced", "odd"]);
    let password = prop_oneof![3 => Just(String::new()), 1 => (0..9_u8).prop_map(|n| format!("secret{n}"))];
    let tail = prop_oneof![
        12 => Just("\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just(",more\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => select(vec![",\"x\" y\n", "\" z\n", "5\" pipe\n", ",\"never closed\n", "caf\u{E9}\0\n"]).prop_map(str::to_owned),
    ];
    let id = prop_oneof![5 => Just(None), 1 => (0..40_u32).prop_map(Some)];
    let email = prop_oneof![3 => (0..200_u8).prop_map(|n| format!("p{n}@example.com")), 1 => Just("ada@gmial.com".to_owned()), 1 => first_cell(), 1 => address()];
    let country = prop_oneof![
        2 => select(vec!["", "Germany", "us", "Atlantis"]).prop_map(str::to_owned),
        1 => (0..30_u8).prop_map(|n| format!("Land {n}")),
    ];
    let phone =
        select(vec!["", "+1 212 555 0123", "030 123456", "work: +49 30 123456", "none", "(212) 555-0123"]);
    let note = prop_oneof![3 => cell(), 1 => select(vec!["Tom &amp; Ann", "<b>bold</b>", "caf\u{C3}\u{A9}"]).prop_map(str::to_owned)];
    let place = (country, phone, note, any::<bool>());
    let row = (email, id, tags, date, status, (password, place, tail));
    (vec(row, 0..60), any::<bool>()).prop_map(|(rows, latin)| {
        let mut text = "Email,Id,Tags,Created At,Status,Password,Country,Phone,Note\n".to_owned();
        for (at, (email, id, tags, date, status, (password, place, tail))) in rows.into_iter().enumerate() {
            let id = id.unwrap_or(100 + u32::try_from(at).unwrap());
            let (country, phone, note, is_quoted) = place;
            let note = if is_quoted { quoted(&note) } else { note };
            text += &format!("{email},{id},{tags},{date},{status},{password},{country},{phone},{note}{tail}");
        }
        if latin {
            // One byte a character, which UTF-8 is not: such cells are reported at their places.
            return text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect();
        }
        text.into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_list_reads_the_same_with_any_number_of_threads(
        input in list(), options in options(), threads in 2..6_u16, part_bytes in 1..400_usize,
    ) {
        assert_alike(&input, &options, threads, part_bytes);
    }

    #[test]
    fn wild_text_reads_the_same_with_any_number_of_threads(
        input in wild(), options in options(), threads in 2..6_u16, part_bytes in 1..200_usize,
    ) {
        assert_alike(&input, &options, threads, part_bytes);
    }

    #[test]
    fn quoted_cells_read_the_same_with_any_number_of_threads(
        records in records(), threads in 2..6_u16, part_bytes in 1..100_usize,
    ) {
        let input = csv(&["Email", "First Name", "Tags"], &records);
        assert_alike(input.as_bytes(), &ReadOptions::default(), threads, part_bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn chunks_make_no_difference_to_several_threads(
        input in list(), cuts in vec(any::<Index>(), 0..8), threads in 2..5_u16, part_bytes in 1..2_000_usize,
        bytes in proptest::option::weighted(0.3, any::<Index>()),
    ) {
        // Chunks are read one by one only behind the first mebibyte.
        let header = input.iter().position(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let filler = format!("{},\n", "f".repeat(100_000)).repeat(11);
        let input = [&input[..header], filler.as_bytes(), &input[header..]].concat();
        let mut options = ReadOptions::default();
        if let Some(place) = bytes {
            options.limits.bytes = place.index(input.len()) as u64;
        }
        let cuts: Vec<usize> = cuts.iter().map(|cut| (1 << 20) + cut.index(input.len() - (1 << 20))).collect();
        let (one, _) = read(&input, &options, 1, None, &[]);
        let (several, _) = read(&input, &options, threads, Some(part_bytes), &cuts);
        prop_assert_eq!(told(&several), told(&one));
    }
}

/// A long list in which now and then a row has quotes out of order, a line end in quotes, or a new tag.
fn long_list(rows: usize) -> String {
    let mut text = "Email,Id,Tags,Created At,Status,Note\n".to_owned();
    for row in 0..rows {
        let tag = if row % 500 == 3 { format!("New {row}") } else { format!("T{}", row % 7) };
        let note = match row % 2_001 {
            7 => "5\" pipe",
            8 => "\"said \"\"yes\"\"\nand left\"",
            9 => "\"said \"no\" twice\"",
            _ => "Zo\u{EB}",
        };
        let (person, day) = (row % (rows - rows / 9), row % 12 + 1);
        text += &format!("p{person}@example.com,{row},\"{tag},T1\",{day}/4/2024,active,{note}\n");
    }
    text
}

#[test]
fn parts_of_the_usual_size_are_read_apart_in_every_encoding() {
    let text = long_list(80_000);
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|character| u8::try_from(character).unwrap()).collect();
    for input in [text.as_bytes(), &utf16, &latin] {
        let cuts: Vec<usize> = (0..input.len()).step_by(100_000).collect();
        let (one, none) = read(input, &ReadOptions::default(), 1, None, &cuts);
        assert_eq!(none, 0);
        for threads in [2, 3] {
            let (several, taken) = read(input, &ReadOptions::default(), threads, None, &cuts);
            assert!(taken > 0, "{threads} threads");
            let (one, several) = (one.as_ref().unwrap(), several.unwrap());
            assert!(people(&several) == people(one), "{threads} threads");
            assert!(several.issues == one.issues, "{threads} threads");
            assert_eq!(several.stats, one.stats);
        }
    }
}

#[test]
fn nearly_all_parts_of_an_orderly_list_are_taken() {
    let text =
        csv(&["Email", "Note"], &vec![vec!["ada@example.com".to_owned(), "two\nlines".to_owned()]; 2_000]);
    // Behind the first mebibyte, so that pushing reads.
    let input = text.replace("ada", &"a".repeat(700));
    let (_, taken) = read(input.as_bytes(), &ReadOptions::default(), 3, Some(4_000), &[]);
    assert!(taken > 200, "{taken}");
}
