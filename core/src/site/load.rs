//! From JSON bytes to a site document, or to issues that say where the JSON goes wrong. Does not check what the parts of
//! a document say of one another.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::SiteDocument;
use crate::json::Tape;
use crate::{Code, Excerpt, Issue, Location};

/// The most levels of lists and objects within one another.
const DEPTH: usize = 64;

/// Reads a document.
///
/// # Errors
/// The issues that stand in the way. JSON that is not well-formed is one issue, with its line and column. Of well-formed JSON
/// of the wrong shape the first mistake has a line and column too; further ones are found one for each offering, page,
/// tag map entry, webhook, form and automation.
pub fn document(bytes: &[u8]) -> Result<SiteDocument, Vec<Issue>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(issue) = too_deep(bytes) {
        return Err(vec![issue]);
    }
    let tape = Tape::read(bytes).map_err(|mistake| vec![mistake.issue_with_line(Code::DocumentInvalid)])?;
    made_of(&tape)
}

/// Reads a document that was parsed before: its places are paths, without lines.
///
/// # Errors
/// As [`document`].
pub fn parsed_document(value: &Value) -> Result<SiteDocument, Vec<Issue>> {
    let tape = Tape::of(value);
    if tape.depth() > DEPTH {
        return Err(vec![depth_issue()]);
    }
    made_of(&tape)
}

fn made_of(tape: &Tape<'_>) -> Result<SiteDocument, Vec<Issue>> {
    match tape.to() {
        Ok(document) => of_this_format(document),
        Err(mistake) => Err(mistakes(tape, mistake.issue_with_line(Code::DocumentInvalid))),
    }
}

fn of_this_format(document: SiteDocument) -> Result<SiteDocument, Vec<Issue>> {
    if document.format == SiteDocument::FORMAT {
        Ok(document)
    } else {
        Err(vec![foreign_format(&document.format.to_string())])
    }
}

/// The first mistake, and one of each other part that has any. Of another format nothing else is said.
fn mistakes(tape: &Tape<'_>, first: Issue) -> Vec<Issue> {
    let format = tape.field("format").and_then(|format| tape.part::<Value>(format).ok());
    if let Some(format) = format.filter(|format| *format != SiteDocument::FORMAT) {
        return vec![foreign_format(&format.to_string())];
    }
    let more = parts(tape).into_iter().filter(|issue| issue.location.path != first.location.path);
    let more = more.collect::<Vec<_>>();
    [first].into_iter().chain(more).collect()
}

fn depth_issue() -> Issue {
    let message = format!("lists and objects stand within one another more than {DEPTH} deep");
    Issue::new(Code::DocumentInvalid).with_message(message)
}

fn foreign_format(format: &str) -> Issue {
    let message =
        format!("the document's format is `{}`, and this version reads format 1", Excerpt::new(format));
    Issue::new(Code::DocumentVersion).with_message(message).at(Location::default().key("format"))
}

/// The mistakes of shape in each part of a document: at most one a part.
fn parts(tape: &Tape<'_>) -> Vec<Issue> {
    fn list<T: DeserializeOwned>(tape: &Tape<'_>, field: &str) -> Vec<Issue> {
        let items = tape.field(field).into_iter().flat_map(|list| tape.elements(list)).enumerate();
        let wrong = items.filter_map(|(index, item)| {
            let place = Location::default().key(field).index(index);
            Some(tape.part::<T>(item).err()?.within(place))
        });
        wrong.map(|mistake| mistake.issue(Code::DocumentInvalid)).collect()
    }
    let mut issues = list::<super::TagMapEntry>(tape, "tagMap");
    issues.extend(list::<crate::offering::Offering>(tape, "offerings"));
    issues.extend(list::<super::Page>(tape, "pages"));
    issues.extend(list::<crate::webhook::Webhook>(tape, "webhooks"));
    issues.extend(list::<crate::webhook::Form>(tape, "forms"));
    issues.extend(list::<crate::automation::Automation>(tape, "automations"));
    issues
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
            return Some(depth_issue().at(Location::default().with_line(line).with_column(column)));
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
