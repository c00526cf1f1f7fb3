//! What a password must be like: one that is kept, and one that is made up. Does not know where a password comes from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::Secret;

/// What a password must be like.
///
/// One that is kept from a field of the source must be as long as [`minimum_length`](Self::minimum_length) and hold a character of
/// each of the [`required`](Self::required) classes, and no more than [`MAXIMUM_BYTES`](Self::MAXIMUM_BYTES). The defaults follow
/// NIST SP 800-63B: eight characters, whichever.
///
/// One that is made up has [`generated_length`](Self::generated_length) characters out of `a` to `z`, `A` to `Z` and `2` to `9`, and of
/// `#%+=?@` where symbols are required; at least one of each of these classes; and none that looks like another: no `0`, `O`, `o`, `1`,
/// `I` or `l`.
///
/// ```
/// use memberferry::{PasswordRules, Secret};
/// let rules = PasswordRules::default();
/// assert!(rules.accept(&Secret::new("correct horse")) && !rules.accept(&Secret::new("1234567")));
/// assert!(serde_json::from_str::<PasswordRules>(r#"{"generatedLength": 15}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
pub struct PasswordRules {
    minimum_length: u8,
    required: BTreeSet<CharacterClass>,
    generated_length: u8,
}

/// A class of characters that a password may be required to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CharacterClass {
    /// A lower-case letter of any script.
    LowerCase,
    /// An upper-case letter of any script.
    UpperCase,
    /// A digit of any script.
    Digit,
    /// Anything that is neither letter nor number, spaces included.
    Symbol,
}

/// Why rules are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRulesError {
    /// The least length is not from 1 to 64.
    #[error("the least length of a password must be from 1 to 64, not {0}")]
    MinimumLength(u8),
    /// The length of those that are made up is too little to be safe, less than the least length, or more than 64.
    #[error(
        "a password that is made up must have from 16 to 64 characters, not less than the least length, not {0}"
    )]
    GeneratedLength(u8),
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a password rules object")]
struct Wire {
    minimum_length: u8,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    required: BTreeSet<CharacterClass>,
    generated_length: u8,
}

impl Default for Wire {
    fn default() -> Self {
        PasswordRules::default().into()
    }
}

impl TryFrom<Wire> for PasswordRules {
    type Error = PasswordRulesError;
    fn try_from(wire: Wire) -> Result<Self, PasswordRulesError> {
        Self::new(wire.minimum_length, wire.required, wire.generated_length)
    }
}

impl From<PasswordRules> for Wire {
    fn from(rules: PasswordRules) -> Self {
        let PasswordRules { minimum_length, required, generated_length } = rules;
        Wire { minimum_length, required, generated_length }
    }
}

impl Default for PasswordRules {
    fn default() -> Self {
        PasswordRules { minimum_length: 8, required: BTreeSet::new(), generated_length: 20 }
    }
}

impl PasswordRules {
    /// The most bytes of a password that is kept.
    pub const MAXIMUM_BYTES: usize = 4_096;

    /// Takes the least length, the required classes, and the length of those that are made up, in characters.
    ///
    /// # Errors
    /// [`PasswordRulesError`] where a length is out of its bounds.
    pub fn new(
        minimum_length: u8,
        required: BTreeSet<CharacterClass>,
        generated_length: u8,
    ) -> Result<Self, PasswordRulesError> {
        if !(1..=64).contains(&minimum_length) {
            Err(PasswordRulesError::MinimumLength(minimum_length))
        } else if !(minimum_length.max(16)..=64).contains(&generated_length) {
            Err(PasswordRulesError::GeneratedLength(generated_length))
        } else {
            Ok(PasswordRules { minimum_length, required, generated_length })
        }
    }

    /// The least number of characters.
    pub fn minimum_length(&self) -> u8 {
        self.minimum_length
    }

    /// The classes of which a password holds at least one character each.
    pub fn required(&self) -> &BTreeSet<CharacterClass> {
        &self.required
    }

    /// The number of characters of a password that is made up.
    pub fn generated_length(&self) -> u8 {
        self.generated_length
    }

    /// Whether a password is as the rules want one.
    pub fn accept(&self, password: &Secret) -> bool {
        let password = password.expose();
        password.len() <= Self::MAXIMUM_BYTES
            && password.chars().count() >= usize::from(self.minimum_length)
            && self.required.iter().all(|class| password.chars().any(|character| class.holds(character)))
    }

    /// Whether these are the defaults.
    pub(super) fn is_default(&self) -> bool {
        *self == PasswordRules::default()
    }

    /// The characters of each class that a password is made up of.
    pub(super) fn alphabets(&self) -> Vec<&'static [u8]> {
        let mut alphabets: Vec<&'static [u8]> =
            vec![b"abcdefghijkmnpqrstuvwxyz", b"ABCDEFGHJKLMNPQRSTUVWXYZ", b"23456789"];
        if self.required.contains(&CharacterClass::Symbol) {
            alphabets.push(b"#%+=?@");
        }
        alphabets
    }
}

impl CharacterClass {
    fn holds(self, character: char) -> bool {
        match self {
            CharacterClass::LowerCase => character.is_lowercase(),
            CharacterClass::UpperCase => character.is_uppercase(),
            CharacterClass::Digit => character.is_numeric(),
            CharacterClass::Symbol => !character.is_alphanumeric(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_of_the_wire_are_those_of_the_type() {
        assert!(serde_json::from_str::<PasswordRules>("{}").unwrap().is_default());
        for text in [
            r#"{"minimumLength":0}"#,
            r#"{"minimumLength":30}"#,
            r#"{"generatedLength":65}"#,
            r#"{"length":9}"#,
        ] {
            assert!(serde_json::from_str::<PasswordRules>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_required_class_must_be_there() {
        let rules: PasswordRules =
            serde_json::from_str(r#"{"minimumLength":4,"required":["digit","symbol","upper-case"]}"#)
                .unwrap();
        for (password, is_accepted) in
            [("Ab1!", true), ("\u{c4} 1x", true), ("Ab12", false), ("ab1!", false), ("A1!", false)]
        {
            assert_eq!(rules.accept(&Secret::new(password)), is_accepted, "{password}");
        }
        assert!(!rules.accept(&Secret::new(&"Ab1!".repeat(1_025))));
    }
}
