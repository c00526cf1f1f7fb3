//! Issues read back from the form they are written in. Does not know what they stand in: a plan, a report.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{Code, Issue, Location, PathSegment};
use crate::text::Excerpt;

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(deserializer)?;
        let known = Code::ALL.iter().find(|code| code.name() == name);
        known
            .copied()
            .ok_or_else(|| D::Error::custom(format_args!("`{}` is not a known code", Excerpt::new(&name))))
    }
}

impl<'de> Deserialize<'de> for Issue {
    /// The severity follows from the code; help is kept only where it is not the code's own remedy.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an issue object")]
        struct Wire {
            code: Code,
            severity: String,
            message: String,
            help: String,
            #[serde(default)]
            location: WireLocation,
            value: Option<String>,
            suggestion: Option<Box<str>>,
        }
        let wire = Wire::deserialize(deserializer)?;
        if wire.code.severity().name() != wire.severity {
            return Err(D::Error::custom("the severity is not the code's"));
        }
        let mut issue = Issue::new(wire.code).with_message(wire.message).at(wire.location.into());
        if wire.help != wire.code.remedy() {
            issue = issue.with_help(wire.help);
        }
        issue.value = wire.value.as_deref().map(Excerpt::new);
        issue.suggestion = wire.suggestion;
        Ok(issue)
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a location object")]
struct WireLocation {
    input: Option<u64>,
    record: Option<u64>,
    line: Option<u64>,
    column: Option<u64>,
    field: Option<String>,
    path: String,
}

impl From<WireLocation> for Location {
    fn from(wire: WireLocation) -> Location {
        let WireLocation { input, record, line, column, field, path } = wire;
        let (field, path) = (field.map(String::into_boxed_str), path_of(&path));
        Location { input, record, line, column, field, path }
    }
}

/// A path from its text, `pages[2].rule.tags[0]`.
fn path_of(text: &str) -> Vec<PathSegment> {
    let mut segments = Vec::new();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let (key, indexes) = part.split_once('[').unwrap_or((part, ""));
        if !key.is_empty() {
            segments.push(PathSegment::Key(key.into()));
        }
        let indexes = indexes.split('[').filter_map(|index| index.strip_suffix(']')?.parse().ok());
        segments.extend(indexes.map(PathSegment::Index));
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_comes_back_as_it_was_written() {
        let place = Location::default().key("pages").index(2).key("rule").key("tags").index(0);
        for issue in [
            Issue::new(Code::TagDangling).at(place).with_value("Gold").with_help("did you mean `GOLD`?"),
            Issue::new(Code::EmailInvalid)
                .with_value("ada@example,com")
                .with_suggestion("ada@example.com")
                .at(Location::default().with_record(4).with_line(7).with_field("Email")),
        ] {
            let text = serde_json::to_string(&issue).unwrap();
            assert_eq!(serde_json::from_str::<Issue>(&text).unwrap(), issue);
        }
    }

    #[test]
    fn a_code_that_is_not_in_the_registry_is_refused() {
        let refused = serde_json::from_str::<Code>("\"no-such-code\"").unwrap_err();
        assert_eq!(refused.to_string(), "`no-such-code` is not a known code");
    }
}
