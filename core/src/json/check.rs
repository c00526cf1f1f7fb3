//! What parsers let pass, and we do not: a key that stands twice in one object, and integers that not every language holds.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::Error as _;

use super::LARGEST_INTEGER;
use super::mistake::Mistake;
use super::reader::{Error, Reader, Spot};
use super::tape::{Content, Tape};
use crate::Excerpt;

/// Checks that it is an object, that no key stands twice in any object of it, and that every integer is one that all languages hold
/// exactly.
///
/// # Errors
/// The first mistake, with its path.
pub fn check(tape: &Tape<'_>) -> Result<(), Mistake> {
    if !tape.content(0).is_some_and(Content::is_object) {
        return Err(tape.mistake(0, Reader::new(tape, 0).unexpected(&"an object")));
    }
    let first = (0..tape.len()).filter_map(|node| match tape.content(node)? {
        Content::Unsigned(number) if *number > LARGEST_INTEGER => Some((node, too_large(tape, node, number))),
        Content::Signed(number) if number.unsigned_abs() > LARGEST_INTEGER => {
            Some((node, too_large(tape, node, number)))
        }
        Content::Object => key_twice(tape, node),
        _ => None,
    });
    // The second of two keys comes before what is in the values of the keys after it, though not before its object.
    match first.min_by_key(|(found, _)| *found) {
        Some((_, error)) => Err(tape.mistake(0, error)),
        None => Ok(()),
    }
}

#[cold]
fn too_large(tape: &Tape<'_>, node: usize, number: impl fmt::Display) -> Error {
    let message = format_args!(
        "the number {number} is not within ±{LARGEST_INTEGER}, so not every language can hold it"
    );
    Reader::new(tape, node).placed(Error::custom(message))
}

/// The first key of an object that stands there already: the node, and the error.
fn key_twice(tape: &Tape<'_>, object: usize) -> Option<(usize, Error)> {
    let mut seen = BTreeSet::new();
    let (key, text) = tape.keys(object).find(|(_, text)| !seen.insert(*text))?;
    let error = Error::custom(format_args!("the key `{}` stands twice in one object", Excerpt::new(text)));
    Some((key, error.at(object, Spot::End(key))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    fn checked(text: &str) -> String {
        match Tape::read(text.as_bytes()).and_then(|tape| check(&tape)) {
            Ok(()) => "ok".to_owned(),
            Err(mistake) => mistake.issue_with_line(Code::ArgumentInvalid).to_string(),
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
}
