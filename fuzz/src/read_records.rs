//! `RecordReader`: the JSON of an API, or what is taken for it. Each record is a contact, a duplicate, set aside, or of another kind.

use memberferry::{Intake, IntakeError, ReadOptions, RecordReader, RelatedRecords, read_records};

use crate::bytes::Bytes;

/// The first byte says how the bytes are cut; what stands after a NUL is taken for related records.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let length = bytes.piece_length();
    let (records, related) = split(bytes.0);
    let Ok(related) = RelatedRecords::from_json(related) else { return };
    let options = ReadOptions::default();
    let whole = read_records(records, &options, related.clone());
    let cut = RecordReader::new(options, related).and_then(|mut reader| {
        records.chunks(length).try_for_each(|piece| reader.push(piece))?;
        reader.finish()
    });
    assert_eq!(told(whole), told(cut), "the same bytes, cut otherwise");
}

fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == 0) {
        Some(place) => (&bytes[..place], &bytes[place + 1..]),
        None => (bytes, b""),
    }
}

fn told(result: Result<Intake, IntakeError>) -> String {
    match result {
        Ok(intake) => {
            let records: Vec<_> = intake.contacts.to_records().collect();
            format!("{records:?}\n{:?}\n{:?}\n{:?}", intake.issues, intake.stats, intake.set_aside)
        }
        Err(error) => error.to_string(),
    }
}
