//! Laws of the CSV that is written of contacts: it reads back as the same contacts, whatever they hold.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/contacts.rs"]
mod people;

use memberferry::{Code, Contact, Contacts, CsvOptions, Email, ReadOptions, SecretField, read_contacts};
use people::contacts;
use proptest::prelude::*;

fn written(contacts: &Contacts, options: &CsvOptions) -> String {
    let mut csv = String::new();
    contacts.write_csv(&mut csv, options).unwrap();
    csv
}

/// The same contacts with their custom fields in the order of columns, which is all that a table keeps.
fn as_a_table_has_them(contacts: &Contacts) -> Vec<Contact> {
    contacts.to_records().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_written_reads_back_as_the_same_contacts(people in contacts()) {
        let table: Contacts = people.into_iter().collect();
        let options = CsvOptions { secrets: vec![SecretField::Password, SecretField::PasswordHash] };
        let csv = written(&table, &options);
        let intake = read_contacts(csv.as_bytes(), &ReadOptions::default()).unwrap();
        prop_assert_eq!(intake.detection.source.profile, "memberferry");
        prop_assert!(intake.detection.source.certain);
        prop_assert_eq!(as_a_table_has_them(&intake.contacts), as_a_table_has_them(&table), "{}", csv);
        prop_assert_eq!(written(&intake.contacts, &options), csv);
        for code in [Code::StatusUnknown, Code::DateInvalid, Code::RowShort, Code::RowRagged, Code::ColumnDropped] {
            prop_assert_eq!(intake.issues.count(code), 0);
        }
    }

    #[test]
    fn no_secret_is_written_that_was_not_named(people in contacts()) {
        let table: Contacts = people.into_iter().collect();
        let bare = written(&table, &CsvOptions::default());
        prop_assert!(!bare.contains("hunter2") && !bare.contains("password"));
        let hashes = written(&table, &CsvOptions { secrets: vec![SecretField::PasswordHash] });
        prop_assert_eq!(hashes.matches("hunter2").count(), hashes.matches("$P$Bhunter2").count());
    }

    #[test]
    fn no_cell_begins_as_a_formula_does(people in contacts()) {
        let table: Contacts = people.into_iter().collect();
        let csv = written(&table, &CsvOptions::default());
        let table = memberferry::read_table(csv.as_bytes(), &Default::default()).unwrap();
        for row in &table.rows {
            for cell in row {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
            }
        }
    }
}

#[test]
fn a_custom_field_that_is_called_as_a_secret_is_left_out() {
    let mut ada = Contact::new(Email::new("ada@example.com").unwrap());
    ada.custom.insert("Portal password".to_owned(), "hunter2".to_owned());
    let table: Contacts = [ada].into_iter().collect();
    let everything = CsvOptions { secrets: vec![SecretField::Password, SecretField::PasswordHash] };
    assert_eq!(written(&table, &everything), "email,marketing-status\r\nada@example.com,unknown\r\n");
}

#[test]
fn nobody_is_a_header() {
    assert_eq!(written(&Contacts::new(), &CsvOptions::default()), "email,marketing-status\r\n");
}
