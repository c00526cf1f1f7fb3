//! `ContactReader`: whatever the bytes, each record is a contact, a duplicate or set aside; how the bytes are cut makes no
//! difference; and what was read can be written and read again.

use memberferry::{
    Contact, ContactReader, CsvOptions, Intake, IntakeError, Password, ReadOptions, read_contacts,
};

use crate::bytes::Bytes;

/// The first byte says how the bytes are cut.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let length = bytes.piece_length();
    let options = ReadOptions { zone: "Europe/Amsterdam".parse().ok(), ..ReadOptions::default() };
    let whole = read_contacts(bytes.0, &options);
    let cut = in_pieces(bytes.0.chunks(length), &options);
    match (whole, cut) {
        (Ok(whole), Ok(cut)) => {
            assert_eq!(told(&whole), told(&cut), "the same bytes, cut otherwise");
            adds_up(&whole);
            comes_back(&whole);
        }
        (Err(whole), Err(cut)) => assert_eq!(whole.to_string(), cut.to_string()),
        (whole, cut) => panic!("whole: {:?}, in pieces: {:?}", whole.err(), cut.err()),
    }
}

fn in_pieces<'b>(
    pieces: impl Iterator<Item = &'b [u8]>,
    options: &ReadOptions,
) -> Result<Intake, IntakeError> {
    let mut reader = ContactReader::new(options.clone())?;
    for piece in pieces {
        reader.push(piece)?;
    }
    reader.finish()
}

/// Everything that is told of a reading, as text.
fn told(intake: &Intake) -> String {
    let records: Vec<Contact> = intake.contacts.to_records().collect();
    format!("{records:?}\n{:?}\n{:?}\n{:?}", intake.issues, intake.stats, intake.set_aside)
}

fn adds_up(intake: &Intake) {
    let stats = &intake.stats;
    assert_eq!(stats.records, stats.contacts + stats.duplicates + stats.set_aside, "{stats:?}");
    assert_eq!(stats.contacts, intake.contacts.len() as u64);
    assert_eq!(stats.set_aside, intake.set_aside.len() as u64);
}

fn comes_back(intake: &Intake) {
    let mut csv = String::new();
    intake.contacts.write_csv(&mut csv, &CsvOptions::default()).expect("written to memory");
    if intake.contacts.is_empty() {
        return;
    }
    // Control characters are kept, and what is left of a list may be so full of them that it looks like no text.
    let is_odd = |byte: u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    let again = match read_contacts(csv.as_bytes(), &ReadOptions::default()) {
        Err(IntakeError::Binary { .. }) if csv.bytes().any(is_odd) => return,
        read => read.expect("what was written is read"),
    };
    // Secrets are not written unless they are named.
    let without_secrets = |contact| Contact { password: Password::None, ..contact };
    let records = |intake: &Intake| intake.contacts.to_records().map(without_secrets).collect::<Vec<_>>();
    assert_eq!(records(&again), records(intake), "{csv}");
}
