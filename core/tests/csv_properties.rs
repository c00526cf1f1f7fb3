//! Laws of the CSV that is written of contacts: it reads back as the same contacts, whatever they hold.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

use indexmap::IndexMap;
use memberferry::{
    Code, Contact, Contacts, CsvOptions, Email, Instant, Marketing, MarketingStatus, Password, ReadOptions,
    Secret, SecretField, TagName, read_contacts,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Text as a reader leaves it: trimmed, composed; else anything that is hard on a CSV.
fn text() -> impl Strategy<Value = String> {
    let hard = select(vec![
        "Ada",
        "a,b",
        "say \"hi\"",
        "\"",
        "\"\"quoted\"\"",
        "two\nlines",
        "three\r\nlines",
        "old\rmac",
        "=1+1",
        "'=1+1",
        "''-5",
        "+65 1",
        "-",
        "@x",
        "'tis",
        "'",
        "=\"00123\"",
        "Zoë",
        "明",
        "😀",
        "a;b;c;d;e",
        "tab\there",
        "a|b|c",
        "3/4/2024",
        "null",
        "JosÃ©",
        "x@example.com",
        "Tom &amp; Ada",
        "<b>Ada</b>",
        "+1 (555) 010-0000",
        "Germany",
    ]);
    let any = "\\PC{1,12}".prop_map(|text| text.trim().to_owned());
    prop_oneof![3 => hard.prop_map(str::to_owned), 1 => any].prop_filter(
        "a reader cleans its texts",
        |text| {
            !text.is_empty() && text.chars().all(|character| !is_invisible(character)) && is_composed(text)
        },
    )
}

fn is_invisible(character: char) -> bool {
    character.is_whitespace() && !matches!(character, ' ' | '\n' | '\r' | '\t')
        || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

fn is_composed(text: &str) -> bool {
    unicode_normalization::is_nfc(text)
}

fn instant() -> impl Strategy<Value = Option<Instant>> {
    let any = (-62_135_596_800_000_000_i64..253_402_300_800_000_000).prop_map(Instant::from_microseconds);
    prop_oneof![2 => any, 1 => Just(None)]
}

/// Ids: no two the same, none blank.
fn ids() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3).prop_map(|ids| {
        let mut seen = BTreeSet::new();
        ids.into_iter().filter(|id| seen.insert(id.clone())).collect()
    })
}

fn tags() -> impl Strategy<Value = Vec<TagName>> {
    let name = prop_oneof![
        text().boxed(),
        select(vec!["Gold", "A, evening", "Membership: Gold", "\"q\", r"]).prop_map(str::to_owned).boxed()
    ];
    vec(name, 0..4).prop_map(|names| {
        let mut seen = BTreeSet::new();
        let names = names.iter().filter_map(|name| TagName::new(name).ok());
        names.filter(|name| seen.insert(name.clone())).collect()
    })
}

fn custom() -> impl Strategy<Value = IndexMap<String, String>> {
    let name = select(vec![
        "Shoe size",
        "email",
        "first-name",
        "Last Name",
        "custom:x",
        "a,b",
        "x@example.com",
        "=1",
        "memberferry_line",
        "tags",
        "城市",
        "",
    ]);
    vec((name, text()), 0..4).prop_map(|fields| {
        fields
            .into_iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}

fn password() -> impl Strategy<Value = Password> {
    prop_oneof![
        Just(Password::None),
        select(vec!["hunter2", "=hunter2", "'-hunter2", "hunter2 "])
            .prop_map(|text| Password::Plaintext(Secret::new(text))),
        Just(Password::from_hash("$P$Bhunter2")),
    ]
}

fn marketing() -> impl Strategy<Value = Marketing> {
    (
        select(MarketingStatus::ALL.to_vec()),
        instant(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    )
        .prop_map(|(status, at, source, ip, wording)| {
            let mut marketing = Marketing { status, ..Marketing::default() };
            (marketing.evidence.at, marketing.evidence.source) = (at, source);
            (marketing.evidence.ip, marketing.evidence.wording) = (ip, wording);
            marketing
        })
}

fn contact() -> impl Strategy<Value = Contact> {
    let names = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let places = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    (
        names,
        places,
        marketing(),
        (instant(), instant()),
        (ids(), ids(), ids(), ids()),
        tags(),
        custom(),
        password(),
    )
        .prop_map(|(names, places, marketing, dates, ids, tags, custom, password)| {
            let mut contact = Contact::new(Email::new("x@example.com").unwrap());
            (contact.first_name, contact.last_name, contact.external_id, contact.phone) = names;
            let address = &mut contact.address;
            (address.line1, address.city, address.postal_code, address.country) = places;
            (contact.marketing, contact.tags, contact.custom, contact.password) =
                (marketing, tags, custom, password);
            (contact.created_at, contact.updated_at) = dates;
            (contact.external_id_aliases, contact.order_ids, contact.subscription_ids, contact.roles) = ids;
            contact
        })
}

fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    vec(contact(), 0..6).prop_map(|mut contacts| {
        for (number, contact) in contacts.iter_mut().enumerate() {
            contact.email = Email::new(&format!("+user{number}@example.com")).unwrap();
        }
        contacts
    })
}

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
