//! From JSON bytes to a site document, or to issues that say where the JSON goes wrong. Does not check what the parts of
//! a document say of one another.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::SiteDocument;
use crate::{Code, Excerpt, Issue, Location};

/// The most levels of lists and objects within one another.
const DEPTH: usize = 64;

/// Reads a document.
///
/// # Errors
/// The issues that stand in the way. JSON that is not well-formed is one issue, with its line and column. Of well-formed JSON
/// of the wrong shape the first mistake has a line and column too; further ones are found one for each offering, page and
/// tag map entry.
pub fn document(bytes: &[u8]) -> Result<SiteDocument, Vec<Issue>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(issue) = too_deep(bytes) {
        return Err(vec![issue]);
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = match serde_path_to_error::deserialize::<_, SiteDocument>(&mut reader) {
        Ok(document) => reader.end().map(|()| document).map_err(|error| (Location::default(), error)),
        Err(error) => {
            let place = place(Location::default(), error.path());
            Err((place, error.into_inner()))
        }
    };
    let (place, error) = match read {
        Ok(document) if document.format == SiteDocument::FORMAT => return Ok(document),
        Ok(document) => return Err(vec![foreign_format(&document.format.to_string())]),
        Err(failed) => failed,
    };
    let value: Option<Value> = serde_json::from_slice(bytes).ok();
    if let Some(format) = value.as_ref().and_then(|value| value.get("format")).filter(|format| **format != 1)
    {
        return Err(vec![foreign_format(&format.to_string())]);
    }
    let first = with_line(issue(place, &error), &error);
    let more = value.iter().flat_map(parts).filter(|issue| issue.location.path != first.location.path);
    let more = more.collect::<Vec<_>>();
    Err([first].into_iter().chain(more).collect())
}

fn foreign_format(format: &str) -> Issue {
    let message =
        format!("the document's format is `{}`, and this version reads format 1", Excerpt::new(format));
    Issue::new(Code::DocumentVersion).with_message(message).at(Location::default().key("format"))
}

/// The mistakes of shape in each part of a document that is well-formed JSON: at most one a part.
fn parts(value: &Value) -> Vec<Issue> {
    fn list<T: DeserializeOwned>(value: &Value, field: &'static str) -> Vec<Issue> {
        let items = value.get(field).and_then(Value::as_array).map_or(&[] as &[Value], Vec::as_slice);
        let wrong = items.iter().enumerate().filter_map(|(index, item)| {
            let error = serde_path_to_error::deserialize::<_, T>(item).err()?;
            let place = place(Location::default().key(field).index(index), error.path());
            Some(issue(place, error.inner()))
        });
        wrong.collect()
    }
    let mut issues = list::<super::TagMapEntry>(value, "tagMap");
    issues.extend(list::<crate::offering::Offering>(value, "offerings"));
    issues.extend(list::<super::Page>(value, "pages"));
    issues
}

fn place(base: Location, path: &serde_path_to_error::Path) -> Location {
    path.iter().fold(base, |place, segment| match segment {
        Segment::Seq { index } => place.index(*index),
        Segment::Map { key } => place.key(key.as_str()),
        Segment::Enum { .. } | Segment::Unknown => place,
    })
}

/// An issue from the parser's own error.
fn issue(place: Location, error: &serde_json::Error) -> Issue {
    let message = in_plain_words(&error.to_string());
    let issue = Issue::new(Code::DocumentInvalid).at(place);
    let issue = match suggestion(&message) {
        Some(help) => issue.with_help(help),
        None => issue,
    };
    issue.with_message(message)
}

/// The issue with the parser's line and column.
fn with_line(mut issue: Issue, error: &serde_json::Error) -> Issue {
    if error.line() > 0 {
        let (line, column) = (error.line() as u64, error.column().max(1) as u64);
        issue.location = issue.location.with_line(line).with_column(column);
    }
    issue
}

/// The parser's message without its line and column, and without the names of Rust types.
fn in_plain_words(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let (given, expected) = match message.rsplit_once(", expected ") {
        Some((given, expected)) if given.starts_with("invalid ") => (given, Some(expected)),
        _ => (message, None),
    };
    let mut words = shortened(given).replace("invalid type: map", "invalid type: an object");
    words = words.replace("invalid type: sequence", "invalid type: a list");
    if let Some(expected) = expected {
        let expected = match expected {
            "u32" => "a whole number from 0 to 4294967295",
            "a sequence" => "a list",
            "a map" => "an object",
            "variant identifier" | "string or map" => "a word",
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

/// An issue at the first list or object that stands too deep, found without reading the JSON.
fn too_deep(bytes: &[u8]) -> Option<Issue> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let (mut line, mut column) = (1_u64, 0_u64);
    for byte in bytes {
        column += 1;
        match byte {
            b'\n' => (line, column) = (line + 1, 0),
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            let message = format!("lists and objects stand within one another more than {DEPTH} deep");
            let place = Location::default().with_line(line).with_column(column);
            return Some(Issue::new(Code::DocumentInvalid).with_message(message).at(place));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issues(text: &str) -> Vec<String> {
        document(text.as_bytes()).unwrap_err().iter().map(ToString::to_string).collect()
    }

    fn with(more: &str) -> String {
        format!(r#"{{"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam"{more}}}"#)
    }

    #[test]
    fn malformed_json_says_line_and_column() {
        assert_eq!(
            issues("{\n  \"format\": 1,\n  oops\n}"),
            ["error document-invalid at line 3, column 3: key must be a string"]
        );
        assert!(issues("")[0].contains("EOF while parsing a value"));
        assert!(document(&[b'{', 0xFF, b'}']).is_err());
        assert!(issues(&(with("") + "x"))[0].contains("trailing characters"));
    }

    #[test]
    fn a_mistake_deep_in_a_rule_is_reported_at_its_own_place() {
        let text = with(
            r#", "pages": [{"id": "a", "title": "A", "rule": {"kind": "not", "rule":
            {"kind": "or", "rules": [{"kind": "public"}, {"kind": "has-any", "tags": [3]}]}}}]"#,
        );
        assert_eq!(
            issues(&text),
            ["error document-invalid at pages[0].rule.rule.rules[1].tags[0], line 2, column 87: \
              invalid type: integer `3`, expected a string"]
        );
    }

    #[test]
    fn a_misspelt_field_is_told_what_was_probably_meant() {
        let issue = &document(with(r#", "pagez": []"#).as_bytes()).unwrap_err()[0];
        assert_eq!(issue.help(), "did you mean `pages`?");
        assert_eq!(issue.location.path_text(), "pagez");
        let kind = with(r#", "pages": [{"id": "a", "title": "A", "rule": {"kind": "hasany"}}]"#);
        assert_eq!(document(kind.as_bytes()).unwrap_err()[0].help(), "did you mean `has-any`?");
    }

    #[test]
    fn every_part_with_a_mistake_is_reported_at_once() {
        let text = with(
            r#", "offerings": [{"id": "a"}, {"id": "b", "name": "B", "price": "dear"}],
            "pages": [{"id": "", "title": "A"}, {"id": "p", "title": "P"}]"#,
        );
        let found = document(text.as_bytes()).unwrap_err();
        let places: Vec<_> = found.iter().map(|issue| issue.location.path_text()).collect();
        assert_eq!(places, ["offerings[0]", "offerings[1].price", "pages[0].id"]);
    }

    #[test]
    fn keys_that_stand_twice_are_refused_everywhere() {
        for text in [
            with(r#", "name": "Again""#),
            with(r#", "offerings": [{"id": "a", "id": "b", "name": "A"}]"#),
            with(r#", "tagMap": [{"kind": "keep", "from": "a", "from": "b"}]"#),
            with(r#", "pages": [{"id": "a", "title": "A", "rule": {"kind": "public", "kind": "public"}}]"#),
        ] {
            assert!(issues(&text)[0].contains("duplicate field"), "{text}");
        }
    }

    #[test]
    fn another_format_is_named_and_nothing_else_is() {
        let text = r#"{"format": 2, "sites": []}"#;
        assert_eq!(
            issues(text),
            [
                "error document-version at format: the document's format is `2`, and this version reads format 1"
            ]
        );
    }

    #[test]
    fn nesting_beyond_the_bound_is_an_issue_with_its_place() {
        let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(
            issues(&text),
            [
                "error document-invalid at line 1, column 65: lists and objects stand within one another more than 64 deep"
            ]
        );
        assert!(
            too_deep(br#""[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[[[[""#)
                .is_none()
        );
    }
}
