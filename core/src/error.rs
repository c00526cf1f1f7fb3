//! A refusal as it crosses a boundary: code, category, message, remedy and place. Knows no area's error types; each of
//! them turns itself into this one.

use serde::Serialize;

use crate::issue::{Category, Code, Issue, Location};

/// What every error of this library can say of itself.
pub trait Refusal: std::error::Error {
    /// The stable code.
    fn code(&self) -> Code;

    /// Where in the input, as far as known.
    fn location(&self) -> Location {
        Location::default()
    }

    /// What to do about it.
    fn help(&self) -> String {
        self.code().remedy().to_owned()
    }

    /// Every issue behind the refusal, where it stands for several.
    fn issues(&self) -> &[Issue] {
        &[]
    }

    /// The refusal as data, the same in every language.
    fn failure(&self) -> Failure {
        Failure {
            code: self.code(),
            category: self.code().category(),
            message: self.to_string(),
            help: self.help(),
            location: self.location(),
            issues: self.issues().to_vec(),
        }
    }
}

/// A refusal as data: what bindings make their exceptions of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The stable code.
    pub code: Code,
    /// Which exception class a host raises.
    pub category: Category,
    /// Lower-case, no full stop, input in back-ticks and shortened.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Where in the input.
    #[serde(skip_serializing_if = "Location::is_unknown")]
    pub location: Location,
    /// Every issue behind the refusal, in document order; empty where it stands for itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

impl Failure {
    /// What a host reports where this library broke off: a panic that it caught.
    ///
    /// ```
    /// use memberferry::{Category, Failure};
    /// assert_eq!(Failure::internal().category, Category::Internal);
    /// ```
    pub fn internal() -> Self {
        Issue::new(Code::Internal).into()
    }
}

impl From<Issue> for Failure {
    /// A failure that stands for one issue.
    fn from(issue: Issue) -> Self {
        Failure {
            code: issue.code,
            category: issue.code.category(),
            help: issue.help().to_owned(),
            message: issue.message.into_owned(),
            location: issue.location,
            issues: Vec::new(),
        }
    }
}
