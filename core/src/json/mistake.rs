//! A mistake in JSON, said so that a person can mend it: the place, the sentence, what was probably meant. Does not know how it was found.

use std::fmt;

use crate::{Code, Issue, Location};

/// Where in a text, as parsers count: the lines from 1, and the bytes of the line up to there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    line: usize,
    column: usize,
}

impl Position {
    pub fn of(text: &[u8], offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
        Position { line: 1 + memchr::memchr_iter(b'\n', before).count(), column: before.len() - line_start }
    }
}

/// Why JSON could not be read: where, and the parser's own message.
#[derive(Debug)]
pub struct Mistake {
    /// Boxed, because every result holds one.
    place: Box<Location>,
    message: String,
    position: Option<Position>,
}

impl Mistake {
    pub fn new(place: Location, message: String, position: Option<Position>) -> Self {
        Mistake { place: Box::new(place), message, position }
    }

    /// A mistake in JSON that is not well-formed.
    pub fn malformed(place: Location, error: &serde_json::Error) -> Self {
        let message = without_position(&error.to_string()).to_owned();
        Mistake::new(place, message, Some(Position { line: error.line(), column: error.column() }))
    }

    /// The mistake below a place.
    pub fn within(mut self, base: Location) -> Self {
        let path = std::mem::replace(&mut *self.place, base).path;
        self.place.path.extend(path);
        self
    }

    /// An issue without line and column.
    pub fn issue(self, code: Code) -> Issue {
        let message = in_plain_words(&self.message);
        let issue = Issue::new(code).at(*self.place);
        let issue = match suggestion(&message) {
            Some(help) => issue.with_help(help),
            None => issue,
        };
        issue.with_message(message)
    }

    /// An issue with line and column.
    pub fn issue_with_line(self, code: Code) -> Issue {
        let position = self.position;
        let mut issue = self.issue(code);
        if let Some(Position { line, column }) = position {
            issue.location = issue.location.with_line(line as u64).with_column(column.max(1) as u64);
        }
        issue
    }
}

/// As parsers write it.
impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        match self.position {
            Some(Position { line, column }) => write!(formatter, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

/// The parser's message without its line and column, and without the names of Rust types.
pub fn in_plain_words(message: &str) -> String {
    let message = without_position(message);
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

fn without_position(message: &str) -> &str {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message)
}

#[cfg(test)]
mod tests {
    use super::*;

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
