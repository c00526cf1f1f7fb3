//! Exports drawn at random: well-formed ones, and text with every liberty that real ones take.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A cell that needs no quotes, and cells that do: delimiters, quotes, line ends, guards, other scripts.
pub fn cell() -> impl Strategy<Value = String> {
    select(vec![
        "",
        "Ada",
        "a,b",
        "say \"hi\"",
        "two\nlines",
        "three\r\nlines\n",
        "=1+1",
        "'=1+1",
        "''-5",
        "+65 1",
        "@x",
        "Zoë",
        "明",
        " spaced ",
        "😀",
        "'tis",
        "\"",
        "=\"00123\"",
        "3/4/2024",
    ])
    .prop_map(str::to_owned)
}

pub fn address() -> impl Strategy<Value = String> {
    (0..6_u8, any::<bool>()).prop_map(|(number, upper)| {
        let address = format!("user{number}@example.com");
        if upper { address.to_uppercase() } else { address }
    })
}

/// A record's first cell: mostly an address.
pub fn first_cell() -> impl Strategy<Value = String> {
    prop_oneof![6 => address(), 1 => Just("nobody".to_owned()), 1 => Just(String::new())]
}

pub fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A well-formed CSV whose cells are all quoted, so that it says exactly one thing.
pub fn csv(header: &[&str], records: &[Vec<String>]) -> String {
    let line = |cells: Vec<String>| cells.join(",") + "\n";
    let mut text = line(header.iter().map(|name| quoted(name)).collect());
    for record in records {
        text += &line(record.iter().map(|cell| quoted(cell)).collect());
    }
    text
}

pub fn records() -> impl Strategy<Value = Vec<Vec<String>>> {
    vec((first_cell(), cell(), cell()).prop_map(|(email, one, two)| vec![email, one, two]), 1..12)
}

/// Text that looks like an export, with every liberty real ones take, cut anywhere.
pub fn wild() -> impl Strategy<Value = Vec<u8>> {
    let piece = select(vec![
        b"Email".as_slice(),
        b"Email Address,",
        b"First Name,",
        b"Tags",
        b"Status,",
        b"ada@example.com",
        b"Ada@Example.com,",
        b"nobody",
        b",",
        b",",
        b";",
        b"\t",
        b"\"",
        b"\"",
        b"\"\"",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"sep=;\n",
        b"Contact report\n",
        b"\nExported on,2024-05-01\n\n",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xE9",
        b"\xC3\xA9",
        b"Jos\xC3\x83\xC2\xA9",
        b"\xF0\x9F\x98\x80",
        b"\0",
        b"x",
        b"3/4/2024,",
        b"'=1",
        b"unsubscribed",
        b"\x1F",
    ]);
    let shaped = vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    let start = select(vec!["", "", "sep=,\n", "Contact report\n\n", "sep=,\r\nFrom,2024\r\n"]);
    let headed = (start, shaped.clone())
        .prop_map(|(start, body)| [start.as_bytes(), b"Email,Note,Tags\n", &body].concat());
    let plain = prop_oneof![3 => headed, 2 => shaped];
    prop_oneof![3 => plain.clone(), 2 => (plain, 0..4_u8).prop_map(encoded), 1 => vec(any::<u8>(), 0..300)]
}

/// The same text in another encoding, with its byte-order mark or without.
fn encoded((bytes, how): (Vec<u8>, u8)) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes);
    let units = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    match how {
        0 => units(u16::to_le_bytes),
        1 => [b"\xFE\xFF".to_vec(), units(u16::to_be_bytes)].concat(),
        2 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        _ => text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect(),
    }
}
