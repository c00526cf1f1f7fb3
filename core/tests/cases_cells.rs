//! Our reading of single cells (telephone numbers, names, plain values) against public suites whose answers are not ours.
//!
//! The cases lie beside the project and are not part of it. Where they are not there, nothing is compared and the test
//! says so. Every case that we decide differently is listed here with the reason; a difference that is not listed fails.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read fails the test")]
#![expect(clippy::disallowed_macros, reason = "a test says what it compared")]

use std::path::PathBuf;

use memberferry::{Contact, MarketingStatus, ReadOptions, check_email, read_contacts};
use serde_json::Value;

fn cases(name: &str) -> Option<Vec<Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases").join(name);
    match std::fs::read_to_string(path) {
        Ok(text) => Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()),
        Err(_) => {
            println!("the public cases are not there: {name} is not compared");
            None
        }
    }
}

fn text<'a>(case: &'a Value, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_default()
}

/// The one contact of a list with these columns behind the address.
fn contact(columns: &[(&str, &str)], options: &ReadOptions) -> Contact {
    let quoted = |text: &str| format!(",\"{}\"", text.replace('"', "\"\""));
    let header: String = columns.iter().map(|(name, _)| quoted(name)).collect();
    let cells: String = columns.iter().map(|(_, cell)| quoted(cell)).collect();
    let csv = format!("Email{header}\nada@example.com{cells}\n");
    let intake = read_contacts(csv.as_bytes(), options).unwrap();
    intake.contacts.get(0).unwrap().to_contact().unwrap()
}

#[test]
fn telephone_numbers() {
    let Some(cases) = cases("phones.jsonl") else { return };
    for case in &cases {
        let options =
            ReadOptions { default_region: text(case, "region").parse().ok(), ..ReadOptions::default() };
        let by_default = contact(&[("Phone", text(case, "input"))], &options);
        assert_eq!(by_default.phone.as_deref(), case["expected_e164"].as_str(), "{case}");
        if options.default_region.is_some() {
            let columns = [("Phone", text(case, "input")), ("Country", text(case, "region"))];
            let by_country = contact(&columns, &ReadOptions::default());
            assert_eq!(by_country.phone.as_deref(), case["expected_e164"].as_str(), "{case}");
        }
    }
    println!("{} agree", cases.len());
}

/// Full names that are composed (NFC) on reading, as every text is.
const COMPOSED: [&str; 2] = ["faker/ta_IN/1", "faker/ta_IN/12"];

#[test]
fn names() {
    let Some(cases) = cases("names.jsonl") else { return };
    let (mut whole, mut one_word) = (0, 0);
    for case in &cases {
        let (first, last, full) = (text(case, "first"), text(case, "last"), text(case, "full"));
        let read = contact(&[("First Name", first), ("Last Name", last)], &ReadOptions::default());
        let (read_first, read_last) =
            (read.first_name.unwrap_or_default(), read.last_name.unwrap_or_default());
        if case["nfc_changes"] == false {
            assert_eq!((read_first.as_str(), read_last.as_str()), (first, last), "{case}");
        }
        // How a full name is to be split the suite does not say: nothing of it may be lost or made up.
        let read = contact(&[("Name", full)], &ReadOptions::default());
        let (read_first, read_last) =
            (read.first_name.unwrap_or_default(), read.last_name.unwrap_or_default());
        assert!(!read_first.is_empty(), "{case}");
        one_word += usize::from(read_last.is_empty());
        if case["nfc_changes"] == false && !COMPOSED.contains(&text(case, "id")) {
            let order = [format!("{read_first} {read_last}"), format!("{read_last}, {read_first}")];
            assert!(order.iter().any(|name| name.trim() == full), "{case}: {order:?}");
            whole += 1;
        }
    }
    println!("{whole} full names are split without loss, {one_word} of {} have one word", cases.len());
}

#[test]
fn values() {
    let Some(cases) = cases("values.jsonl") else { return };
    for case in &cases {
        let input = text(case, "input");
        match case["expected"].as_bool() {
            Some(expected) => {
                let read = contact(&[("Accepts Marketing", input)], &ReadOptions::default());
                let status =
                    if expected { MarketingStatus::Subscribed } else { MarketingStatus::Unsubscribed };
                assert_eq!(read.marketing.status, status, "{case}");
            }
            None => {
                let read = contact(&[("Note", input)], &ReadOptions::default());
                assert_eq!(read.custom.get("Note").map(String::as_str), case["expected"].as_str(), "{case}");
            }
        }
    }
    println!("{} agree", cases.len());
}

/// WordPress's own cleaning is the target's business, and what becomes of a login name is the plan's. What reading shares
/// with it: what is no address for the one is none for the other.
#[test]
fn what_a_target_would_clean() {
    let Some(cases) = cases("sanitize_cases.jsonl") else { return };
    let addresses: Vec<_> = cases.iter().filter(|case| case["function"] == "sanitize_email").collect();
    for case in &addresses {
        assert_eq!(check_email(text(case, "input")).valid, !text(case, "expected").is_empty(), "{case}");
    }
    println!("{} agree, {} are the target's business", addresses.len(), cases.len() - addresses.len());
}
