//! Why columns are no table of a kind. Does not know which kind.

use crate::issue::{Code, Issue, Location};
use crate::{Excerpt, Refusal};

/// Why columns are no table of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// There is no such column.
    #[error("there is no column `{name}`")]
    Missing {
        /// The column.
        name: &'static str,
    },
    /// A column is none of those that the table has.
    #[error("`{name}` is no column of this table")]
    Unknown {
        /// The column.
        name: Excerpt,
        /// Those that it has.
        known: Vec<String>,
    },
    /// A column stands twice.
    #[error("there are two columns `{name}`")]
    Twice {
        /// The column.
        name: Excerpt,
    },
    /// A column holds something else than it should.
    #[error("the column `{name}` holds {found}, and {expected} is expected")]
    Kind {
        /// The column.
        name: Excerpt,
        /// What it holds.
        found: &'static str,
        /// What it should hold.
        expected: &'static str,
    },
    /// A column holds something that no table has.
    #[error("the column `{name}` holds `{found}`, which is in no table")]
    Unsupported {
        /// The column.
        name: Excerpt,
        /// What it holds, as its library calls it.
        found: Excerpt,
    },
    /// The library of columns could not read its own.
    #[error("the columns cannot be read: {message}")]
    Unreadable {
        /// What it says.
        message: Box<str>,
    },
    /// A column has more or fewer rows than the others, or its parts do not fit together.
    #[error("the column `{name}` is damaged")]
    Damaged {
        /// The column.
        name: Excerpt,
    },
    /// A value of one row cannot be taken.
    #[error("{}", .0.message)]
    Value(Box<Issue>),
}

impl Refusal for FrameError {
    fn code(&self) -> Code {
        match self {
            FrameError::Value(issue) => issue.code,
            _ => Code::ArgumentInvalid,
        }
    }

    fn location(&self) -> Location {
        match self {
            FrameError::Missing { name } => Location::default().with_field(*name),
            FrameError::Unknown { name, .. }
            | FrameError::Twice { name }
            | FrameError::Kind { name, .. }
            | FrameError::Unsupported { name, .. }
            | FrameError::Damaged { name } => Location::default().with_field(name.as_str()),
            FrameError::Unreadable { .. } => Location::default(),
            FrameError::Value(issue) => issue.location.clone(),
        }
    }

    fn help(&self) -> String {
        match self {
            FrameError::Unknown { known, .. } => {
                format!("leave it out, or name it as one of {}", known.join(", "))
            }
            FrameError::Unsupported { .. } => {
                "make it what the table has there: text, or for a point in time a timestamp in UTC".to_owned()
            }
            FrameError::Value(issue) => issue.help().to_owned(),
            _ => self.code().remedy().to_owned(),
        }
    }
}
