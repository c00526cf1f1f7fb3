//! Laws of contacts as columns: some columns are those of the whole frame, and a frame reads back as the same contacts.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/contacts.rs"]
mod people;

use memberferry::{ContactColumns, Contacts, Frame, Password, Values};
use people::contacts;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// The texts of a column, row by row, however it holds them.
fn texts(frame: &Frame, name: &str) -> Vec<Option<String>> {
    let column = frame.columns.iter().find(|column| column.name == name).unwrap();
    let text = |row: usize| match &column.values {
        Values::Text(texts) => texts.get(row),
        Values::Dictionary { places, texts } => texts.get(usize::try_from(places[row]).unwrap()),
        _ => panic!("{name} is no column of texts"),
    };
    let valid = |row| column.valid.as_ref().is_none_or(|valid| valid.get(row));
    (0..frame.rows).map(|row| text(row).filter(|_| valid(row)).map(str::to_owned)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn some_columns_are_those_of_the_whole_frame(
        people in contacts(),
        names in subsequence(ContactColumns::all().names(), 0..=ContactColumns::all().names().len()),
    ) {
        let table: Contacts = people.into_iter().collect();
        let whole = table.frame_at(0).unwrap();
        let columns = ContactColumns::named(&names).unwrap();
        prop_assert_eq!(columns.names(), names.clone());
        let some = table.frame_of(0, &columns).unwrap();
        prop_assert_eq!(some.rows, whole.rows);
        let expected: Vec<_> =
            whole.columns.into_iter().filter(|column| names.iter().any(|name| *name == column.name)).collect();
        prop_assert_eq!(some.columns, expected);
    }

    #[test]
    fn columns_say_what_contacts_do(people in contacts()) {
        let table: Contacts = people.iter().cloned().collect();
        let frame = table.frame_at(0).unwrap();
        let expected: Vec<_> = people.iter().map(|person| person.first_name.clone()).collect();
        prop_assert_eq!(texts(&frame, "first_name"), expected);
        let expected: Vec<_> = people.iter().map(|person| Some(person.marketing.status.name().to_owned())).collect();
        prop_assert_eq!(texts(&frame, "marketing_status"), expected);
    }

    #[test]
    fn a_frame_reads_back_as_the_same_contacts(people in contacts()) {
        let without_secrets = people.into_iter().map(|mut person| {
            person.password = Password::None;
            person
        });
        let table: Contacts = without_secrets.collect();
        let mut copy = Contacts::new();
        for frame in table.frames() {
            copy.push_frame(&frame).unwrap();
        }
        prop_assert_eq!(copy.to_records().collect::<Vec<_>>(), table.to_records().collect::<Vec<_>>());
    }
}
