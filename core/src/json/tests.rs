//! That what is read is what `serde_json` reads, and that what goes wrong goes wrong at the same place.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::*;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Ship {
    name: Name,
    masts: u8,
    #[serde(default)]
    cargo: Vec<Cargo>,
    flag: Option<Flag>,
    crew: Option<BTreeMap<Name, u64>>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
struct Name(String);

impl TryFrom<String> for Name {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, &'static str> {
        if name.is_empty() { Err("the name is empty") } else { Ok(Name(name)) }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Cargo {
    Tea { chests: u32 },
    Passengers { names: Vec<Name> },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Flag {
    Blue,
    Red,
}

/// The place and the message, with line and column.
fn wrong(text: &str) -> (String, String) {
    let mistake = read::<Ship>(text.as_bytes()).unwrap_err();
    let message = mistake.to_string();
    (mistake.issue(crate::Code::ArgumentInvalid).location.path_text(), message)
}

#[test]
fn mistakes_have_the_place_of_what_is_wrong_and_the_words_of_serde_json() {
    for (place, text) in [
        ("masts", r#"{"name": "A", "masts": 300}"#),
        ("masts", r#"{"name": "A", "masts": "three", "flag": "blue"}"#),
        ("masts", r#"{"name": "A", "masts": -1 }"#),
        ("masts", r#"{"name": "A", "masts": {}}"#),
        ("", r#"{"name": "A"}"#),
        ("", "{\n  \"masts\": 3\n}"),
        ("sails", r#"{"name": "A", "sails": 3}"#),
        ("name", r#"{"name": "", "masts": 3}"#),
        ("name", r#"{"masts": 3, "name": ""  }"#),
        ("name", "{\"name\": [\n1]}"),
        ("flag", r#"{"name": "A", "masts": 3, "flag": "green"}"#),
        ("cargo[0]", r#"{"name": "A", "masts": 3, "cargo": [{"kind": "tea"}]}"#),
        (
            "cargo[1].kind",
            r#"{"name": "A", "masts": 3, "cargo": [{"kind": "tea", "chests": 1}, {"kind": "tar"} , {}]}"#,
        ),
        ("cargo[0]", r#"{"name": "A", "masts": 3, "cargo": [{"kind": "passengers", "names": [""]}]}"#),
        ("cargo[0]", r#"{"name": "A", "masts": 3, "cargo": [{"chests": 3}]}"#),
        ("cargo", r#"{"name": "A", "masts": 3, "cargo": 7}"#),
        ("", r#"{"name": "A", "name": "B"}"#),
        ("crew.", r#"{"name": "A", "masts": 3, "crew": {"": 3}}"#),
        ("crew.Ada", r#"{"name": "A", "masts": 3, "crew": {"Ada": 1.5}}"#),
        ("", "7"),
        ("", r#"{"name": "A", "masts": 3} 7"#),
        ("masts", r#"{"name": "A", "masts": }"#),
        ("masts", r#"{"name": "A", "masts": 01}"#),
        ("cargo[1]", r#"{"name": "A", "masts": 3, "cargo": [{"kind": "tea", "chests": 1}, oops]}"#),
        ("", r#"{"name": "A" "masts": 3}"#),
        ("name", r#"{"name": "\ud800"}"#),
        ("", ""),
    ] {
        let theirs = serde_json::from_str::<Ship>(text).unwrap_err().to_string();
        assert_eq!(wrong(text), (place.to_owned(), theirs), "{text}");
    }
}

#[test]
fn a_list_is_no_object() {
    // Most parsers take it for the fields in their order.
    assert!(serde_json::from_str::<Ship>(r#"["A", 3, [], null, null]"#).is_ok());
    let (place, message) = wrong(r#"["A", 3, [], null, null]"#);
    assert_eq!(place, "");
    assert!(message.starts_with("invalid type: sequence, expected struct Ship"), "{message}");
}

#[test]
fn the_depth_is_that_of_serde_json() {
    for depth in [127, 128] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(
            read::<Value>(text.as_bytes()).is_ok(),
            serde_json::from_str::<Value>(&text).is_ok(),
            "{depth}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_a_mistake() {
    for bytes in [b"\"\xFF\"".as_slice(), b"{\"a\": 1}\xFF", b"\xFF"] {
        assert!(read::<Value>(bytes).is_err(), "{bytes:?}");
    }
}

#[test]
fn a_value_is_what_it_is_written_as() {
    let value = serde_json::json!({"a": [1, -2, 0.5, null, true], "b": {"c": "\n\u{1F600}"}});
    assert_eq!(super::value(&value), value);
    assert_eq!(Tape::of(&value).to::<Value>().unwrap(), value);
    assert_eq!(Tape::of(&value).depth(), 2);
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just(" \n".to_owned()),
        Just("\"a\"".to_owned()),
        Just("\"b\":".to_owned()),
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?[0-9]{1,22}(\\.[0-9]{0,3})?([eE][+-]?[0-9]{0,3})?",
        r#""(\\["\\/bfnrtu]|\\u[0-9a-fA-F+]{4}|[^"\\]){0,4}""#,
    ]
}

proptest! {
    #[test]
    fn what_is_json_and_what_it_says_is_as_with_serde_json(pieces in prop::collection::vec(piece(), 0..12)) {
        same(&pieces.concat())?;
        same(&format!("[{}]", pieces.join(",")))?;
        same(&format!("{{\"k\":{}}}", pieces.concat()))?;
    }

    #[test]
    fn any_text_is_read_as_by_serde_json(text: String) {
        same(&text)?;
        same(&serde_json::to_string(&text).unwrap())?;
    }
}

fn same(text: &str) -> Result<(), TestCaseError> {
    match (read::<Value>(text.as_bytes()), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => prop_assert!(alike(&ours, &theirs), "{text}: {ours} {theirs}"),
        (Err(ours), Err(theirs)) => prop_assert_eq!(ours.to_string(), theirs.to_string(), "{}", text),
        (ours, theirs) => prop_assert!(false, "{text}: {ours:?} {theirs:?}"),
    }
    Ok(())
}

/// The same, but for the last bit of a fraction, which `serde_json` does not promise.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let (one, other) = (one.as_f64().unwrap(), other.as_f64().unwrap());
            (one - other).abs() <= one.abs() * 1e-15
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.keys().eq(other.keys())
                && one.values().zip(other.values()).all(|(one, other)| alike(one, other))
        }
        _ => one == other,
    }
}
