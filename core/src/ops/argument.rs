//! The arguments of what a host keeps in Rust (readers, plans, runs), as JSON, read as strictly as the requests of operations. Does not
//! know what is kept.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::request;
use crate::{CustomerIds, DuplicatesPolicy, Failure, Instant, Outcome};

/// Reads an argument: one JSON object. What is refused of a request is refused of it, in the same words.
///
/// # Errors
/// The failure, with the place in the argument.
///
/// ```
/// use memberferry::{ReadOptions, ops};
/// let options: ReadOptions = ops::argument(br#"{"profile": "keap"}"#).unwrap();
/// assert_eq!(options.profile.as_deref(), Some("keap"));
/// let failure = ops::argument::<ReadOptions>(br#"{"profil": "keap"}"#).unwrap_err();
/// assert_eq!(failure.help, "did you mean `profile`?");
/// ```
pub fn argument<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Box<Failure>> {
    request::read(bytes)
}

/// An instant, where it is all there is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `at`")]
pub struct At {
    /// The instant.
    pub at: Instant,
}

/// What became of a batch, as its host tells the run.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `outcomes` and `at`")]
pub struct Outcomes {
    /// One for each operation of the batch, in order.
    pub outcomes: Vec<Outcome>,
    /// The instant at which they are known.
    pub at: Instant,
}

/// How contacts of several lists are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an options object")]
pub struct MergeOptions {
    /// Which of two different values is kept.
    pub duplicates: DuplicatesPolicy,
}

/// How it is told whose orders are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an options object")]
pub struct TieOptions {
    /// What the customers' ids of the orders are ids of; another system's, where absent.
    pub customer_ids: CustomerIds,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_read_with_the_place_of_a_mistake() {
        let read = |text: &str| argument::<Outcomes>(text.as_bytes());
        let outcomes = read(r#"{"outcomes":[{"kind":"applied"}],"at":"2024-05-01T00:00:00Z"}"#).unwrap();
        assert_eq!(outcomes.outcomes, [Outcome::Applied]);
        let failure = read(r#"{"outcomes":[{"kind":"aplied"}],"at":"2024-05-01T00:00:00Z"}"#).unwrap_err();
        assert_eq!(failure.location.path_text(), "outcomes[0].kind");
        assert_eq!(failure.help, "did you mean `applied`?");
        assert!(read(r#"{"outcomes":[],"at":"2024-05-01T00:00:00Z","at":"2024-05-01T00:00:00Z"}"#).is_err());
    }
}
