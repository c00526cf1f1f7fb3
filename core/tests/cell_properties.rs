//! Laws of single cells, for any input: a suggestion is a valid address and another than was written.

use memberferry::{Code, CountryCode, Email, check_email};
use proptest::prelude::*;
use proptest::sample::select;

/// Domains of many mailboxes: none of them is mistyped.
const DOMAINS: [&str; 16] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.co.uk",
    "ymail.com",
    "hotmail.com",
    "hotmail.fr",
    "outlook.com",
    "outlook.de",
    "icloud.com",
    "mail.com",
    "email.com",
    "gmx.de",
    "web.de",
    "aol.com",
    "protonmail.com",
];

/// What people do to an address: a character put in, left out or replaced, and things around it.
fn mistyped() -> impl Strategy<Value = String> {
    let edit =
        (0_usize..40, 0_u8..3, select(vec!['.', ',', ' ', '@', 'a', 'm', ';', '<', '&', 'é', '-', ':']));
    let around = select(vec![
        ("", ""),
        ("mailto:", ""),
        ("<", ">"),
        ("Ada <", ">"),
        ("\"", "\""),
        (" ", "."),
        ("&lt;", "&gt;"),
    ]);
    (select(DOMAINS.to_vec()), "[a-z.]{1,8}", proptest::collection::vec(edit, 0..3), around).prop_map(
        |(domain, local, edits, (before, behind))| {
            let mut signs: Vec<char> = format!("{local}@{domain}").chars().collect();
            for (at, kind, sign) in edits {
                let at = at % signs.len();
                match kind {
                    0 => signs.insert(at, sign),
                    1 if signs.len() > 1 => drop(signs.remove(at)),
                    _ => drop(signs.splice(at..=at, [sign])),
                }
            }
            format!("{before}{}{behind}", signs.into_iter().collect::<String>())
        },
    )
}

proptest! {
    #[test]
    fn a_suggestion_is_a_valid_address_and_not_what_was_written(text in prop_oneof![mistyped(), any::<String>()]) {
        let check = check_email(&text);
        for suggestion in check.issues.iter().filter_map(|issue| issue.suggestion.as_deref()) {
            prop_assert!(Email::new(suggestion).is_ok(), "{text:?} → {suggestion:?}");
            prop_assert_ne!(suggestion, text.trim());
            prop_assert!(check.normalized.as_ref().is_none_or(|written| written.as_str() != suggestion));
        }
    }

    #[test]
    fn a_suggestion_needs_no_other(text in mistyped()) {
        for suggestion in check_email(&text).issues.into_iter().filter_map(|issue| issue.suggestion) {
            prop_assert!(check_email(&suggestion).issues.is_empty(), "{text:?} → {suggestion:?}");
        }
    }

    #[test]
    fn a_well_known_domain_is_not_mistyped(domain in select(DOMAINS.to_vec()), local in "[a-z0-9]{1,12}") {
        let check = check_email(&format!("{local}@{domain}"));
        prop_assert!(check.valid && check.issues.is_empty());
    }

    #[test]
    fn a_country_is_known_by_its_own_code(text in any::<String>()) {
        if let Some(code) = CountryCode::of(&text) {
            prop_assert_eq!(CountryCode::of(code.as_str()), Some(code));
            prop_assert_eq!(code.as_str().parse::<CountryCode>().unwrap(), code);
        }
    }
}

#[test]
fn a_mistyped_address_is_kept_and_reported_in_a_list() {
    let csv = b"Email\nada@gmial.com\ngrace@gmail.com\n\"lin@gmail,com\"\n";
    let intake = memberferry::read_contacts(csv, &memberferry::ReadOptions::default()).unwrap();
    assert_eq!(intake.contacts.get(0).unwrap().email(), "ada@gmial.com");
    let found: Vec<_> = intake
        .issues
        .iter()
        .filter(|issue| issue.suggestion.is_some())
        .map(|issue| (issue.code, issue.location.line, issue.suggestion.unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::EmailTypo, Some(2), "ada@gmail.com".into()),
            (Code::EmailInvalid, Some(4), "lin@gmail.com".into())
        ]
    );
}

#[test]
fn guards_and_wrappers_are_taken_off_in_every_field() {
    let columns = [
        ("Id", "12"),
        ("First Name", "=A"),
        ("Last Name", "-B"),
        ("Phone", "+6561234567"),
        ("Company", "@C"),
        ("Address", "=D"),
        ("City", "-E"),
        ("State", "@F"),
        ("Zip", "-00123"),
        ("Country", "=G"),
        ("Referrer", "@H"),
        ("Order Ids", "-7"),
        ("Created At", "2024-03-04"),
        ("Tags", "=VIP"),
        ("Note", "+N"),
        ("Email Status", "subscribed"),
    ];
    let header: String = columns.iter().map(|(name, _)| format!(",{name}")).collect();
    let read = |written: &dyn Fn(&str) -> String| {
        let cells: String = columns.iter().map(|(_, cell)| format!(",{}", written(cell))).collect();
        let csv = format!("Email{header}\nada@example.com{cells}\n");
        let intake =
            memberferry::read_contacts(csv.as_bytes(), &memberferry::ReadOptions::default()).unwrap();
        intake.contacts.get(0).unwrap().to_contact().unwrap()
    };
    let plain = read(&|cell| cell.to_owned());
    let guarded = read(&|cell| {
        if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
    });
    let wrapped = read(&|cell| format!("\"=\"\"{cell}\"\"\""));
    assert_eq!(plain.phone.as_deref(), Some("+6561234567"));
    assert_eq!(plain.custom.get("Note").map(String::as_str), Some("+N"));
    assert_eq!(guarded, plain);
    assert_eq!(wrapped, plain);
}

#[test]
fn a_read_telephone_number_reads_back_as_itself() {
    let csv = "Email,Phone,Country\nada@example.com,030/123456 ext. 7,DE\n";
    let read = |csv: &str| {
        let intake =
            memberferry::read_contacts(csv.as_bytes(), &memberferry::ReadOptions::default()).unwrap();
        intake.contacts.get(0).unwrap().phone().unwrap_or_default().to_owned()
    };
    let number = read(csv);
    assert_eq!(number, "+4930123456 ext. 7");
    assert_eq!(read(&format!("Email,Phone\nada@example.com,{number}\n")), number);
}
