//! JSON that goes wrong, said so that a person can mend it: the place, the sentence, what was probably meant; and the two
//! things that parsers let pass. Does not know what the JSON is about.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeOwned, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_path_to_error::{Path, Segment};

use crate::{Code, Excerpt, Issue, Location};

/// The largest integer, and with a minus the smallest, that every language holds exactly.
pub const LARGEST_INTEGER: u64 = (1 << 53) - 1;

/// Why JSON could not be read: where, and the parser's own error.
pub type Mistake = (Location, serde_json::Error);

/// Reads a value that takes up the whole of the bytes.
///
/// # Errors
/// The first mistake, with its path.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize::<_, T>(&mut reader).map_err(mistake)?;
    end(&mut reader).map(|()| value)
}

// Apart from what is made for every type, because it is the same for all.
#[cold]
fn mistake(error: serde_path_to_error::Error<serde_json::Error>) -> Mistake {
    (place(Location::default(), error.path()), error.into_inner())
}

fn end(reader: &mut serde_json::Deserializer<serde_json::de::SliceRead<'_>>) -> Result<(), Mistake> {
    reader.end().map_err(|error| (Location::default(), error))
}

/// Reads an object that takes up the whole of the bytes, and refuses what parsers let pass, as [`check`] does.
///
/// # Errors
/// The first mistake, with its path.
pub fn read_checked<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    check(bytes)?;
    read(bytes)
}

/// Checks that an object takes up the whole of the bytes, that no key stands twice in any object of it, and that every
/// integer is one that all languages hold exactly.
///
/// # Errors
/// The first mistake, with its path.
pub fn check(bytes: &[u8]) -> Result<(), Mistake> {
    read::<Object>(bytes).map(|Object| ())
}

/// A path below a place.
pub fn place(base: Location, path: &Path) -> Location {
    path.iter().fold(base, |place, segment| match segment {
        Segment::Seq { index } => place.index(*index),
        Segment::Map { key } => place.key(key.as_str()),
        Segment::Enum { .. } | Segment::Unknown => place,
    })
}

/// An issue from the parser's own error, without line and column.
pub fn issue(code: Code, place: Location, error: &serde_json::Error) -> Issue {
    let message = in_plain_words(&error.to_string());
    let issue = Issue::new(code).at(place);
    let issue = match suggestion(&message) {
        Some(help) => issue.with_help(help),
        None => issue,
    };
    issue.with_message(message)
}

/// The issue with the parser's line and column.
pub fn with_line(mut issue: Issue, error: &serde_json::Error) -> Issue {
    if error.line() > 0 {
        let (line, column) = (error.line() as u64, error.column().max(1) as u64);
        issue.location = issue.location.with_line(line).with_column(column);
    }
    issue
}

/// The parser's message without its line and column, and without the names of Rust types.
pub fn in_plain_words(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let (given, expected) = match message.rsplit_once(", expected ") {
        Some((given, expected)) if given.starts_with("invalid ") => (given, Some(expected)),
        _ => (message, None),
    };
    let mut words = shortened(given).replace("invalid type: map", "invalid type: an object");
    words = words.replace("invalid type: sequence", "invalid type: a list");
    if let Some(expected) = expected {
        let expected = match expected {
            "u8" => "a whole number from 0 to 255",
            "u32" => "a whole number from 0 to 4294967295",
            "u64" => "a whole number from 0",
            "a sequence" => "a list",
            "a map" => "an object",
            "variant identifier" | "string or map" => "a word",
            type_name if type_name.starts_with("struct ") || type_name.contains("tagged enum ") => {
                "an object"
            }
            other => other,
        };
        words.push_str(", expected ");
        words.push_str(expected);
    }
    words
}

/// The message with no more than 300 characters, and on one line.
fn shortened(message: &str) -> String {
    message.chars().take(300).map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// What was probably meant, where the message names what is not known and what is.
fn suggestion(message: &str) -> Option<String> {
    let (unknown, accepted) = message.split_once(", expected ")?;
    let unknown =
        unknown.strip_prefix("unknown field `").or_else(|| unknown.strip_prefix("unknown variant `"))?;
    let unknown = unknown.strip_suffix('`')?;
    let accepted = accepted.split('`').skip(1).step_by(2);
    let (distance, nearest) = accepted.map(|name| (distance(unknown, name), name)).min()?;
    (distance <= 1 + nearest.len() / 4).then(|| format!("did you mean `{nearest}`?"))
}

/// How many letters must be put in, taken out or changed to make one word of another; case does not count.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.to_lowercase().chars().take(100).enumerate() {
        let mut next = vec![index + 1];
        let mut left = index + 1;
        for ((there, above_left), above) in other.iter().zip(&row).zip(row.iter().skip(1)) {
            left = (above_left + usize::from(*there != letter)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Any JSON value, looked at and not kept.
struct Anything;

/// An object, looked at and not kept.
struct Object;

impl<'de> Deserialize<'de> for Anything {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Anything)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Object)
    }
}

fn too_large(number: impl fmt::Display) -> String {
    format!("the number {number} is not within ±{LARGEST_INTEGER}, so not every language can hold it")
}

fn keys_once<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    let mut seen = BTreeSet::new();
    while let Some(key) = map.next_key::<String>()? {
        if seen.contains(&key) {
            let key = Excerpt::new(&key);
            return Err(A::Error::custom(format_args!("the key `{key}` stands twice in one object")));
        }
        map.next_value::<Anything>()?;
        seen.insert(key);
    }
    Ok(())
}

impl<'de> Visitor<'de> for Object {
    type Value = Object;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object, A::Error> {
        keys_once(map).map(|()| Object)
    }
}

impl<'de> Visitor<'de> for Anything {
    type Value = Anything;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Anything, E> {
        if number.unsigned_abs() > LARGEST_INTEGER { Err(E::custom(too_large(number))) } else { Ok(Anything) }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Anything, E> {
        if number > LARGEST_INTEGER { Err(E::custom(too_large(number))) } else { Ok(Anything) }
    }

    fn visit_f64<E>(self, _: f64) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_str<E>(self, _: &str) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_unit<E>(self) -> Result<Anything, E> {
        Ok(Anything)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Anything, A::Error> {
        while list.next_element::<Anything>()?.is_some() {}
        Ok(Anything)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Anything, A::Error> {
        keys_once(map).map(|()| Anything)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> String {
        match check(text.as_bytes()) {
            Ok(()) => "ok".to_owned(),
            Err((place, error)) => with_line(issue(Code::ArgumentInvalid, place, &error), &error).to_string(),
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_found_at_any_depth() {
        assert_eq!(checked(r#"{"a": [{"b": 1, "c": {}}], "b": null}"#), "ok");
        assert_eq!(
            checked("{\"a\": [{},\n {\"b\": 1, \"\\u0062\": 2}]}"),
            "error argument-invalid at a[1], line 2, column 18: the key `b` stands twice in one object"
        );
    }

    #[test]
    fn integers_are_those_that_every_language_holds() {
        assert_eq!(checked(r#"{"a": [9007199254740991, -9007199254740991, 0.5, 1e300]}"#), "ok");
        for number in ["9007199254740992", "-9007199254740992", "18446744073709551615"] {
            let found = checked(&format!("{{\"a\": {number}}}"));
            assert!(found.contains(" at a, line 1"), "{found}");
            assert!(
                found.contains(&format!("the number {number} is not within ±9007199254740991")),
                "{found}"
            );
        }
    }

    #[test]
    fn nothing_but_an_object_stands_at_the_top() {
        assert!(checked("[]").contains("invalid type: a list, expected an object"));
        assert!(checked("{} {}").contains("trailing characters"));
        assert!(checked("").contains("EOF while parsing a value"));
        assert!(checked(&"{\"a\":".repeat(200)).contains("recursion limit exceeded"));
    }

    #[test]
    fn names_of_types_are_not_shown() {
        for (message, words) in [
            (
                "invalid type: map, expected struct Plan with 2 elements",
                "invalid type: an object, expected an object",
            ),
            (
                "invalid type: integer `3`, expected internally tagged enum Use",
                "invalid type: integer `3`, expected an object",
            ),
            (
                "invalid value: integer `300`, expected u8",
                "invalid value: integer `300`, expected a whole number from 0 to 255",
            ),
        ] {
            assert_eq!(in_plain_words(message), words);
        }
    }
}
