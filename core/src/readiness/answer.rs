//! What people answered to the checklist. Does not know what an answer is worth.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ChecklistItem;
use crate::json::{self, Mistake, Tape};
use crate::plan::each_once;
use crate::{Code, Instant, Issue, Location, Refusal};

/// What was answered to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not.
    No,
    /// The question does not concern this site.
    NotApplicable,
}

/// One person's answer to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an answer object")]
pub struct ChecklistAnswer {
    /// What.
    pub answer: Answer,
    /// Whose.
    pub answered_by: String,
    /// When.
    pub at: Instant,
    /// What else they say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The answers that were given, each item once. On the wire an object of answers by the item's name; a name that is no item is refused.
///
/// ```
/// use memberferry::{ChecklistItem, ReadinessAnswers};
/// let answers = ReadinessAnswers::from_json(br#"{
///     "ftp-access": {"answer": "yes", "answeredBy": "Ada", "at": "2026-03-02T09:00:00Z"}
/// }"#)?;
/// assert_eq!(answers.get(ChecklistItem::FtpAccess).unwrap().answered_by, "Ada");
/// assert!(ReadinessAnswers::from_json(br#"{"fpt-access": {}}"#).is_err());
/// # Ok::<(), memberferry::AnswersError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ReadinessAnswers(
    #[serde(deserialize_with = "each_once")] BTreeMap<ChecklistItem, ChecklistAnswer>,
);

impl ReadinessAnswers {
    /// Reads answers.
    ///
    /// # Errors
    /// [`AnswersError`] with the first mistake: an item that is not known, an answer that is none, a key that stands twice.
    pub fn from_json(bytes: &[u8]) -> Result<Self, AnswersError> {
        json::read_checked(bytes).map_err(AnswersError::new)
    }

    /// Reads answers from the part of a document, parsed already, that stands at a place.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub(crate) fn from_value(value: &serde_json::Value, at: Location) -> Result<Self, AnswersError> {
        Tape::of(value).to().map_err(|mistake| AnswersError::new(mistake.within(at)))
    }

    /// What was answered to an item.
    pub fn get(&self, item: ChecklistItem) -> Option<&ChecklistAnswer> {
        self.0.get(&item)
    }

    /// Puts an answer in place of the one before it.
    pub fn set(&mut self, item: ChecklistItem, answer: ChecklistAnswer) {
        self.0.insert(item, answer);
    }
}

/// The text is no answers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .issue.message)]
pub struct AnswersError {
    issue: Box<Issue>,
}

impl AnswersError {
    fn new(mistake: Mistake) -> Self {
        AnswersError { issue: Box::new(mistake.issue_with_line(Code::AnswersInvalid)) }
    }
}

impl Refusal for AnswersError {
    fn code(&self) -> Code {
        self.issue.code
    }

    fn location(&self) -> Location {
        self.issue.location.clone()
    }

    fn help(&self) -> String {
        self.issue.help().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_is_not_known_or_stands_twice_is_refused() {
        let read = |text: &str| ReadinessAnswers::from_json(text.as_bytes());
        let yes = r#"{"answer": "yes", "answeredBy": "Ada", "at": "2026-03-02T09:00:00Z"}"#;
        assert!(read(&format!(r#"{{"emails-on": {yes}}}"#)).is_ok());
        for wrong in [
            format!(r#"{{"emails-onn": {yes}}}"#),
            format!(r#"{{"emails-on": {yes}, "emails-on": {yes}}}"#),
            r#"{"emails-on": {"answer": "perhaps", "answeredBy": "Ada", "at": "2026-03-02T09:00:00Z"}}"#
                .to_owned(),
            r#"{"emails-on": {"answer": "yes"}}"#.to_owned(),
        ] {
            assert_eq!(read(&wrong).unwrap_err().code(), Code::AnswersInvalid, "{wrong}");
        }
        let refused = read(&format!(r#"{{"emails-onn": {yes}}}"#)).unwrap_err();
        assert!(refused.to_string().contains("emails-onn"), "{refused}");
    }
}
