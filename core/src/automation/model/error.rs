//! Why JSON is no automation. Does not know what is wrong with one that is.

use crate::json::Mistake;
use crate::{Code, Issue, Location, Refusal};

/// The text is not an automation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .issue.message)]
pub struct AutomationError {
    issue: Box<Issue>,
}

impl AutomationError {
    pub(super) fn new(mistake: Mistake) -> Self {
        AutomationError { issue: Box::new(mistake.issue_with_line(Code::AutomationInvalid)) }
    }

    /// The mistake with its place and remedy.
    pub fn issue(&self) -> &Issue {
        &self.issue
    }
}

impl Refusal for AutomationError {
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
