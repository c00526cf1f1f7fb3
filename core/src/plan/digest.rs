//! SHA-256 as text: the name of a plan, and of a set of users. Does not know what is hashed.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Excerpt;

/// A SHA-256 digest: 64 lower-case hexadecimal digits. A plan is named by the digest over its lines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct PlanDigest(Box<str>);

/// Why a text is no digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not 64 lower-case hexadecimal digits")]
pub struct PlanDigestError(Excerpt);

impl PlanDigest {
    /// Checks and takes a digest as written.
    ///
    /// # Errors
    /// [`PlanDigestError`] where the text is not 64 lower-case hexadecimal digits.
    pub fn new(text: &str) -> Result<Self, PlanDigestError> {
        if text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            Ok(PlanDigest(text.into()))
        } else {
            Err(PlanDigestError(Excerpt::new(text)))
        }
    }

    /// What a hasher has come to.
    pub(crate) fn of(hasher: Sha256) -> Self {
        PlanDigest(hex(&hasher.finalize()).into())
    }

    /// How many bytes of a long text are hashed at a time.
    const PIECE: usize = 2_048;

    /// Over long texts, one after the other.
    ///
    /// They are hashed in small copies: hashing waits for memory that is not in the cache yet, where copying reads ahead.
    pub(super) fn over<'t>(texts: impl Iterator<Item = &'t [u8]>) -> Self {
        let mut hasher = Sha256::new();
        let mut copy = [0; Self::PIECE];
        for part in texts.flat_map(|text| text.chunks(Self::PIECE)) {
            if let Some(copy) = copy.get_mut(..part.len()) {
                copy.copy_from_slice(part);
                hasher.update(copy);
            }
        }
        Self::of(hasher)
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

impl TryFrom<String> for PlanDigest {
    type Error = PlanDigestError;
    fn try_from(text: String) -> Result<Self, PlanDigestError> {
        Self::new(&text)
    }
}

impl From<PlanDigest> for String {
    fn from(digest: PlanDigest) -> String {
        digest.0.into_string()
    }
}

impl fmt::Display for PlanDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for PlanDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_that_of_the_standard() {
        let digest = PlanDigest::of(Sha256::new_with_prefix("abc"));
        // FIPS 180-4's own example.
        assert_eq!(digest.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(PlanDigest::new(digest.as_str()), Ok(digest));
        assert!(PlanDigest::new("BA78").is_err());
    }

    #[test]
    fn a_long_text_has_the_digest_of_its_parts() {
        let text: Vec<u8> = (0..10_000_u32).map(|number| number.to_le_bytes()[0]).collect();
        let digest = PlanDigest::of(Sha256::new_with_prefix(&text));
        assert_eq!(PlanDigest::over([text.as_slice()].into_iter()), digest);
        assert_eq!(PlanDigest::over(text.chunks(4_097)), digest);
    }
}
