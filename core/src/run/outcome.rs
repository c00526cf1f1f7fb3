//! What became of an operation, as the host says. Does not know what follows from it.

use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// What became of an operation. On the wire tagged by `kind`.
///
/// A message is for whoever reads the progress later. It is shortened to [`Excerpt::CHARACTERS`]; hosts put no password into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "an outcome object")]
pub enum Outcome {
    /// It was carried out.
    Applied,
    /// It had been carried out before, so there was nothing to do.
    Already,
    /// It could not be carried out.
    Failed {
        /// Whether trying again may help: a lock, a time-out. It is handed out again, three times in all.
        retryable: bool,
        /// What went wrong.
        message: String,
    },
    /// The target is not as the operation says it is before: somebody else got there first. Nothing was changed.
    Conflict {
        /// What was found instead.
        message: String,
    },
}

impl Outcome {
    /// The same with its message shortened.
    pub(super) fn shortened(&self) -> Outcome {
        let short = |message: &String| Excerpt::new(message).as_str().to_owned();
        match self {
            Outcome::Applied | Outcome::Already => self.clone(),
            Outcome::Failed { retryable, message } => {
                Outcome::Failed { retryable: *retryable, message: short(message) }
            }
            Outcome::Conflict { message } => Outcome::Conflict { message: short(message) },
        }
    }

    /// Whether it did not come to what was planned.
    pub(super) fn failure(&self) -> Option<&str> {
        match self {
            Outcome::Applied | Outcome::Already => None,
            Outcome::Failed { message, .. } | Outcome::Conflict { message } => Some(message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_tagged_and_its_message_shortened() {
        let text = r#"{"kind":"failed","retryable":true,"message":"the database is locked"}"#;
        let outcome: Outcome = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&outcome).unwrap(), text);
        let long = Outcome::Conflict { message: "x".repeat(500) }.shortened();
        assert_eq!(long.failure().unwrap().chars().count(), Excerpt::CHARACTERS);
    }
}
