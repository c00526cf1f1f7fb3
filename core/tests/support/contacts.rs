//! Contacts that hold anything that is hard to write down and read again.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use memberferry::{Contact, Email, Instant, Marketing, MarketingStatus, Password, Secret, TagName};
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

/// Contacts of any kind, each with an address of their own.
pub fn contacts() -> impl Strategy<Value = Vec<Contact>> {
    vec(contact(), 0..6).prop_map(|mut contacts| {
        for (number, contact) in contacts.iter_mut().enumerate() {
            contact.email = Email::new(&format!("+user{number}@example.com")).unwrap();
        }
        contacts
    })
}
