//! What is wrong with an input, said so that a person can mend it: a stable code, a place, the value and a remedy.
//!
//! A reader of human data returns what it could read *and* its issues; an issue never stops the reading of the
//! rest. This module does not know where an issue came from: files, sites and plans all report in this shape.

mod frame;
mod location;
mod read;
mod registry;
#[cfg(feature = "schema")]
mod schema;
mod table;

use std::borrow::Cow;

use serde::Serialize;

pub use location::{Location, PathSegment};
pub use registry::{Category, Code};
pub use table::Issues;
pub(crate) use table::{MessageValue, RowPlace};

use crate::text::Excerpt;

/// How much an issue matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing needs doing.
    Info,
    /// Something was guessed, shortened or overruled; look at it before going on.
    Warning,
    /// The row, or the whole input, cannot be used as it is.
    Error,
}

impl Severity {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing that is wrong, or was decided, at one place of an input.
///
/// The code, its meaning and its usual remedy stand in one registry: [`Code`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What kind of issue this is.
    pub code: Code,
    /// The sentence for this very case: lower-case, no full stop, input in back-ticks and shortened.
    pub message: Cow<'static, str>,
    /// The remedy for this very case; where absent, the code's own remedy holds.
    pub specific_help: Option<Box<str>>,
    /// Where in the input.
    pub location: Location,
    /// The value as written, shortened. Never set for a column that holds secrets.
    pub value: Option<Excerpt>,
    /// What the value may have been meant to be, whole and valid where it stands. Nobody has put it in: whoever knows
    /// better may.
    pub suggestion: Option<Box<str>>,
}

impl Issue {
    /// An issue whose message is the code's own meaning, at no place yet.
    pub fn new(code: Code) -> Self {
        Issue {
            code,
            message: Cow::Borrowed(code.meaning()),
            specific_help: None,
            location: Location::default(),
            value: None,
            suggestion: None,
        }
    }

    /// The same issue with a message for this very case.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.message = message.into();
        self
    }

    /// The same issue with a remedy for this very case.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Box<str>>) -> Self {
        self.specific_help = Some(help.into());
        self
    }

    /// The same issue at a place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }

    /// The same issue showing the value it is about, shortened.
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.value = Some(Excerpt::new(value));
        self
    }

    /// The same issue with what the value may have been meant to be.
    #[must_use]
    pub fn with_suggestion(mut self, suggestion: impl Into<Box<str>>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What to do about it.
    pub fn help(&self) -> &str {
        self.specific_help.as_deref().unwrap_or_else(|| self.code.remedy())
    }
}

impl std::fmt::Display for Issue {
    /// `error email-invalid at line 7, column 3 (Email): the address …`
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.severity().name(), self.code)?;
        if !self.location.is_unknown() {
            write!(formatter, " at {}", self.location)?;
        }
        write!(formatter, ": {}", self.message)?;
        match &self.value {
            Some(value) => write!(formatter, " (`{value}`)"),
            None => Ok(()),
        }
    }
}

/// An issue as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Issue"))]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    code: Code,
    severity: Severity,
    message: &'a str,
    help: &'a str,
    #[serde(skip_serializing_if = "Location::is_unknown")]
    location: &'a Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a Excerpt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
}

#[cfg(feature = "schema")]
crate::schema::written_as!(Issue => Written<'_>);

impl Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            code: self.code,
            severity: self.severity(),
            message: &self.message,
            help: self.help(),
            location: &self.location,
            value: self.value.as_ref(),
            suggestion: self.suggestion.as_deref(),
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_reads_as_one_line_and_as_data() {
        let issue = Issue::new(Code::EmailInvalid)
            .with_message("the address has no `@`")
            .at(Location::default().with_record(4).with_line(7).with_column(3).with_field("Email"))
            .with_value("ada.example.com");
        assert_eq!(
            issue.to_string(),
            "error email-invalid at line 7, column 3 (Email): the address has no `@` (`ada.example.com`)"
        );
        let wire = serde_json::to_value(&issue).unwrap();
        assert_eq!(wire["location"]["record"], 4);
        assert_eq!(wire["code"], "email-invalid");
        assert_eq!(wire["severity"], "error");
        assert!(!wire["help"].as_str().unwrap().is_empty());
    }
}
